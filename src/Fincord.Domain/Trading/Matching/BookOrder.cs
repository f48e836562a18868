namespace Fincord.Domain.Trading.Matching;

/// <summary>An order as it comes to a book, in ticks and lots.</summary>
public readonly record struct BookOrder
{
    /// <summary>Its number, unique among the orders that are in the book.</summary>
    public required long Id { get; init; }

    /// <summary>Whose it is, for self-trade prevention, as the book's user numbers owners; 0 is nobody.</summary>
    public int Owner { get; init; }

    /// <summary>Which way it goes.</summary>
    public required OrderSide Side { get; init; }

    /// <summary><see cref="OrderType.Market"/> or <see cref="OrderType.Limit"/>; the others wait outside of the book.</summary>
    public required OrderType Type { get; init; }

    /// <summary>Its time in force. A book has no clock: who sent the order cancels what expires.</summary>
    public required TimeInForce TimeInForce { get; init; }

    /// <summary>Its limit in ticks, which may be negative; a market order has none.</summary>
    public long Price { get; init; }

    /// <summary>Its total in lots, more than zero.</summary>
    public required long Quantity { get; init; }

    /// <summary>The most lots that the market sees of an iceberg at a time; 0 shows all.</summary>
    public long Display { get; init; }

    /// <summary>Of these the book knows <see cref="OrderFlags.PostOnly"/>.</summary>
    public OrderFlags Flags { get; init; }

    internal bool IsPostOnly => (Flags & OrderFlags.PostOnly) != OrderFlags.None;

    /// <summary>What happens when it meets an order of the same owner.</summary>
    public SelfTradePrevention SelfTradePrevention { get; init; }
}
