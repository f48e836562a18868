using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>Which types can be sent, and which of them need no copy.</summary>
internal sealed class CodecRules
{
    private static readonly ConditionalWeakTable<Compilation, CodecRules> Known = new();

    // Values that nobody can change.
    private static readonly HashSet<string> ImmutableTypes =
    [
        "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Guid", "System.Uri",
        "System.Version", "System.Int128", "System.UInt128", "System.Half", "System.Numerics.BigInteger", "System.Net.IPAddress", "System.Type",
        "System.DBNull", "System.Globalization.CultureInfo", Names.CancellationToken, "Orleans.Runtime.GrainId", "Orleans.Runtime.GrainType",
        "Orleans.Runtime.GrainInterfaceType", "Orleans.Runtime.IdSpan", "Orleans.Runtime.ActivationId", "Orleans.Runtime.SiloAddress",
        "Orleans.Runtime.StreamId", "Orleans.Runtime.GuidId", "Orleans.Streams.StreamSequenceToken",
        "Orleans.Providers.Streams.Common.EventSequenceToken", "Orleans.Providers.Streams.Common.EventSequenceTokenV2",
    ];

    // Generic values that are as changeable as their arguments.
    private static readonly HashSet<string> ImmutableGenerics =
    [
        "System.Nullable`1", "System.Collections.Generic.KeyValuePair`2", "System.Tuple`2", "System.ValueTuple`2", "System.ValueTuple`3",
        "System.ValueTuple`4", "System.Collections.Immutable.ImmutableArray`1", "System.Collections.Immutable.ImmutableList`1",
        "System.Collections.Immutable.ImmutableHashSet`1", "System.Collections.Immutable.ImmutableDictionary`2",
        "System.Collections.Immutable.ImmutableSortedDictionary`2",
    ];

    private static readonly HashSet<string> MutableGenerics =
    [
        "System.Collections.Generic.List`1", "System.Collections.Generic.HashSet`1", "System.Collections.Generic.SortedSet`1",
        "System.Collections.Generic.Queue`1", "System.Collections.Generic.Stack`1", "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.SortedDictionary`2", "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Collections.ObjectModel.ReadOnlyCollection`1", "Orleans.Concurrency.Immutable`1",
    ];

    // The types that converters and copiers bring along, by the name of their definition.
    private readonly HashSet<string> _registered = [];

    private CodecRules(Compilation compilation)
    {
        Register(compilation.Assembly.GlobalNamespace);
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            foreach (var attribute in reference.GetAttributes().Where(one => one.Is(Names.CopiedType)))
            {
                if (attribute.ConstructorArguments[0].Value is ITypeSymbol type) _registered.Add(type.OriginalDefinition.MetadataName());
            }
        }
    }

    public static CodecRules Of(Compilation compilation) => Known.GetValue(compilation, static one => new(one));

    /// <summary>The types for which a converter or copier is registered, and the interfaces that say so.</summary>
    public static IEnumerable<(INamedTypeSymbol Target, INamedTypeSymbol Interface)> RegisteredBy(INamedTypeSymbol type)
    {
        var (converts, copies) = (type.Has(Names.RegisterConverter), type.Has(Names.RegisterCopier));
        if (!converts && !copies) yield break;
        foreach (var one in type.AllInterfaces)
        {
            var name = one.OriginalDefinition.MetadataName();
            if (((converts && name == Names.Converter) || (copies && name == Names.DeepCopier)) && one.TypeArguments[0] is INamedTypeSymbol target)
                yield return (target, one);
        }
    }

    /// <summary>The part of the type that cannot be sent, or null when all of it can.</summary>
    public ITypeSymbol? WithoutCodec(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol or IDynamicTypeSymbol:
                return null;
            case IArrayTypeSymbol array:
                return array.Rank == 1 ? WithoutCodec(array.ElementType) : array;
            case INamedTypeSymbol named:
                if (named.TypeArguments.Select(WithoutCodec).FirstOrDefault(one => one is not null) is { } missing) return missing;
                return IsKnown(named) ? null : named;
            default:
                return type;
        }
    }

    /// <summary>Whether values of the type cannot be changed by anyone, so that a call may pass them as they are.</summary>
    public bool IsImmutable(ITypeSymbol type) => IsImmutable(type, []);

    private void Register(INamespaceOrTypeSymbol place)
    {
        foreach (var type in place.GetTypeMembers())
        {
            foreach (var (target, _) in RegisteredBy(type)) _registered.Add(target.OriginalDefinition.MetadataName());
            Register(type);
        }
        if (place is not INamespaceSymbol outer) return;
        foreach (var inner in outer.GetNamespaceMembers()) Register(inner);
    }

    private bool IsKnown(INamedTypeSymbol type)
    {
        var name = type.OriginalDefinition.MetadataName();
        return IsSimple(type) || type.SpecialType is SpecialType.System_Object
            || ImmutableTypes.Contains(name) || ImmutableGenerics.Contains(name) || MutableGenerics.Contains(name)
            || type.OriginalDefinition.Has(Names.GenerateSerializer)
            || type.DerivesFrom(Names.Exception)
            || _registered.Contains(name)
            // An interface stands for the classes behind it, which have their own codecs.
            || type.TypeKind is TypeKind.Interface;
    }

    private static bool IsSimple(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Enum
        || type.SpecialType is SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_DateTime
        || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr;

    private bool IsImmutable(ITypeSymbol type, HashSet<ITypeSymbol> visited)
    {
        if (IsSimple(type)) return true;
        if (type is not INamedTypeSymbol named) return false;
        var definition = named.OriginalDefinition;
        var name = definition.MetadataName();
        if (ImmutableTypes.Contains(name) || name == "Orleans.Concurrency.Immutable`1") return true;
        // A class derived from an immutable one need not be immutable.
        if (definition.Has(Names.Immutable) && (named.IsSealed || named.IsValueType)) return true;
        // Whoever registers a copier wants copies.
        if (_registered.Contains(name)) return false;
        if (named.DerivesFrom(Names.Exception)) return true;
        if (ImmutableGenerics.Contains(name)) return named.TypeArguments.All(argument => IsImmutable(argument, visited));
        // A class that contains itself is as immutable as the rest of it.
        if (!visited.Add(named)) return true;
        // The fields of other projects' classes are not known here: there the registry decides at run time.
        return definition.Has(Names.GenerateSerializer) && definition.DeclaringSyntaxReferences.Length > 0
            && (named.IsValueType || (named.IsSealed && named.BaseType?.SpecialType is SpecialType.System_Object))
            && named.InstanceFields().All(field => (named.IsValueType || field.IsReadOnly || IsInitOnly(field))
                && !field.Has(Names.NonSerialized)
                && (field.Member().Has(Names.Immutable) || IsImmutable(field.Type, visited)));
    }

    private static bool IsInitOnly(IFieldSymbol field) => field.AssociatedSymbol is IPropertySymbol { SetMethod: null or { IsInitOnly: true } };
}
