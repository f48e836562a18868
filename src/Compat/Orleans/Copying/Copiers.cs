using System.Collections.Concurrent;
using System.Net;
using System.Numerics;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace Fincord.OrleansCompat;

/// <summary>Finds the copier of a type: the generated one, or one of those for the types of the framework.</summary>
internal static class Copiers
{
    private static readonly ConcurrentDictionary<Type, IObjectCopier> ByRuntimeType = new();

    private static readonly HashSet<Type> Immutables =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Guid), typeof(Uri), typeof(Version), typeof(Int128), typeof(UInt128), typeof(Half), typeof(BigInteger), typeof(IPAddress),
        typeof(CancellationToken), typeof(GrainId), typeof(GrainType), typeof(GrainInterfaceType), typeof(IdSpan), typeof(ActivationId),
        typeof(SiloAddress), typeof(StreamId), typeof(GuidId), typeof(DBNull), typeof(System.Globalization.CultureInfo),
    ];

    public static Copier<T> Find<T>()
    {
        var type = typeof(T);
        if (typeof(IAddressable).IsAssignableFrom(type)) return new ReferenceCopier<T>();
        // A member may hold an object of a derived class, which only the object itself knows: it need not be as immutable as its base class.
        if (!type.IsValueType && !type.IsSealed) return new RuntimeTypeCopier<T>();
        if (IsImmutable(type)) return new SharedCopier<T>();
        return (Copier<T>?)TryFindExact(type) ?? new LateCopier<T>();
    }

    /// <summary>The copier for objects of exactly this type.</summary>
    public static IObjectCopier FindByRuntimeType(Type type) => ByRuntimeType.GetOrAdd(type, static type =>
        IsImmutable(type) ? (IObjectCopier)Make(typeof(SharedCopier<>), type)
        : typeof(IAddressable).IsAssignableFrom(type) ? (IObjectCopier)Make(typeof(ReferenceCopier<>), type)
        : FindExact(type));

    /// <summary>The copier for objects of exactly this type, which need copies.</summary>
    /// <exception cref="CodecNotFoundException">There is none.</exception>
    public static IObjectCopier FindExact(Type type) => TryFindExact(type)
        ?? throw new CodecNotFoundException($"Could not find a copier for type {type}. Does it have [GenerateSerializer]?");

    private static IObjectCopier? TryFindExact(Type type)
    {
        if (TypeRegistry.Instance.TryFindCopier(type, out var copier)) return (IObjectCopier)copier!;
        if (type.IsArray)
        {
            return type.GetArrayRank() == 1 ? (IObjectCopier)Make(typeof(ArrayCopier<>), type.GetElementType()!) : null;
        }
        if (type.IsConstructedGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            if (CollectionCopiers.ByDefinition.TryGetValue(definition, out var generic)
                || TypeRegistry.Instance.TryFindGenericCopier(definition, out generic))
                return (IObjectCopier)Make(generic!, type.GetGenericArguments());
        }
        return null;
    }

    private static bool IsImmutable(Type type) =>
        type.IsPrimitive || type.IsEnum || Immutables.Contains(type)
        || typeof(Exception).IsAssignableFrom(type) || typeof(Type).IsAssignableFrom(type)
        || typeof(Orleans.Streams.StreamSequenceToken).IsAssignableFrom(type)
        || TypeRegistry.Instance.IsImmutable(type);

    private static object Make(Type definition, params Type[] arguments) => Activator.CreateInstance(definition.MakeGenericType(arguments))!;
}

/// <summary>For values that nobody can change: the copy is the value.</summary>
internal sealed class SharedCopier<T> : Copier<T>
{
    public override bool IsShared => true;

    public override T Copy(T value, CopyContext context) => value;
}

/// <summary>For types that have no copier yet: the assembly that brings one may be loaded later.</summary>
internal sealed class LateCopier<T> : Copier<T>
{
    public override T Copy(T value, CopyContext context) => value is null ? value : (T)Copiers.FindExact(typeof(T)).CopyObject(value, context)!;
}

/// <summary>For grains and observers: references pass as they are, a grain becomes a reference to it.</summary>
internal sealed class ReferenceCopier<T> : Copier<T>
{
    public override T Copy(T value, CopyContext context) => value switch
    {
        null or GrainReference => value,
        IGrainBase and IAddressable grain => (T)grain.AsReference(typeof(T)),
        _ => throw new GrainReferenceNotBoundException(value),
    };
}

/// <summary>For types that others derive from: asks the object what it is.</summary>
internal sealed class RuntimeTypeCopier<T> : Copier<T>
{
    public override T Copy(T value, CopyContext context) =>
        value is null ? value : (T)Copiers.FindByRuntimeType(value.GetType()).CopyObject(value, context)!;
}
