using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Metrics;

/// <summary>A point of an equity curve: what something was worth at a moment, in its base currency. Every statistic is made of these.</summary>
/// <param name="At">When.</param>
/// <param name="Equity">What it was worth, what flowed in and out up to then included.</param>
/// <param name="Flow">Deposits less withdrawals since the point before, which is the moment of the flow itself where there was one.</param>
public sealed record EquityPoint(Timestamp At, decimal Equity, decimal Flow)
{
    /// <summary>What a unit of other currencies was worth in the base currency then; empty for points that were kept without.</summary>
    public ImmutableSortedDictionary<string, decimal> Rates { get; init; } = ImmutableSortedDictionary<string, decimal>.Empty;

    /// <summary>What the markets made of it since the point before.</summary>
    public decimal GainSince(EquityPoint before) => Equity - Flow - before.Equity;
}
