using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Matching;

/// <summary>What happened in a book.</summary>
[GenerateSerializer, Alias("trading.book-event-type")]
public enum BookEventType : byte
{
    /// <summary>Two orders traded.</summary>
    Traded = 1,
    /// <summary>What was open of an order is gone without a trade.</summary>
    Cancelled = 2,
    /// <summary>Self-trade prevention took lots off a resting order and the incoming one; both go on with what is left, if any.</summary>
    Decremented = 3,
}

/// <summary>Why an order was cancelled.</summary>
[GenerateSerializer, Alias("trading.book-cancel-reason")]
public enum BookCancelReason : byte
{
    /// <summary>It was not: the event is another.</summary>
    None = 0,
    /// <summary>Its owner asked, or amended it to no more than what was filled.</summary>
    Requested = 1,
    /// <summary>What an immediate or market order could not trade at once.</summary>
    Immediate = 2,
    /// <summary>A fill-or-kill order that could not trade whole.</summary>
    FillOrKill = 3,
    /// <summary>It met an order of its owner.</summary>
    SelfTrade = 4,
    /// <summary>The auction that it was for is over.</summary>
    AuctionOver = 5,
    /// <summary>The price band moved away from its price.</summary>
    PriceOutsideBand = 6,
    /// <summary>The book, or the sum of lots at its price, holds no more.</summary>
    BookFull = 7,
}

/// <summary>A fact of a book, in ticks and lots. A book's events in their order are its tape.</summary>
/// <param name="Sequence">Its number in the book, 1 for the first.</param>
/// <param name="Type">What happened.</param>
/// <param name="Reason">Why an order was cancelled.</param>
/// <param name="Aggressor">Which side came in; unknown in an auction, where both were there.</param>
/// <param name="OrderId">The resting order; in an auction the buy order; the order that was cancelled.</param>
/// <param name="CounterOrderId">The incoming order; in an auction the sell order; 0 when an order was cancelled.</param>
/// <param name="Price">The price of a trade in ticks: the resting order's, or the auction's. Otherwise the order's own, 0 for a market order.</param>
/// <param name="Quantity">Lots traded, cancelled, or taken off each of the two.</param>
[GenerateSerializer, Immutable, Alias("trading.book-event")]
public readonly record struct BookEvent(
    [property: Id(0)] long Sequence,
    [property: Id(1)] BookEventType Type,
    [property: Id(2)] BookCancelReason Reason,
    [property: Id(3)] AggressorSide Aggressor,
    [property: Id(4)] long OrderId,
    [property: Id(5)] long CounterOrderId,
    [property: Id(6)] long Price,
    [property: Id(7)] long Quantity);
