using System.Collections.Immutable;

namespace Fincord.Connectors.Sim;

/// <summary>What a simulated market is made from. The same options make the same market.</summary>
public sealed record SimOptions
{
    /// <summary>The seed; 1 when nobody says otherwise.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The instruments; <see cref="SimCatalogue.Default"/> when nobody says otherwise.</summary>
    public ImmutableArray<SimInstrument> Instruments { get; init; } = SimCatalogue.Default;
}
