namespace Fincord.Domain.Markets;

/// <summary>A trade that the market made (not a fill of ours).</summary>
/// <param name="OccurredAt">When the venue says it happened.</param>
/// <param name="SourceSequence">Its place in its source, rising; it orders trades of the same moment.</param>
/// <param name="Id">What tells it from other trades of the instrument.</param>
/// <param name="Price">The price, in the instrument's price scale.</param>
/// <param name="Quantity">The quantity, in the instrument's quantity scale.</param>
/// <param name="Aggressor">Who took the initiative.</param>
[GenerateSerializer, Immutable, Alias("markets.trade-print")]
public readonly record struct TradePrint(
    [property: Id(0)] Timestamp OccurredAt,
    [property: Id(1)] long SourceSequence,
    [property: Id(2)] TradeId Id,
    [property: Id(3)] Price Price,
    [property: Id(4)] Quantity Quantity,
    [property: Id(5)] AggressorSide Aggressor);
