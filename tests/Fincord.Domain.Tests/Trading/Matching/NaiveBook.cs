using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Tests.Trading.Matching;

/// <summary>
/// The rules of a book as plainly as they can be said: one list of orders, searched from end to end at every step. The engine must do the same.
/// </summary>
internal sealed class NaiveBook
{
    private readonly List<Order> _orders = [];
    private readonly List<BookEvent> _events = [];
    private TradingPhase _phase = TradingPhase.Continuous;
    private PriceBand _band = PriceBand.Unlimited;
    private long? _last;
    private long _sequence;
    private long _arrivals;

    private sealed class Order(BookOrder terms)
    {
        public BookOrder Terms = terms;
        public long Displayed;
        public long Reserve;
        public long Arrival;
        public bool Waits;

        public long Open => Displayed + Reserve;
        public long Filled => Terms.Quantity - Open;
        public bool IsMarket => Terms.Type == OrderType.Market;
    }

    public IReadOnlyList<BookEvent> Events => _events;

    public BookResult Do(BookCommand command)
    {
        _events.Clear();
        switch (command)
        {
            case BookCommand.Submit submit: return Submit(submit.Order);
            case BookCommand.Cancel cancel: return Cancel(cancel.Id);
            case BookCommand.Amend amend: return Amend(amend.Id, amend.Price, amend.Quantity);
            case BookCommand.Move move: Move(move.Phase, move.Reference); return default;
            case BookCommand.Limit limit: Limit(limit.Band); return default;
            default: throw new InvalidOperationException();
        }
    }

    public BookState State() => new(_phase, _band, _last, _sequence, [.. Ranked(OrderSide.Buy).Concat(Ranked(OrderSide.Sell)).Select(order => new BookStateOrder(
        order.Terms.Id, order.Terms.Owner, order.Terms.Side, order.Terms.Type, order.Terms.TimeInForce, order.Terms.Flags, order.Terms.SelfTradePrevention,
        order.Terms.Price, order.Terms.Quantity, order.Displayed, order.Reserve, order.Terms.Display, order.Waits))]);

    private BookResult Submit(BookOrder order)
    {
        var refusal = Check(order);
        if (refusal == BookRefusal.None && Find(order.Id) is not null) refusal = BookRefusal.DuplicateOrder;
        if (refusal == BookRefusal.None && WouldTake(order)) refusal = BookRefusal.WouldTake;
        return refusal == BookRefusal.None ? Enter(order, 0) : new(refusal, 0, 0);
    }

    private BookResult Cancel(long id)
    {
        if (Find(id) is not { } order) return new(BookRefusal.UnknownOrder, 0, 0);
        Cancel(order, BookCancelReason.Requested);
        return default;
    }

    private BookResult Amend(long id, long price, long quantity)
    {
        if (_phase == TradingPhase.Closed) return new(BookRefusal.Closed, 0, 0);
        if (_phase == TradingPhase.Halted) return new(BookRefusal.Halted, 0, 0);
        if (Find(id) is not { } order) return new(BookRefusal.UnknownOrder, 0, 0);
        if (order.IsMarket) price = order.Terms.Price;
        var amended = order.Terms with { Price = price, Quantity = quantity, Display = Math.Min(order.Terms.Display, Math.Max(quantity, 0)) };
        if (Check(amended) is var refusal && refusal != BookRefusal.None) return new(refusal, 0, 0);
        if (quantity > order.Filled && WouldTake(amended)) return new(BookRefusal.WouldTake, 0, 0);
        if (quantity <= order.Filled)
        {
            Cancel(order, BookCancelReason.Requested);
            return default;
        }
        if (price == order.Terms.Price && quantity <= order.Terms.Quantity)
        {
            Shrink(order, order.Terms.Quantity - quantity);
            order.Terms = order.Terms with { Quantity = quantity };
            return new(BookRefusal.None, 0, order.Open);
        }
        _orders.Remove(order);
        return Enter(amended, order.Filled);
    }

    private void Move(TradingPhase phase, long? reference)
    {
        if (phase == _phase) return;
        if (phase is TradingPhase.Continuous or TradingPhase.Closed)
        {
            Uncross(reference ?? _last ?? 0);
            CancelWhere(order => !order.Waits && (order.IsMarket || order.Terms.TimeInForce is TimeInForce.AtTheOpen or TimeInForce.AtTheClose), BookCancelReason.AuctionOver);
        }
        if (phase == TradingPhase.Closed) CancelWhere(order => order.Waits, BookCancelReason.AuctionOver);
        if (phase == TradingPhase.ClosingAuction)
        {
            foreach (var order in _orders.Where(order => order.Waits).OrderBy(order => order.Arrival).ToArray()) (order.Waits, order.Arrival) = (false, ++_arrivals);
        }
        _phase = phase;
    }

    private void Limit(PriceBand band)
    {
        _band = band;
        CancelWhere(order => !order.IsMarket && !band.Contains(order.Terms.Price), BookCancelReason.PriceOutsideBand);
    }

    private BookRefusal Check(BookOrder order)
    {
        var rests = order.TimeInForce is TimeInForce.GoodTillCancelled or TimeInForce.GoodTillDate or TimeInForce.Day;
        var isPostOnly = order.Flags == OrderFlags.PostOnly;
        var isImmediate = order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        var isAuction = _phase is TradingPhase.OpeningAuction or TradingPhase.ClosingAuction;
        if (_phase == TradingPhase.Closed) return BookRefusal.Closed;
        if (_phase == TradingPhase.Halted) return BookRefusal.Halted;
        if (isPostOnly && (order.Type != OrderType.Limit || !rests)) return BookRefusal.UnsupportedOrder;
        if (isAuction && (isImmediate || isPostOnly)) return BookRefusal.WrongPhase;
        if (order.TimeInForce == TimeInForce.AtTheOpen && _phase != TradingPhase.OpeningAuction) return BookRefusal.WrongPhase;
        if (order.Quantity <= 0) return BookRefusal.QuantityOutOfRange;
        if (order.Display != 0 && (order.Display < 0 || order.Display > order.Quantity || order.Type != OrderType.Limit || !rests)) return BookRefusal.DisplayOutOfRange;
        return order.Type == OrderType.Limit && !_band.Contains(order.Price) ? BookRefusal.PriceOutsideBand : BookRefusal.None;
    }

    private BookResult Enter(BookOrder terms, long filled)
    {
        var order = new Order(terms) { Displayed = terms.Quantity - filled };
        var traded = 0L;
        if (_phase == TradingPhase.Continuous && terms.TimeInForce != TimeInForce.AtTheClose)
        {
            if (terms.TimeInForce == TimeInForce.FillOrKill && !FindsAll(terms))
            {
                Record(BookEventType.Cancelled, BookCancelReason.FillOrKill, default, terms.Id, 0, terms.Price, order.Open);
                return default;
            }
            var isStopped = Trade(order);
            traded = order.Filled - filled;
            if (order.Open == 0) return new(BookRefusal.None, traded, 0);
            if (isStopped || order.IsMarket || terms.TimeInForce == TimeInForce.ImmediateOrCancel)
            {
                Record(BookEventType.Cancelled, isStopped ? BookCancelReason.SelfTrade : BookCancelReason.Immediate, default, terms.Id, 0, terms.Price, order.Open);
                return new(BookRefusal.None, traded, 0);
            }
        }
        order.Waits = terms.TimeInForce == TimeInForce.AtTheClose && _phase != TradingPhase.ClosingAuction;
        order.Arrival = ++_arrivals;
        var open = order.Open;
        order.Displayed = terms.Display > 0 ? Math.Min(terms.Display, open) : open;
        order.Reserve = open - order.Displayed;
        _orders.Add(order);
        return new(BookRefusal.None, traded, open);
    }

    // True when self-trade prevention cancels the rest of the taker.
    private bool Trade(Order taker)
    {
        while (taker.Open > 0 && Makers(taker.Terms).FirstOrDefault() is { } maker)
        {
            var aggressor = taker.Terms.Side == OrderSide.Buy ? AggressorSide.Buy : AggressorSide.Sell;
            if (IsSelfTrade(taker.Terms, maker.Terms))
            {
                var choice = taker.Terms.SelfTradePrevention;
                if (choice == SelfTradePrevention.Decrement)
                {
                    var less = Math.Min(taker.Open, maker.Open);
                    Record(BookEventType.Decremented, default, aggressor, maker.Terms.Id, taker.Terms.Id, maker.Terms.Price, less);
                    foreach (var order in (Order[])[taker, maker])
                    {
                        Shrink(order, less);
                        order.Terms = order.Terms with { Quantity = order.Terms.Quantity - less };
                    }
                    if (maker.Open == 0) _orders.Remove(maker);
                    continue;
                }
                if (choice != SelfTradePrevention.CancelNewest) Cancel(maker, BookCancelReason.SelfTrade);
                if (choice != SelfTradePrevention.CancelOldest) return true;
                continue;
            }
            var lots = Math.Min(taker.Open, maker.Displayed);
            Record(BookEventType.Traded, default, aggressor, maker.Terms.Id, taker.Terms.Id, maker.Terms.Price, lots);
            _last = maker.Terms.Price;
            taker.Displayed -= lots;
            maker.Displayed -= lots;
            if (maker.Open == 0) _orders.Remove(maker);
            if (maker.Displayed > 0 || maker.Open == 0) continue;
            maker.Displayed = Math.Min(maker.Terms.Display, maker.Reserve);
            maker.Reserve -= maker.Displayed;
            maker.Arrival = ++_arrivals;
        }
        return false;
    }

    // Tries it out on a copy.
    private bool FindsAll(BookOrder order)
    {
        var copy = new NaiveBook { _arrivals = _arrivals };
        copy._orders.AddRange(_orders.Select(original => new Order(original.Terms)
        {
            Displayed = original.Displayed, Reserve = original.Reserve, Arrival = original.Arrival, Waits = original.Waits,
        }));
        var taker = new Order(order) { Displayed = order.Quantity };
        copy.Trade(taker);
        return copy._events.Where(happened => happened.Type == BookEventType.Traded).Sum(happened => happened.Quantity) == order.Quantity;
    }

    private void Uncross(long reference)
    {
        reference = Math.Clamp(reference, _band.Low, _band.High);
        var limits = _orders.Where(order => !order.IsMarket && !order.Waits).Select(order => order.Terms.Price).Append(reference).ToArray();
        var low = Math.Max(_band.Low, limits.Min() - 1);
        var best =
            (from price in Enumerable.Range((int)low, (int)(Math.Min(_band.High, limits.Max() + 1) - low) + 1)
             let buys = Willing(OrderSide.Buy, price).Sum(order => order.Open)
             let sells = Willing(OrderSide.Sell, price).Sum(order => order.Open)
             orderby Math.Min(buys, sells) descending, Math.Abs(buys - sells), Math.Abs(price - reference), price
             select (Price: price, Volume: Math.Min(buys, sells))).First();
        for (var left = best.Volume; left > 0;)
        {
            var (buy, sell) = (Willing(OrderSide.Buy, best.Price).First(), Willing(OrderSide.Sell, best.Price).First());
            var lots = Math.Min(left, Math.Min(buy.Open, sell.Open));
            Record(BookEventType.Traded, default, AggressorSide.Unknown, buy.Terms.Id, sell.Terms.Id, best.Price, lots);
            _last = best.Price;
            foreach (var order in (Order[])[buy, sell])
            {
                Shrink(order, lots);
                if (order.Open == 0) _orders.Remove(order);
            }
            left -= lots;
        }
    }

    private IEnumerable<Order> Willing(OrderSide side, long price) =>
        Ranked(side).Where(order => !order.Waits && (order.IsMarket || (side == OrderSide.Buy ? order.Terms.Price >= price : order.Terms.Price <= price)));

    private IEnumerable<Order> Makers(BookOrder taker) => Ranked(taker.Side.Opposite()).Where(order => !order.Waits && !order.IsMarket
        && (taker.Type == OrderType.Market || (taker.Side == OrderSide.Buy ? order.Terms.Price <= taker.Price : order.Terms.Price >= taker.Price)));

    private IEnumerable<Order> Ranked(OrderSide side) =>
        from order in _orders
        where order.Terms.Side == side
        orderby order.Waits ? 1 : order.IsMarket ? 0 : 2,
            order.Waits || order.IsMarket ? (Int128)0 : side == OrderSide.Buy ? -(Int128)order.Terms.Price : order.Terms.Price,
            order.Arrival
        select order;

    private bool WouldTake(BookOrder order) => order.Flags == OrderFlags.PostOnly && Makers(order).Any();

    private static bool IsSelfTrade(BookOrder taker, BookOrder maker) =>
        taker.SelfTradePrevention != SelfTradePrevention.None && taker.Owner != 0 && taker.Owner == maker.Owner;

    private Order? Find(long id) => _orders.SingleOrDefault(order => order.Terms.Id == id);

    private static void Shrink(Order order, long lots)
    {
        var hidden = Math.Min(lots, order.Reserve);
        order.Reserve -= hidden;
        order.Displayed -= lots - hidden;
    }

    private void CancelWhere(Func<Order, bool> condition, BookCancelReason reason)
    {
        foreach (var order in Ranked(OrderSide.Buy).Concat(Ranked(OrderSide.Sell)).Where(condition).ToArray()) Cancel(order, reason);
    }

    private void Cancel(Order order, BookCancelReason reason)
    {
        _orders.Remove(order);
        Record(BookEventType.Cancelled, reason, default, order.Terms.Id, 0, order.Terms.Price, order.Open);
    }

    private void Record(BookEventType type, BookCancelReason reason, AggressorSide aggressor, long id, long counter, long price, long lots) =>
        _events.Add(new(++_sequence, type, reason, aggressor, id, counter, price, lots));
}
