namespace Fincord.Domain.Trading.Matching;

/// <summary>What matching reads of a resting order: half a cache line. Links and slots are indexes into the slab, -1 for none.</summary>
internal struct RestingOrder
{
    public long Id;
    /// <summary>Lots that the market sees; an iceberg has more in <see cref="OrderTerms.Reserve"/>.</summary>
    public long Displayed;
    public int Next;
    public int Previous;
    public Place Place;
    /// <summary>Whose it is, as the book's user numbers them; 0 is nobody.</summary>
    public int Owner;
}

/// <summary>The rest of a resting order, which only amending, icebergs and auctions read.</summary>
internal struct OrderTerms
{
    /// <summary>Total lots; what is neither displayed nor in reserve was filled.</summary>
    public long Quantity;
    /// <summary>Lots of an iceberg below the water.</summary>
    public long Reserve;
    /// <summary>Most lots that an iceberg shows; 0 when it is none.</summary>
    public long Display;
    public long Price;
    public OrderType Type;
    public TimeInForce TimeInForce;
    public OrderFlags Flags;
    public SelfTradePrevention SelfTradePrevention;
}

/// <summary>Where an order stands: its side, its level there, and whether it has a reserve, in 32 bits.</summary>
internal readonly struct Place(OrderSide side, int level, bool hasReserve)
{
    private readonly int _bits = level << 2 | (side == OrderSide.Sell ? 2 : 0) | (hasReserve ? 1 : 0);

    public int Level => _bits >> 2;

    public OrderSide Side => (_bits & 2) == 0 ? OrderSide.Buy : OrderSide.Sell;

    public bool HasReserve => (_bits & 1) != 0;
}

/// <summary>All orders of a book in two arrays with the slots that are free chained; it allocates only when it grows.</summary>
internal sealed class OrderSlab
{
    public const int None = -1;

    private int _used;
    private int _free = None;

    public OrderSlab(int capacity)
    {
        Orders = new RestingOrder[Math.Max(16, capacity)];
        Terms = new OrderTerms[Orders.Length];
        Slots = new(Orders.Length);
    }

    public RestingOrder[] Orders { get; private set; }

    public OrderTerms[] Terms { get; private set; }

    /// <summary>From an order's id to its slot.</summary>
    public Int64Map Slots { get; }

    public int Count { get; private set; }

    /// <summary>Whether no more orders fit; levels and slots are numbered with 29 bits.</summary>
    public bool IsFull => Count == 1 << 28;

    public int Take(long id)
    {
        var slot = _free;
        if (slot == None)
        {
            if (_used == Orders.Length) Grow();
            slot = _used++;
        }
        else
        {
            _free = Orders[slot].Next;
        }
        Slots.Add(id, slot);
        Count++;
        return slot;
    }

    public void Release(int slot)
    {
        ref var order = ref Orders[slot];
        Slots.Remove(order.Id);
        order.Next = _free;
        _free = slot;
        Count--;
    }

    private void Grow()
    {
        var orders = Orders;
        var terms = Terms;
        Array.Resize(ref orders, 2 * orders.Length);
        Array.Resize(ref terms, orders.Length);
        (Orders, Terms) = (orders, terms);
    }
}
