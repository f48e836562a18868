using HotChocolate.Schemas;

namespace HotChocolate.Types;

/// <summary>Says of a class what its object type is called, where the class itself cannot carry attributes.</summary>
public class ObjectType<T> : IObjectTypeConfigurator
{
    /// <summary>Describes the type.</summary>
    protected virtual void Configure(IObjectTypeDescriptor<T> descriptor)
    {
    }

    ObjectTypeConfiguration IObjectTypeConfigurator.Describe()
    {
        var descriptor = new Descriptor();
        Configure(descriptor);
        return new(typeof(T), descriptor.ChosenName, descriptor.ChosenDescription);
    }

    private sealed class Descriptor : IObjectTypeDescriptor<T>
    {
        public string? ChosenName { get; private set; }

        public string? ChosenDescription { get; private set; }

        public IObjectTypeDescriptor<T> Name(string value)
        {
            ChosenName = value;
            return this;
        }

        public IObjectTypeDescriptor<T> Description(string? value)
        {
            ChosenDescription = value;
            return this;
        }
    }
}

/// <summary>What can be said of an object type.</summary>
public interface IObjectTypeDescriptor<T>
{
    /// <summary>Its name in the schema.</summary>
    IObjectTypeDescriptor<T> Name(string value);

    /// <summary>Its description in the schema.</summary>
    IObjectTypeDescriptor<T> Description(string? value);
}

/// <summary>An <see cref="ObjectType{T}"/> of any class.</summary>
internal interface IObjectTypeConfigurator
{
    ObjectTypeConfiguration Describe();
}
