using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Matching;

public sealed partial class MatchingEngine
{
    // An order that comes in during continuous trading, of which some lots may have been filled before it was amended.
    private BookResult Execute(in BookOrder order, long filled)
    {
        var opposite = order.Side == OrderSide.Buy ? _asks : _bids;
        var limitKey = order.Type == OrderType.Market ? long.MaxValue : opposite.Mirror(order.Price);
        var quantity = order.Quantity - filled;
        var taken = default(Taken);
        if (opposite.Meets(limitKey))
        {
            if (order.TimeInForce == TimeInForce.FillOrKill && !CanFill(order, opposite, limitKey)) return Kill(order, quantity);
            taken = Take(order, quantity, opposite, limitKey);
        }
        else if (order.TimeInForce == TimeInForce.FillOrKill)
        {
            return Kill(order, quantity);
        }

        var left = quantity - taken.Filled - taken.Decremented;
        if (left == 0) return new(BookRefusal.None, taken.Filled, 0);
        if (taken.IsStopped || order.Type == OrderType.Market || order.TimeInForce == TimeInForce.ImmediateOrCancel)
        {
            _events.Cancelled(taken.IsStopped ? BookCancelReason.SelfTrade : BookCancelReason.Immediate, order.Id, order.Price, left);
            return new(BookRefusal.None, taken.Filled, 0);
        }
        // What was decremented is no part of the order any more.
        var rests = taken.Decremented == 0 ? order : order with { Quantity = order.Quantity - taken.Decremented };
        var side = order.Side == OrderSide.Buy ? _bids : _asks;
        return new(BookRefusal.None, taken.Filled, Rest(rests, side.LevelAt(order.Price), filled + taken.Filled));
    }

    private BookResult Kill(in BookOrder order, long quantity)
    {
        _events.Cancelled(BookCancelReason.FillOrKill, order.Id, order.Price, quantity);
        return default;
    }

    private struct Taken
    {
        public long Filled;
        public long Decremented;
        public bool IsStopped;
    }

    // Trades with the best levels while they meet the limit.
    private Taken Take(in BookOrder taker, long quantity, BookSide opposite, long limitKey)
    {
        var taken = default(Taken);
        var left = quantity;
        var orders = _slab.Orders;
        var levels = opposite.Levels;
        var aggressor = taker.Side == OrderSide.Buy ? AggressorSide.Buy : AggressorSide.Sell;
        var owner = taker.SelfTradePrevention == SelfTradePrevention.None ? 0 : taker.Owner;
        while (left > 0 && opposite.Meets(limitKey))
        {
            ref var level = ref levels[opposite.Best];
            var price = opposite.Mirror(level.Key);
            var slot = level.Head;
            ref var maker = ref orders[slot];
            if (owner != 0 && maker.Owner == owner)
            {
                left -= PreventSelfTrade(taker, slot, left, ref taken);
                if (taken.IsStopped) break;
                continue;
            }
            var lots = Math.Min(left, maker.Displayed);
            left -= lots;
            taken.Filled += lots;
            _events.Traded(aggressor, maker.Id, taker.Id, price, lots);
            LastPrice = price;
            if (lots < maker.Displayed)
            {
                maker.Displayed -= lots;
                level.Displayed -= lots;
            }
            else if (maker.Place.HasReserve)
            {
                maker.Displayed = 0;
                level.Displayed -= lots;
                opposite.Replenish(slot);
            }
            else
            {
                opposite.Unlink(slot);
                _slab.Release(slot);
            }
        }
        return taken;
    }

    // Returns what the incoming order lost without a trade.
    private long PreventSelfTrade(in BookOrder taker, int slot, long left, ref Taken taken)
    {
        if (taker.SelfTradePrevention == SelfTradePrevention.Decrement)
        {
            var open = OpenOf(slot);
            var lots = Math.Min(left, open);
            ref readonly var maker = ref _slab.Orders[slot];
            var aggressor = taker.Side == OrderSide.Buy ? AggressorSide.Buy : AggressorSide.Sell;
            _events.Decremented(aggressor, maker.Id, taker.Id, _slab.Terms[slot].Price, lots);
            taken.Decremented += lots;
            if (lots == open)
            {
                SideOf(maker.Place.Side).Unlink(slot);
                _slab.Release(slot);
            }
            else
            {
                SideOf(maker.Place.Side).Shrink(slot, lots);
                _slab.Terms[slot].Quantity -= lots;
            }
            return lots;
        }
        if (taker.SelfTradePrevention != SelfTradePrevention.CancelNewest) Cancel(slot, BookCancelReason.SelfTrade);
        taken.IsStopped = taker.SelfTradePrevention != SelfTradePrevention.CancelOldest;
        return 0;
    }

    // Whether a fill-or-kill order finds its whole quantity. An order of its owner that would be cancelled does not count; one that would stop it ends the search.
    private bool CanFill(in BookOrder order, BookSide opposite, long limitKey)
    {
        var needed = (Int128)order.Quantity;
        var owner = order.SelfTradePrevention == SelfTradePrevention.None ? 0 : order.Owner;
        for (var at = opposite.Best; at != PriceLadder.None && opposite.Levels[at].Key <= limitKey; at = opposite.Levels[at].Worse)
        {
            ref readonly var level = ref opposite.Levels[at];
            if (owner == 0)
            {
                needed -= (Int128)level.Displayed + level.Reserve;
            }
            else
            {
                // Reserves come after all that is displayed, so they are counted only when nobody stopped the search before.
                var reserve = (Int128)0;
                for (var slot = level.Head; slot != OrderSlab.None; slot = _slab.Orders[slot].Next)
                {
                    ref readonly var maker = ref _slab.Orders[slot];
                    if (maker.Owner != owner)
                    {
                        needed -= maker.Displayed;
                        reserve += _slab.Terms[slot].Reserve;
                    }
                    else if (order.SelfTradePrevention != SelfTradePrevention.CancelOldest)
                    {
                        return needed <= 0;
                    }
                }
                needed -= reserve;
            }
            if (needed <= 0) return true;
        }
        return false;
    }
}
