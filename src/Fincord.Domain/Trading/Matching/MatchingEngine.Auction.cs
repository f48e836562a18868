using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Matching;

/// <summary>What an auction would do if it ended now, in ticks and lots.</summary>
/// <param name="Price">The one price of all its trades; it means nothing without volume.</param>
/// <param name="Volume">What would trade.</param>
/// <param name="Surplus">What would be left at this price: of buyers when positive, of sellers when negative.</param>
public readonly record struct AuctionOutlook(long Price, Int128 Volume, Int128 Surplus);

public sealed partial class MatchingEngine
{
    /// <summary>
    /// Moves the market to another phase. An auction ends when it moves to <see cref="TradingPhase.Continuous"/> or
    /// <see cref="TradingPhase.Closed"/>: the book is uncrossed at the price of <see cref="Indicate"/>, and what is left of market orders and of orders
    /// that were for this auction only is cancelled. A halt leaves all as it is. Orders at the close wait unseen until <see cref="TradingPhase.ClosingAuction"/>
    /// begins, then stand behind the others at their prices; a market that closes without that auction cancels them.
    /// Self-trade prevention is for continuous trading: an auction has one price for all, so its owner gains nothing by meeting himself.
    /// </summary>
    /// <param name="phase">The new phase; the present one changes nothing.</param>
    /// <param name="reference">The price in ticks that decides between prices of an auction that are as good; the last price when null, 0 before the first trade.</param>
    public void MoveTo(TradingPhase phase, long? reference = null)
    {
        _events.Clear();
        if (phase == Phase) return;
        if (phase is TradingPhase.Continuous or TradingPhase.Closed)
        {
            Uncross(Indicate(reference));
            CancelWhere(static (engine, slot) => engine.WasForAuction(slot), BookCancelReason.AuctionOver);
        }
        if (phase == TradingPhase.Closed)
            CancelWhere(static (engine, slot) => engine._slab.Orders[slot].Place.Level == BookSide.Waiting, BookCancelReason.AuctionOver);
        if (phase == TradingPhase.ClosingAuction)
        {
            Admit(_bids);
            Admit(_asks);
        }
        Phase = phase;
    }

    /// <summary>
    /// The price at which an auction would end now: the one of maximum volume; of several, of the least surplus; of several, the nearest to the
    /// reference, and of two equally near the lower one. It need not be a price of an order. Prices stay inside the price band.
    /// </summary>
    /// <param name="reference">As in <see cref="MoveTo"/>.</param>
    public AuctionOutlook Indicate(long? reference = null)
    {
        var search = new AuctionSearch(Math.Clamp(reference ?? LastPrice ?? 0, Band.Low, Band.High));
        // Upwards over all prices: buyers fall away above their limits, sellers join at theirs. Between two limits nothing changes.
        var buys = LotsOf(_bids, BookSide.Unpriced);
        for (var level = _bids.Best; level != PriceLadder.None; level = _bids.Levels[level].Worse) buys += LotsOf(_bids, level);
        var sells = LotsOf(_asks, BookSide.Unpriced);
        var (bid, ask) = (_bids.Worst, _asks.Best);
        var from = (Int128)Band.Low;
        while (bid != PriceLadder.None || ask != PriceLadder.None)
        {
            var price = Math.Min(
                bid == PriceLadder.None ? long.MaxValue : _bids.Mirror(_bids.Levels[bid].Key), ask == PriceLadder.None ? long.MaxValue : _asks.Levels[ask].Key);
            search.Try(from, (Int128)price - 1, buys, sells);
            if (ask != PriceLadder.None && _asks.Levels[ask].Key == price)
            {
                sells += LotsOf(_asks, ask);
                ask = _asks.Levels[ask].Worse;
            }
            search.Try(price, price, buys, sells);
            if (bid != PriceLadder.None && _bids.Mirror(_bids.Levels[bid].Key) == price)
            {
                buys -= LotsOf(_bids, bid);
                bid = _bids.Levels[bid].Better;
            }
            from = (Int128)price + 1;
        }
        search.Try(from, Band.High, buys, sells);
        return search.Best;
    }

    // Keeps an order until its auction ends, or, for the close, begins.
    private BookResult Collect(in BookOrder order, long filled)
    {
        var level = order.TimeInForce == TimeInForce.AtTheClose && Phase != TradingPhase.ClosingAuction ? BookSide.Waiting
            : order.Type == OrderType.Market ? BookSide.Unpriced
            : SideOf(order.Side).LevelAt(order.Price);
        return new(BookRefusal.None, 0, Rest(order, level, filled));
    }

    private void Uncross(AuctionOutlook outlook)
    {
        var left = outlook.Volume;
        if (left == 0) return;
        LastPrice = outlook.Price;
        while (left > 0)
        {
            var (buy, sell) = (FirstOf(_bids), FirstOf(_asks));
            var lots = (long)Int128.Min(left, Math.Min(OpenOf(buy), OpenOf(sell)));
            left -= lots;
            _events.Traded(AggressorSide.Unknown, _slab.Orders[buy].Id, _slab.Orders[sell].Id, outlook.Price, lots);
            Fill(_bids, buy, lots);
            Fill(_asks, sell, lots);
        }
    }

    private static int FirstOf(BookSide side) =>
        side.Levels[BookSide.Unpriced].Head is var market and not OrderSlab.None ? market : side.Levels[side.Best].Head;

    // An auction is one moment, so an iceberg keeps its place in it.
    private void Fill(BookSide side, int slot, long lots)
    {
        if (lots < OpenOf(slot))
        {
            side.Shrink(slot, lots);
            return;
        }
        side.Unlink(slot);
        _slab.Release(slot);
    }

    private void Admit(BookSide side)
    {
        while (side.Levels[BookSide.Waiting].Head is var slot and not OrderSlab.None)
        {
            side.Unlink(slot);
            ref readonly var terms = ref _slab.Terms[slot];
            var level = terms.Type == OrderType.Market ? BookSide.Unpriced : side.LevelAt(terms.Price);
            if (side.WouldOverflow(level, _slab.Orders[slot].Displayed))
            {
                _events.Cancelled(BookCancelReason.BookFull, _slab.Orders[slot].Id, terms.Price, _slab.Orders[slot].Displayed);
                side.Drop(level);
                _slab.Release(slot);
            }
            else
            {
                side.Append(level, slot, reserve: 0);
            }
        }
    }

    private bool WasForAuction(int slot) =>
        _slab.Orders[slot].Place.Level != BookSide.Waiting
        && (_slab.Terms[slot].Type == OrderType.Market || _slab.Terms[slot].TimeInForce is TimeInForce.AtTheOpen or TimeInForce.AtTheClose);

    private void CancelWhere(Func<MatchingEngine, int, bool> condition, BookCancelReason reason)
    {
        foreach (var side in (ReadOnlySpan<BookSide>)[_bids, _asks])
        {
            CancelWhere(side, BookSide.Unpriced, condition, reason);
            CancelWhere(side, BookSide.Waiting, condition, reason);
            for (var level = side.Best; level != PriceLadder.None;)
            {
                var worse = side.Levels[level].Worse;
                CancelWhere(side, level, condition, reason);
                level = worse;
            }
        }
    }

    private void CancelWhere(BookSide side, int level, Func<MatchingEngine, int, bool> condition, BookCancelReason reason)
    {
        for (var slot = side.Levels[level].Head; slot != OrderSlab.None;)
        {
            var next = _slab.Orders[slot].Next;
            if (condition(this, slot)) Cancel(slot, reason);
            slot = next;
        }
    }

    private static Int128 LotsOf(BookSide side, int level) => (Int128)side.Levels[level].Displayed + side.Levels[level].Reserve;
}
