using System.Collections.Immutable;

namespace Fincord.Domain.Trading.Matching;

public sealed partial class MatchingEngine
{
    /// <summary>A book that goes on from a state; throws <see cref="ArgumentException"/> when no book can have it.</summary>
    /// <param name="state">From <see cref="Capture()"/>.</param>
    /// <param name="rules">As it had when the state was taken.</param>
    /// <param name="capacity">How many orders it holds before it allocates more memory.</param>
    public MatchingEngine(BookState state, BookRules? rules = null, int capacity = 1_024)
    {
        Rules = rules ?? new();
        (Phase, Band, LastPrice) = (state.Phase, state.Band, state.LastPrice);
        _slab = new(Math.Max(capacity, state.Orders.Length));
        _bids = new(OrderSide.Buy, _slab, capacity / 8);
        _asks = new(OrderSide.Sell, _slab, capacity / 8);
        _events = new(state.Sequence);
        foreach (ref readonly var order in state.Orders.AsSpan()) Restore(order);
        if (Phase == TradingPhase.Continuous && _asks.BestPrice <= _bids.BestPrice)
            throw new ArgumentException("In continuous trading no buy order meets a sell order.", nameof(state));
    }

    /// <summary>All that the book is.</summary>
    public BookState Capture()
    {
        var orders = ImmutableArray.CreateBuilder<BookStateOrder>(OrderCount);
        foreach (var side in (ReadOnlySpan<BookSide>)[_bids, _asks])
        {
            Capture(side, BookSide.Unpriced, orders);
            Capture(side, BookSide.Waiting, orders);
            for (var level = side.Best; level != PriceLadder.None; level = side.Levels[level].Worse) Capture(side, level, orders);
        }
        return new(Phase, Band, LastPrice, Sequence, orders.MoveToImmutable());
    }

    private void Capture(BookSide side, int level, ImmutableArray<BookStateOrder>.Builder orders)
    {
        for (var slot = side.Levels[level].Head; slot != OrderSlab.None; slot = _slab.Orders[slot].Next) orders.Add(StateOf(slot));
    }

    private BookStateOrder StateOf(int slot)
    {
        ref readonly var order = ref _slab.Orders[slot];
        ref readonly var terms = ref _slab.Terms[slot];
        return new(order.Id, order.Owner, order.Place.Side, terms.Type, terms.TimeInForce, terms.Flags, terms.SelfTradePrevention,
            terms.Price, terms.Quantity, order.Displayed, terms.Reserve, terms.Display, order.Place.Level == BookSide.Waiting);
    }

    private void Restore(in BookStateOrder order)
    {
        if (order.Quantity <= 0 || order.Displayed <= 0 || order.Reserve < 0 || order.Quantity - order.Reserve < order.Displayed || order.Side is not (OrderSide.Buy or OrderSide.Sell))
            throw new ArgumentException($"The order {order.Id} cannot be in a book: {order}.", nameof(order));
        if (_slab.Slots.Find(order.Id) >= 0) throw new ArgumentException($"The order {order.Id} is in the book twice.", nameof(order));
        var side = SideOf(order.Side);
        var level = order.IsWaiting ? BookSide.Waiting : order.Type == OrderType.Market ? BookSide.Unpriced : side.LevelAt(order.Price);
        if (side.WouldOverflow(level, order.Open)) throw new ArgumentException($"Too many lots at the price of the order {order.Id}.", nameof(order));
        var slot = _slab.Take(order.Id);
        ref var resting = ref _slab.Orders[slot];
        (resting.Id, resting.Displayed, resting.Owner) = (order.Id, order.Displayed, order.Owner);
        _slab.Terms[slot] = new()
        {
            Quantity = order.Quantity, Reserve = order.Reserve, Display = order.Display, Price = order.Price, Type = order.Type,
            TimeInForce = order.TimeInForce, Flags = order.Flags, SelfTradePrevention = order.SelfTradePrevention,
        };
        side.Append(level, slot, order.Reserve);
    }
}
