namespace Fincord.Domain.Trading.Matching;

/// <summary>One side of a book: its ladder of prices and the queue of orders at each, oldest first.</summary>
internal sealed class BookSide(OrderSide side, OrderSlab slab, int capacity) : PriceLadder(capacity)
{
    /// <summary>The queue of market orders that wait for an auction to end.</summary>
    public const int Unpriced = 0;
    /// <summary>The queue of at-the-close orders until their auction begins; nobody sees or meets them.</summary>
    public const int Waiting = 1;

    private readonly long _mirror = side == OrderSide.Buy ? -1 : 0;

    public OrderSide Side => side;

    /// <summary>The price with this key, and the key of this price.</summary>
    public long Mirror(long priceOrKey) => priceOrKey ^ _mirror;

    /// <summary>The best price, or null.</summary>
    public long? BestPrice => Best == None ? null : Mirror(Levels[Best].Key);

    /// <summary>Whether an order of the other side with this limit, as a key of this side, meets the best level.</summary>
    public bool Meets(long limitKey) => Best != None && Levels[Best].Key <= limitKey;

    /// <summary>The limit of an order, 0 for a market order.</summary>
    public long PriceOf(int slot)
    {
        var level = slab.Orders[slot].Place.Level;
        return IsPriced(level) ? Mirror(Levels[level].Key) : slab.Terms[slot].Price;
    }

    public int LevelAt(long price) => GetOrAdd(Mirror(price));

    /// <summary>Whether this many lots more would not fit a level's sum.</summary>
    public bool WouldOverflow(int level, long lots) => lots > long.MaxValue - Levels[level].Displayed - Levels[level].Reserve;

    /// <summary>Puts a slot's order at the end of a level's queue.</summary>
    public void Append(int level, int slot, long reserve)
    {
        ref var queue = ref Levels[level];
        ref var order = ref slab.Orders[slot];
        order.Place = new(side, level, reserve > 0);
        queue.Displayed += order.Displayed;
        queue.Reserve += reserve;
        queue.Orders++;
        Chain(ref queue, ref order, slot);
    }

    /// <summary>Takes an order out of its queue, and its level out of the ladder when it was the last; the slot is still the caller's.</summary>
    public void Unlink(int slot)
    {
        ref var order = ref slab.Orders[slot];
        var level = order.Place.Level;
        ref var queue = ref Levels[level];
        queue.Displayed -= order.Displayed;
        if (order.Place.HasReserve) queue.Reserve -= slab.Terms[slot].Reserve;
        Unchain(ref queue, ref order);
        if (--queue.Orders == 0 && IsPriced(level)) Remove(level);
    }

    /// <summary>Drops an empty level that was made for an order which does not come.</summary>
    public void Drop(int level)
    {
        if (Levels[level].Orders == 0 && IsPriced(level)) Remove(level);
    }

    /// <summary>Gives an iceberg whose displayed lots are gone its next ones, behind all others at its price.</summary>
    public void Replenish(int slot)
    {
        ref var order = ref slab.Orders[slot];
        ref var terms = ref slab.Terms[slot];
        ref var queue = ref Levels[order.Place.Level];
        order.Displayed = Math.Min(terms.Display, terms.Reserve);
        terms.Reserve -= order.Displayed;
        order.Place = new(side, order.Place.Level, terms.Reserve > 0);
        queue.Displayed += order.Displayed;
        queue.Reserve -= order.Displayed;
        if (queue.Head == queue.Tail) return;
        Unchain(ref queue, ref order);
        Chain(ref queue, ref order, slot);
    }

    /// <summary>Takes lots off an order's open quantity from the bottom of its reserve up, without moving it; some are left.</summary>
    public void Shrink(int slot, long lots)
    {
        ref var order = ref slab.Orders[slot];
        ref var terms = ref slab.Terms[slot];
        ref var queue = ref Levels[order.Place.Level];
        var hidden = Math.Min(lots, terms.Reserve);
        terms.Reserve -= hidden;
        queue.Reserve -= hidden;
        order.Displayed -= lots - hidden;
        queue.Displayed -= lots - hidden;
        order.Place = new(side, order.Place.Level, terms.Reserve > 0);
    }

    private void Chain(ref PriceLevel queue, ref RestingOrder order, int slot)
    {
        (order.Previous, order.Next) = (queue.Tail, OrderSlab.None);
        if (queue.Tail == OrderSlab.None) queue.Head = slot;
        else slab.Orders[queue.Tail].Next = slot;
        queue.Tail = slot;
    }

    private void Unchain(ref PriceLevel queue, ref RestingOrder order)
    {
        if (order.Previous == OrderSlab.None) queue.Head = order.Next;
        else slab.Orders[order.Previous].Next = order.Next;
        if (order.Next == OrderSlab.None) queue.Tail = order.Previous;
        else slab.Orders[order.Next].Previous = order.Previous;
    }
}
