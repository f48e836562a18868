#pragma warning disable CS1591, CS9113
namespace Orleans
{
    [AttributeUsage(AttributeTargets.All)] public sealed class GenerateSerializerAttribute : Attribute;
    [AttributeUsage(AttributeTargets.All)] public sealed class IdAttribute(uint id) : Attribute { public uint Id { get; } = id; }
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public sealed class AliasAttribute(string alias) : Attribute { public string Alias { get; } = alias; }
    [AttributeUsage(AttributeTargets.All)] public sealed class ImmutableAttribute : Attribute;
    public interface IAddressable;
    public interface IGrain : IAddressable;
    public interface IGrainWithStringKey : IGrain;
    public interface IGrainObserver : IAddressable;
}
namespace Orleans.Concurrency
{
    [AttributeUsage(AttributeTargets.Method)] public sealed class ReadOnlyAttribute : Attribute;
    [AttributeUsage(AttributeTargets.Method)] public sealed class OneWayAttribute : Attribute;
}
namespace Orleans.Runtime { internal static class P; }
namespace Orleans.Hosting { internal static class P; }
