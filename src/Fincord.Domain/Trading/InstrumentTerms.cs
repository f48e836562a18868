using System.Text.Json.Serialization;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>On what terms an instrument is traded: what an order must fit, and what a position costs.</summary>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Type">What kind of thing is traded; perpetuals and futures are contracts, of which only gains and losses move cash.</param>
/// <param name="Currency">The currency that it is paid in.</param>
/// <param name="PriceScale">Decimal digits of a price.</param>
/// <param name="QuantityScale">Decimal digits of a quantity.</param>
/// <param name="TickSize">Prices are multiples of this many price counts; at least 1.</param>
/// <param name="LotSize">Quantities are multiples of this many quantity counts; at least 1.</param>
/// <param name="MinQuantity">The smallest order.</param>
/// <param name="MaxQuantity">The largest order.</param>
/// <param name="MinNotional">The smallest notional of an order, in the currency.</param>
/// <param name="MaxNotional">The largest notional of an order, in the currency.</param>
/// <param name="ContractSize">How much of the underlying one unit is; 1 but for derivatives.</param>
/// <param name="PriceBand">How far a limit price may lie from the market's, as a fraction of it; null for no band.</param>
/// <param name="InitialMargin">The part of the notional that a position needs when it is opened on margin, in (0, 1].</param>
/// <param name="MaintenanceMargin">The part of the notional below which a position is liquidated, in [0, <paramref name="InitialMargin"/>].</param>
/// <param name="SettlementDays">Business days from trade to settlement (T+n).</param>
[GenerateSerializer, Immutable, Alias("trading.instrument-terms")]
public sealed record InstrumentTerms(
    InstrumentId InstrumentId,
    InstrumentType Type,
    string Currency,
    DecimalScale PriceScale,
    DecimalScale QuantityScale,
    long TickSize,
    long LotSize,
    Quantity MinQuantity,
    Quantity MaxQuantity,
    decimal MinNotional,
    decimal MaxNotional,
    decimal ContractSize,
    decimal? PriceBand,
    decimal InitialMargin,
    decimal MaintenanceMargin,
    int SettlementDays)
{
    /// <summary>The name of the calendar that it is traded by; null for one that is always traded and settles on weekdays.</summary>
    [Id(0)]
    public string? Calendar { get; init; }

    /// <summary>Whether only gains and losses move cash, because nothing is delivered when a position is opened.</summary>
    [JsonIgnore]
    public bool IsContract => Type is InstrumentType.Perpetual or InstrumentType.Future;

    /// <summary>The terms of an instrument of which only the definition is known: every count is a tick and a lot, half of the notional is margin.</summary>
    public static InstrumentTerms Of(Instrument instrument) => new(
        instrument.Id,
        instrument.Definition.Type,
        instrument.Definition.Currency,
        instrument.PriceScale,
        instrument.QuantityScale,
        TickSize: 1,
        LotSize: 1,
        MinQuantity: new(1),
        MaxQuantity: new(long.MaxValue / 4),
        MinNotional: 0,
        MaxNotional: 1_000_000_000_000,
        ContractSize: 1,
        PriceBand: null,
        InitialMargin: instrument.Definition.Type is InstrumentType.Perpetual or InstrumentType.Future ? 0.05m : 0.5m,
        MaintenanceMargin: instrument.Definition.Type is InstrumentType.Perpetual or InstrumentType.Future ? 0.025m : 0.25m,
        SettlementDays: instrument.Definition.Type is InstrumentType.Equity or InstrumentType.Etf ? 1 : 0);
}
