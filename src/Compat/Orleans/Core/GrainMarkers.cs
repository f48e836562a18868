using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>Something that calls can be sent to.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    /// <summary>Marks grain interfaces.</summary>
    public interface IGrain : IAddressable;

    /// <summary>Marks interfaces of grains whose key is a <see cref="Guid"/>.</summary>
    public interface IGrainWithGuidKey : IGrain;

    /// <summary>Marks interfaces of grains whose key is a number.</summary>
    public interface IGrainWithIntegerKey : IGrain;

    /// <summary>Marks interfaces of grains whose key is text.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>Marks interfaces of grains whose key is a <see cref="Guid"/> with a text extension.</summary>
    public interface IGrainWithGuidCompoundKey : IGrain;

    /// <summary>Marks interfaces of grains whose key is a number with a text extension.</summary>
    public interface IGrainWithIntegerCompoundKey : IGrain;

    /// <summary>Marks interfaces of objects that grains may call back: see <see cref="IGrainFactory.CreateObjectReference"/>.</summary>
    public interface IGrainObserver : IAddressable;
}
