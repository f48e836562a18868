using Fincord.Domain.Markets;

namespace Fincord.Schemas.Views;

/// <summary>The trades of one half-open interval, summed up.</summary>
/// <param name="Interval">The length.</param>
/// <param name="OpenTime">Its start, inclusive.</param>
/// <param name="Open">Price of the first trade.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Price of the last trade.</param>
/// <param name="Volume">Sum of quantities.</param>
/// <param name="Vwap">Volume-weighted average price to nine decimal digits half-even; null without volume.</param>
/// <param name="TradeCount">Number of trades.</param>
/// <param name="Revision">How many late trades have amended it since it closed.</param>
/// <param name="IsClosed">Whether its interval is over.</param>
public sealed record CandleView(
    CandleInterval Interval,
    Timestamp OpenTime,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    decimal? Vwap,
    long TradeCount,
    int Revision,
    bool IsClosed)
{
    /// <summary>The view of a candle of an instrument; throws <see cref="OverflowException"/> when the volume has more than 96 bits.</summary>
    public static CandleView From(Instrument instrument, in Candle candle) => new(
        candle.Interval,
        candle.OpenTime,
        instrument.PriceScale.ToDecimal(candle.Open),
        instrument.PriceScale.ToDecimal(candle.High),
        instrument.PriceScale.ToDecimal(candle.Low),
        instrument.PriceScale.ToDecimal(candle.Close),
        instrument.QuantityScale.ToDecimal(candle.Volume),
        candle.Vwap(instrument.PriceScale),
        candle.TradeCount,
        candle.Revision,
        candle.IsClosed);
}
