using System.ComponentModel;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>What all references to grains of one type through one interface share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GrainReferenceShared
{
    internal GrainReferenceShared(Silo silo, GrainType grainType, GrainInterfaceDescription description) =>
        (Silo, GrainType, Interface) = (silo, grainType, description);

    internal Silo Silo { get; }

    internal GrainType GrainType { get; }

    internal GrainInterfaceDescription Interface { get; }

    internal GrainReference Create(IdSpan key) => Interface.CreateReference(this, key);
}
