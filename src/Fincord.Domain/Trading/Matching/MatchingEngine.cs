namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// The book of one instrument: orders meet by price, then by time, at the price of the one that rested. It has no clock and no randomness, so
/// the same commands give the same tape. It works in ticks and lots, and after its memory has grown it allocates nothing per command.
/// Not for more than one thread.
/// </summary>
public sealed partial class MatchingEngine
{
    private readonly OrderSlab _slab;
    private readonly BookSide _bids;
    private readonly BookSide _asks;
    private readonly BookEvents _events;

    /// <summary>An empty book in continuous trading.</summary>
    /// <param name="rules">What quantities it takes; all by default.</param>
    /// <param name="capacity">How many orders it holds before it allocates more memory.</param>
    public MatchingEngine(BookRules? rules = null, int capacity = 1_024) : this(BookState.Empty, rules, capacity)
    {
    }

    /// <summary>What quantities it takes, and how ticks and lots relate to prices and quantities.</summary>
    public BookRules Rules { get; }

    /// <summary>What the market does at the moment.</summary>
    public TradingPhase Phase { get; private set; }

    /// <summary>The prices that it takes; see <see cref="SetPriceBand"/>.</summary>
    public PriceBand Band { get; private set; }

    /// <summary>The price of the last trade in ticks, or null before the first.</summary>
    public long? LastPrice { get; private set; }

    /// <summary>The number of the last event.</summary>
    public long Sequence => _events.Sequence;

    /// <summary>What the last command did, in order; good until the next command.</summary>
    public ReadOnlySpan<BookEvent> Events => _events.All;

    /// <summary>How many orders are in the book, those that wait for an auction included.</summary>
    public int OrderCount => _slab.Count;

    /// <summary>Takes an order: trades what meets it, and lets the rest stand where its type and time in force allow that.</summary>
    public BookResult Submit(in BookOrder order)
    {
        _events.Clear();
        var refusal = Check(order);
        if (refusal == BookRefusal.None && _slab.Slots.Find(order.Id) >= 0) refusal = BookRefusal.DuplicateOrder;
        if (refusal == BookRefusal.None && WouldTake(order)) refusal = BookRefusal.WouldTake;
        if (refusal != BookRefusal.None) return BookResult.Refused(refusal);
        return Phase == TradingPhase.Continuous && order.TimeInForce != TimeInForce.AtTheClose ? Execute(order, filled: 0) : Collect(order, filled: 0);
    }

    /// <summary>Takes what is open of an order out of the book, in any phase.</summary>
    public BookResult Cancel(long id)
    {
        _events.Clear();
        var slot = _slab.Slots.Find(id);
        if (slot < 0) return BookResult.Refused(BookRefusal.UnknownOrder);
        Cancel(slot, BookCancelReason.Requested);
        return default;
    }

    /// <summary>
    /// Gives an order another price and total quantity, of which what is filled counts. An order whose price stays and whose quantity does not
    /// rise keeps its priority; otherwise it comes in again as if it were new, and may trade. One with no more than its fills is cancelled.
    /// </summary>
    /// <param name="id">The order.</param>
    /// <param name="price">Its limit in ticks; ignored for a market order that waits for an auction.</param>
    /// <param name="quantity">Its total in lots, what is filled included.</param>
    public BookResult Amend(long id, long price, long quantity)
    {
        _events.Clear();
        var slot = _slab.Slots.Find(id);
        var refusal = CheckPhase() is var phase && phase != BookRefusal.None ? phase : slot < 0 ? BookRefusal.UnknownOrder : BookRefusal.None;
        if (refusal != BookRefusal.None) return BookResult.Refused(refusal);

        ref readonly var terms = ref _slab.Terms[slot];
        var place = _slab.Orders[slot].Place;
        var filled = terms.Quantity - OpenOf(slot);
        if (terms.Type == OrderType.Market) price = terms.Price;
        var amended = Describe(slot) with { Price = price, Quantity = quantity, Display = Math.Min(terms.Display, Math.Max(0, quantity)) };
        refusal = Check(amended);
        if (refusal == BookRefusal.None && quantity > filled && WouldTake(amended)) refusal = BookRefusal.WouldTake;
        if (refusal != BookRefusal.None) return BookResult.Refused(refusal);

        if (quantity <= filled)
        {
            Cancel(slot, BookCancelReason.Requested);
            return default;
        }
        if (price == terms.Price && quantity <= terms.Quantity)
        {
            if (quantity < terms.Quantity) SideOf(place.Side).Shrink(slot, terms.Quantity - quantity);
            _slab.Terms[slot].Quantity = quantity;
            return new(BookRefusal.None, 0, quantity - filled);
        }
        var waits = place.Level == BookSide.Waiting;
        SideOf(place.Side).Unlink(slot);
        _slab.Release(slot);
        return Phase == TradingPhase.Continuous && !waits ? Execute(amended, filled) : Collect(amended, filled);
    }

    /// <summary>Moves the price band. Orders outside of the new one are cancelled; throws <see cref="ArgumentException"/> when it is empty.</summary>
    public void SetPriceBand(PriceBand band)
    {
        if (band.Low > band.High) throw new ArgumentException("The low end of a price band is not above its high end.", nameof(band));
        _events.Clear();
        Band = band;
        CancelWhere(static (engine, slot) => engine._slab.Terms[slot].Type == OrderType.Limit && !engine.Band.Contains(engine._slab.Terms[slot].Price), BookCancelReason.PriceOutsideBand);
    }

    private BookSide SideOf(OrderSide side) => side == OrderSide.Buy ? _bids : _asks;

    // Terms are read only where they tell something: they are another cache line.
    private long OpenOf(int slot)
    {
        ref readonly var order = ref _slab.Orders[slot];
        return order.Place.HasReserve ? order.Displayed + _slab.Terms[slot].Reserve : order.Displayed;
    }

    private void Cancel(int slot, BookCancelReason reason)
    {
        ref readonly var order = ref _slab.Orders[slot];
        var side = SideOf(order.Place.Side);
        _events.Cancelled(reason, order.Id, side.PriceOf(slot), OpenOf(slot));
        side.Unlink(slot);
        _slab.Release(slot);
    }

    // Puts what is open of an order at the end of its queue; what does not fit is cancelled.
    private long Rest(in BookOrder order, int level, long filled)
    {
        var side = SideOf(order.Side);
        var open = order.Quantity - filled;
        if (_slab.IsFull || side.WouldOverflow(level, open))
        {
            side.Drop(level);
            _events.Cancelled(BookCancelReason.BookFull, order.Id, order.Price, open);
            return 0;
        }
        var slot = _slab.Take(order.Id);
        var displayed = order.Display > 0 ? Math.Min(order.Display, open) : open;
        ref var resting = ref _slab.Orders[slot];
        resting.Id = order.Id;
        resting.Displayed = displayed;
        resting.Owner = order.Owner;
        _slab.Terms[slot] = new()
        {
            Quantity = order.Quantity, Reserve = open - displayed, Display = order.Display, Price = order.Price, Type = order.Type,
            TimeInForce = order.TimeInForce, Flags = order.Flags, SelfTradePrevention = order.SelfTradePrevention,
        };
        side.Append(level, slot, open - displayed);
        return open;
    }

    private BookOrder Describe(int slot)
    {
        ref readonly var order = ref _slab.Orders[slot];
        ref readonly var terms = ref _slab.Terms[slot];
        return new()
        {
            Id = order.Id, Owner = order.Owner, Side = order.Place.Side, Type = terms.Type, TimeInForce = terms.TimeInForce, Price = terms.Price,
            Quantity = terms.Quantity, Display = terms.Display, Flags = terms.Flags, SelfTradePrevention = terms.SelfTradePrevention,
        };
    }
}
