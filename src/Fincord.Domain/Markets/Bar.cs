namespace Fincord.Domain.Markets;

/// <summary>A candle that a source made itself, of trades that we do not see: it has no trade count and no VWAP.</summary>
/// <param name="Interval">Its length.</param>
/// <param name="OpenTime">Its start, inclusive; a start of this interval.</param>
/// <param name="SourceSequence">Its place in its source, rising.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Quantity traded.</param>
[GenerateSerializer, Immutable, Alias("markets.bar")]
public readonly record struct Bar(
    [property: Id(0)] CandleInterval Interval,
    [property: Id(1)] Timestamp OpenTime,
    [property: Id(2)] long SourceSequence,
    [property: Id(3)] Price Open,
    [property: Id(4)] Price High,
    [property: Id(5)] Price Low,
    [property: Id(6)] Price Close,
    [property: Id(7)] Quantity Volume)
{
    /// <summary>What tells it from other bars of the instrument: its interval and start.</summary>
    public TradeId Id => TradeId.FromContent(OpenTime, default, default, -(int)Interval);
}
