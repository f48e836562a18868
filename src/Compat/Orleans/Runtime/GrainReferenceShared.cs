using System.ComponentModel;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>What all references to grains of one type through one interface share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GrainReferenceShared
{
    internal GrainReferenceShared(Silo silo, GrainFilters filters, GrainType grainType, GrainInterfaceDescription description) =>
        (Silo, Filters, GrainType, Interface) = (silo, filters, grainType, description);

    internal Silo Silo { get; }

    internal GrainFilters Filters { get; }

    internal GrainType GrainType { get; }

    internal GrainInterfaceDescription Interface { get; }

    internal GrainReference Create(IdSpan key) => Interface.CreateReference(this, key);
}
