using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>What is known of the terms of some instruments. What is null is not known: it stays as it was.</summary>
public sealed record TermsRule
{
    /// <summary>Which instruments: a key (<c>SIM:ACME</c>), all of a venue (<c>SIM:*</c>), or all (<c>*</c>).</summary>
    public string Match { get; init; } = "*";

    /// <summary>Of these only those of this kind; null for any.</summary>
    public InstrumentType? Type { get; init; }

    /// <summary>Prices are multiples of it.</summary>
    public decimal? TickSize { get; init; }

    /// <summary>Quantities are multiples of it.</summary>
    public decimal? LotSize { get; init; }

    /// <summary>The smallest order.</summary>
    public decimal? MinQuantity { get; init; }

    /// <summary>The largest order.</summary>
    public decimal? MaxQuantity { get; init; }

    /// <summary>The smallest notional of an order, in the instrument's currency.</summary>
    public decimal? MinNotional { get; init; }

    /// <summary>The largest notional of an order, in the instrument's currency.</summary>
    public decimal? MaxNotional { get; init; }

    /// <summary>How much of the underlying one unit is.</summary>
    public decimal? ContractSize { get; init; }

    /// <summary>How far a limit price may lie from the market's, as a fraction of it.</summary>
    public decimal? PriceBand { get; init; }

    /// <summary>The part of the notional that a position needs when it is opened on margin, in (0, 1].</summary>
    public decimal? InitialMargin { get; init; }

    /// <summary>The part of the notional below which a position is liquidated, in [0, <see cref="InitialMargin"/>].</summary>
    public decimal? MaintenanceMargin { get; init; }

    /// <summary>Business days from trade to settlement, at most 30.</summary>
    public int? SettlementDays { get; init; }

    /// <summary>The name of the calendar that it is traded by.</summary>
    public string? Calendar { get; init; }

    /// <summary>Whether it is about an instrument.</summary>
    public bool Matches(Instrument instrument) =>
        (Type is null || Type == instrument.Definition.Type)
        && (Match == "*" || Match == instrument.Key.Value || Match == instrument.Key.Venue + ":*");

    /// <summary>The first thing that is wrong with it; null when nothing is.</summary>
    public string? Explain() => this switch
    {
        _ when Match != "*" && !InstrumentKey.TryParse(Match.EndsWith(":*", StringComparison.Ordinal) ? Match[..^1] + "X" : Match, out _) =>
            $"Match is a key, VENUE:* or *, not '{Match}'",
        { TickSize: <= 0 } or { LotSize: <= 0 } or { ContractSize: <= 0 } or { PriceBand: <= 0 } => "TickSize, LotSize, ContractSize and PriceBand are more than zero",
        { MinQuantity: < 0 } or { MinNotional: < 0 } or { MaxQuantity: <= 0 } or { MaxNotional: <= 0 } => "quantities and notionals are not negative, and the largest not zero",
        _ when MinQuantity > MaxQuantity || MinNotional > MaxNotional => "the smallest order is not larger than the largest",
        { InitialMargin: <= 0 or > 1 } or { MaintenanceMargin: < 0 or > 1 } => "margins are parts of the notional, from 0 to 1, and the initial one not zero",
        { SettlementDays: < 0 or > 30 } => "SettlementDays is a number from 0 to 30",
        _ => null,
    };

    /// <summary>Terms with what it knows. Steps that the instrument's scale cannot show become the next that it can.</summary>
    internal InstrumentTerms ApplyTo(InstrumentTerms terms)
    {
        var initial = InitialMargin ?? terms.InitialMargin;
        return terms with
        {
            TickSize = TickSize is { } tick ? Step(tick, terms.PriceScale) : terms.TickSize,
            LotSize = LotSize is { } lot ? Step(lot, terms.QuantityScale) : terms.LotSize,
            MinQuantity = MinQuantity is { } least ? new(Count(decimal.Ceiling, least, terms.QuantityScale)) : terms.MinQuantity,
            MaxQuantity = MaxQuantity is { } most ? new(Count(decimal.Floor, most, terms.QuantityScale)) : terms.MaxQuantity,
            MinNotional = MinNotional ?? terms.MinNotional,
            MaxNotional = MaxNotional ?? terms.MaxNotional,
            ContractSize = ContractSize ?? terms.ContractSize,
            PriceBand = PriceBand ?? terms.PriceBand,
            InitialMargin = initial,
            MaintenanceMargin = Math.Min(MaintenanceMargin ?? terms.MaintenanceMargin, initial),
            SettlementDays = SettlementDays ?? terms.SettlementDays,
            Calendar = Calendar ?? terms.Calendar,
        };
    }

    // The least common multiple of the step and the scale's unit, in units: prices are multiples of both.
    private static long Step(decimal step, DecimalScale scale)
    {
        var (counts, unit) = (step * scale.UnitsPerOne, 1m);
        while (decimal.Truncate(counts) != counts) (counts, unit) = (counts * 10, unit * 10);
        var (larger, smaller) = (counts, unit);
        while (smaller != 0) (larger, smaller) = (smaller, larger % smaller);
        return counts / larger < long.MaxValue / 4 ? (long)(counts / larger) : long.MaxValue / 4;
    }

    private static long Count(Func<decimal, decimal> round, decimal quantity, DecimalScale scale) =>
        quantity < long.MaxValue / 4 / scale.UnitsPerOne ? Math.Max(1, (long)round(quantity * scale.UnitsPerOne)) : long.MaxValue / 4;
}
