using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// All that a book is, so that an engine made of it does from then on exactly what the one that it was taken from does. Two books that will
/// behave alike have equal states.
/// </summary>
/// <param name="Phase">What the market does.</param>
/// <param name="Band">Its price band.</param>
/// <param name="LastPrice">The price of the last trade in ticks, or null.</param>
/// <param name="Sequence">How many events there were.</param>
/// <param name="Orders">Its orders: buys, then sells; of each those without a price, those that wait for the close, then from the best price to the worst; oldest first.</param>
[GenerateSerializer, Immutable, Alias("trading.book-state")]
public sealed record BookState(
    TradingPhase Phase, PriceBand Band, long? LastPrice, long Sequence, ImmutableArray<BookStateOrder> Orders)
{
    /// <summary>An empty book in continuous trading without a price band.</summary>
    public static readonly BookState Empty = new(TradingPhase.Continuous, PriceBand.Unlimited, null, 0, []);

    /// <summary>Whether two books are alike to the last lot.</summary>
    public bool Equals(BookState? other) =>
        other is not null && (Phase, Band, LastPrice, Sequence) == (other.Phase, other.Band, other.LastPrice, other.Sequence)
        && Orders.AsSpan().SequenceEqual(other.Orders.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Phase, Band, LastPrice, Sequence, Orders.Length);
}

/// <summary>An order that is in a book.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Owner">Whose it is; 0 is nobody.</param>
/// <param name="Side">Which way it goes.</param>
/// <param name="Type">Market, while it waits for an auction, or limit.</param>
/// <param name="TimeInForce">Its time in force.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="SelfTradePrevention">What it chose to happen when it meets its owner's orders.</param>
/// <param name="Price">Its limit in ticks; 0 for a market order.</param>
/// <param name="Quantity">Its total in lots.</param>
/// <param name="Displayed">Open lots that the market sees.</param>
/// <param name="Reserve">Open lots that it does not.</param>
/// <param name="Display">The most lots that an iceberg shows at a time; 0 when it is none.</param>
/// <param name="IsWaiting">Whether its auction has not begun, so that nobody sees or meets it.</param>
[GenerateSerializer, Immutable, Alias("trading.book-state-order")]
public readonly record struct BookStateOrder(
    [property: Id(0)] long Id,
    [property: Id(1)] int Owner,
    [property: Id(2)] OrderSide Side,
    [property: Id(3)] OrderType Type,
    [property: Id(4)] TimeInForce TimeInForce,
    [property: Id(5)] OrderFlags Flags,
    [property: Id(6)] SelfTradePrevention SelfTradePrevention,
    [property: Id(7)] long Price,
    [property: Id(8)] long Quantity,
    [property: Id(9)] long Displayed,
    [property: Id(10)] long Reserve,
    [property: Id(11)] long Display,
    [property: Id(12)] bool IsWaiting)
{
    /// <summary>Lots that may still trade.</summary>
    [JsonIgnore]
    public long Open => Displayed + Reserve;

    /// <summary>Lots that traded.</summary>
    [JsonIgnore]
    public long Filled => Quantity - Open;
}
