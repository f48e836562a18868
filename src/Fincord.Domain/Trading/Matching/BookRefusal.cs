namespace Fincord.Domain.Trading.Matching;

/// <summary>Why a book refused a command; in this order of precedence. A refused command changes nothing.</summary>
[GenerateSerializer, Alias("trading.book-refusal")]
public enum BookRefusal : byte
{
    /// <summary>It did not.</summary>
    None = 0,
    /// <summary>The market is closed.</summary>
    Closed = 1,
    /// <summary>The market is halted.</summary>
    Halted = 2,
    /// <summary>The book has no order with this id.</summary>
    UnknownOrder = 3,
    /// <summary>The side, type or time in force is none that a book knows, or they contradict each other or the flags.</summary>
    UnsupportedOrder = 4,
    /// <summary>Not now: an immediate or post-only order in an auction, or an order for an auction that is over.</summary>
    WrongPhase = 5,
    /// <summary>The quantity is not positive, or below or above the book's limits.</summary>
    QuantityOutOfRange = 6,
    /// <summary>The display quantity is negative or larger than the order, or stands at an order that does not rest.</summary>
    DisplayOutOfRange = 7,
    /// <summary>The price lies outside the price band.</summary>
    PriceOutsideBand = 8,
    /// <summary>The book holds an order with this id.</summary>
    DuplicateOrder = 9,
    /// <summary>A post-only order would trade at once.</summary>
    WouldTake = 10,
}
