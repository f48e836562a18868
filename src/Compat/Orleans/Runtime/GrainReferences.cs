using System.Collections.Concurrent;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>Makes references.</summary>
/// <param name="silo">Where they lead to.</param>
/// <param name="filters">Those of whoever makes them.</param>
internal sealed class GrainReferences(Silo silo, GrainFilters filters)
{
    private readonly ConcurrentDictionary<(Type Interface, GrainType GrainType), GrainReferenceShared> _shared = new();

    public Silo Silo => silo;

    public GrainReference Create(Type interfaceType, GrainId id) => Shared(interfaceType, id.Type).Create(id.Key);

    public GrainReferenceShared Shared(Type interfaceType, GrainType grainType) =>
        _shared.TryGetValue((interfaceType, grainType), out var found) ? found : Add(interfaceType, grainType);

    private GrainReferenceShared Add(Type interfaceType, GrainType grainType) =>
        _shared.GetOrAdd((interfaceType, grainType), new GrainReferenceShared(silo, filters, grainType, TypeRegistry.Instance.Interface(interfaceType)));
}
