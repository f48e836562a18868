namespace Fincord.Domain.Trading;

/// <summary>
/// What makes an order trade, and at which price. The book knows <see cref="Market"/> and <see cref="Limit"/>; the others wait outside of it
/// until their trigger price is met and then become one of the two. An iceberg is a limit order with a display quantity.
/// </summary>
[GenerateSerializer, Alias("trading.order-type")]
public enum OrderType : byte
{
    /// <summary>Trades at once at the best prices there are; what finds no counterparty is cancelled.</summary>
    Market = 1,
    /// <summary>Trades at its limit price or better, and rests in the book otherwise.</summary>
    Limit = 2,
    /// <summary>A market order once the market trades at its stop price or beyond: above for a buy, below for a sell.</summary>
    Stop = 3,
    /// <summary>A limit order once the market trades at its stop price or beyond.</summary>
    StopLimit = 4,
    /// <summary>A market order once the market is at its trigger price or better: below for a buy, above for a sell.</summary>
    MarketIfTouched = 5,
    /// <summary>A limit order once the market is at its trigger price or better.</summary>
    LimitIfTouched = 6,
    /// <summary>A stop whose stop price follows the market's best level at a distance and never goes back.</summary>
    TrailingStop = 7,
}
