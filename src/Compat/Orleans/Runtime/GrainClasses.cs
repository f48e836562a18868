using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>The grain classes of the silo, by the names and interfaces that lead to them.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> _byType = [];
    private readonly ConcurrentDictionary<Type, GrainClass> _defaults = new();

    public GrainClasses(ServiceRegistrations services, TimeSpan collectionAge, IReadOnlyDictionary<string, TimeSpan> classAges)
    {
        TypeRegistry.Instance.LoadAll();
        foreach (var type in TypeRegistry.Instance.GrainClasses)
        {
            var age = classAges.TryGetValue(type.FullName!, out var own) ? own : collectionAge;
            var added = new GrainClass(type, new GrainActivator(type, services), age);
            if (!_byType.TryAdd(added.GrainType, added))
            {
                throw new OrleansConfigurationException(
                    $"{type} and {_byType[added.GrainType].Type} have the same grain type '{added.GrainType}'; tell them apart with [GrainType].");
            }
        }
    }

    public IEnumerable<GrainClass> All => _byType.Values;

    public bool TryFind(GrainType type, [NotNullWhen(true)] out GrainClass? found) => _byType.TryGetValue(type, out found);

    /// <summary>The class behind an interface.</summary>
    public GrainClass Implementing(Type interfaceType, string? classNamePrefix)
    {
        if (classNamePrefix is null && _defaults.TryGetValue(interfaceType, out var known)) return known;
        var candidates = All.Where(one => one.Type.IsAssignableTo(interfaceType))
            .Where(one => classNamePrefix is null || one.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal)).ToArray();
        var chosen = candidates switch
        {
            [] => throw new ArgumentException($"Could not find an implementation for interface {interfaceType}"
                + (classNamePrefix is null ? "." : $" whose class name starts with '{classNamePrefix}'."), nameof(interfaceType)),
            [var only] => only,
            // IBook is meant to be Book, whoever else implements it.
            _ => Array.Find(candidates, one => "I" + one.Type.Name == interfaceType.Name) ?? throw new ArgumentException(
                $"Unable to identify a single appropriate grain type for interface {interfaceType}. Candidates: "
                + string.Join(", ", candidates.Select(one => one.Type)) + ".", nameof(interfaceType)),
        };
        if (classNamePrefix is null) _defaults[interfaceType] = chosen;
        return chosen;
    }
}
