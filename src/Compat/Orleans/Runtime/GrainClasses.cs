using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>The grain classes of the silo, by the names and interfaces that lead to them.</summary>
internal sealed class GrainClasses
{
    private readonly ConcurrentDictionary<GrainType, GrainClass> _byType = [];
    private readonly Dictionary<GrainType, Type> _generic = [];
    private readonly ConcurrentDictionary<Type, GrainClass> _defaults = new();
    private readonly Func<Type, GrainClass> _create;

    public GrainClasses(ServiceRegistrations services, TimeSpan collectionAge, IReadOnlyDictionary<string, TimeSpan> classAges)
    {
        _create = type =>
        {
            var named = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
            return new(type, new GrainActivator(type, services), classAges.TryGetValue(named.FullName!, out var own) ? own : collectionAge);
        };
        TypeRegistry.Instance.LoadAll();
        foreach (var type in TypeRegistry.Instance.GrainClasses)
        {
            var name = GrainClass.NameOf(type);
            if (_byType.TryGetValue(name, out var known) || _generic.ContainsKey(name))
            {
                throw new OrleansConfigurationException(
                    $"{type} and {known?.Type ?? _generic[name]} have the same grain type '{name}'; tell them apart with [GrainType].");
            }
            if (type.IsGenericTypeDefinition) _generic.Add(name, type);
            else _byType[name] = _create(type);
        }
    }

    /// <summary>All classes, the generic ones with the arguments that were asked for until now.</summary>
    public IEnumerable<GrainClass> All => _byType.Values;

    public bool TryFind(GrainType type, [NotNullWhen(true)] out GrainClass? found) => _byType.TryGetValue(type, out found)
        || (found = TypeNames.TrySplit(type.ToString(), out var definition, out var arguments)
            && _generic.TryGetValue(GrainType.Create(definition), out var generic)
            && TypeNames.TryConstruct(generic, arguments) is { } constructed ? Add(constructed) : null) is not null;

    /// <summary>The class behind an interface.</summary>
    public GrainClass Implementing(Type interfaceType, string? classNamePrefix)
    {
        if (classNamePrefix is null && _defaults.TryGetValue(interfaceType, out var known)) return known;
        Type[] candidates = [.. TypeRegistry.Instance.GrainClasses.Where(one => !one.IsGenericTypeDefinition && one.IsAssignableTo(interfaceType))];
        // A class that was written for these very arguments goes before a generic one.
        if (candidates.Length == 0 && interfaceType.IsConstructedGenericType) candidates = [.. Constructed(interfaceType)];
        if (classNamePrefix is not null)
            candidates = [.. candidates.Where(one => one.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))];
        var chosen = candidates switch
        {
            [] => throw new ArgumentException($"Could not find an implementation for interface {interfaceType}"
                + (classNamePrefix is null ? "." : $" whose class name starts with '{classNamePrefix}'."), nameof(interfaceType)),
            [var only] => only,
            // IBook is meant to be Book, whoever else implements it.
            _ => Array.Find(candidates, one => "I" + one.Name == interfaceType.Name) ?? throw new ArgumentException(
                $"Unable to identify a single appropriate grain type for interface {interfaceType}. Candidates: "
                + string.Join<Type>(", ", candidates) + ".", nameof(interfaceType)),
        };
        var found = Add(chosen);
        if (classNamePrefix is null) _defaults[interfaceType] = found;
        return found;
    }

    private GrainClass Add(Type type)
    {
        var name = GrainClass.NameOf(type);
        return _byType.TryGetValue(name, out var known) ? known : _byType.GetOrAdd(name, _create(type));
    }

    // As in Orleans, the interface's arguments are the class's, in the same order.
    private IEnumerable<Type> Constructed(Type interfaceType)
    {
        var arguments = interfaceType.GetGenericArguments();
        var definition = interfaceType.GetGenericTypeDefinition();
        return _generic.Values
            .Where(one => one.GetGenericArguments().Length == arguments.Length
                && one.GetInterfaces().Any(its => its.IsGenericType && its.GetGenericTypeDefinition() == definition))
            .Select(one => one.MakeGenericType(arguments)).Where(one => one.IsAssignableTo(interfaceType));
    }
}
