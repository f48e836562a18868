using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>On what terms an instrument is traded. Notionals are in its currency.</summary>
/// <param name="TickSize">Prices are multiples of it.</param>
/// <param name="LotSize">Quantities are multiples of it.</param>
/// <param name="MinQuantity">The smallest order.</param>
/// <param name="MaxQuantity">The largest order.</param>
/// <param name="MinNotional">The smallest notional of an order.</param>
/// <param name="MaxNotional">The largest notional of an order.</param>
/// <param name="ContractSize">How much of the underlying one unit is.</param>
/// <param name="PriceBand">How far a limit price may lie from the market's, as a fraction of it; null for no band.</param>
/// <param name="InitialMargin">The part of the notional that a position needs when it is opened on margin.</param>
/// <param name="MaintenanceMargin">The part of the notional below which a position is liquidated.</param>
/// <param name="SettlementDays">Business days from trade to settlement.</param>
/// <param name="Calendar">The calendar that it is traded by; null for one that is always traded.</param>
public sealed record TermsView(
    decimal TickSize,
    decimal LotSize,
    decimal MinQuantity,
    decimal MaxQuantity,
    decimal MinNotional,
    decimal MaxNotional,
    decimal ContractSize,
    decimal? PriceBand,
    decimal InitialMargin,
    decimal MaintenanceMargin,
    int SettlementDays,
    string? Calendar)
{
    /// <summary>The view of terms.</summary>
    public static TermsView From(InstrumentTerms terms) => new(
        terms.PriceScale.ToDecimal(terms.TickSize),
        terms.QuantityScale.ToDecimal(terms.LotSize),
        terms.QuantityScale.ToDecimal(terms.MinQuantity),
        terms.QuantityScale.ToDecimal(terms.MaxQuantity),
        terms.MinNotional,
        terms.MaxNotional,
        terms.ContractSize,
        terms.PriceBand,
        terms.InitialMargin,
        terms.MaintenanceMargin,
        terms.SettlementDays,
        terms.Calendar);
}

/// <summary>What the market of an instrument does now, and when that changes.</summary>
/// <param name="Phase">What it does.</param>
/// <param name="NextChange">When its calendar has another phase; null when it never has.</param>
/// <param name="NextPhase">Which.</param>
/// <param name="Day">The day that is traded, or the next one while the market is closed, in its own time zone (yyyy-MM-dd).</param>
/// <param name="TimeZone">That zone, by its IANA name.</param>
/// <param name="Halt">The halt of its trading; null while it is not halted.</param>
public sealed record SessionView(TradingPhase Phase, Timestamp? NextChange, TradingPhase? NextPhase, string? Day, string TimeZone, HaltView? Halt)
{
    /// <summary>The view of a moment.</summary>
    public static SessionView From(TradingCalendar calendar, TradingHalt? halt, Timestamp now)
    {
        var next = calendar.NextChange(now);
        return new(
            halt is null ? calendar.PhaseAt(now) : TradingPhase.Halted, next?.At, next?.Phase, calendar.SessionDayOf(now)?.ToString("yyyy-MM-dd"),
            calendar.Definition.Zone, halt is null ? null : new(halt.Reason, halt.Since));
    }
}

/// <summary>That an operator stopped the trading of an instrument.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Since">When.</param>
public sealed record HaltView(string Reason, Timestamp Since);

/// <summary>Halts the trading of an instrument.</summary>
public record HaltRequest
{
    /// <summary>Why, for all to read; 1 to 200 characters.</summary>
    public string? Reason { get; init; }
}
