using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Paper;

public sealed partial class PaperExchange
{
    /// <summary>Takes in the market as it is now: its quotes come into the book, its last trade eats into the queue, triggers are touched.</summary>
    public void Observe(MarketState market, TradingPhase phase, Timestamp now)
    {
        Arrive(now);
        var before = _market;
        _market = market;
        var hasTraded = market.Last is not null && (market.OccurredAt != before.OccurredAt || market.Last != before.Last) && !IsQuoteOnly(market, before);
        // What ends with the session takes part in its closing auction; what should have ended earlier does not.
        if (phase is not TradingPhase.Closed) Expire(ofSession: true);
        if (!MoveTo(phase, hasTraded && IsOfSession(market)))
        {
            if (market.Quote is { } quote && !Equals(quote, before.Quote)) Show(quote, before.Quote);
            if (hasTraded) Print(market.Last!.Value, market.LastSize ?? new(0));
        }
        Expire(ofSession: true);
        TouchTriggers();
    }

    private bool IsOfSession(MarketState market) => _calendar.PreviousChange(_now) is not { } opening || market.OccurredAt >= opening.At;

    // The time of a state is the later of its quote's and its last trade's.
    private static bool IsQuoteOnly(MarketState market, MarketState before) =>
        market.Last == before.Last && market.LastSize == before.LastSize && market.Quote?.OccurredAt == market.OccurredAt;

    /// <summary>Puts the market's best bid and ask into the book. What members took of a quote stays taken until the market shows another.</summary>
    private void Show(Quote quote, Quote? before)
    {
        if (_book.Phase is not TradingPhase.Continuous) return;
        var (bid, ask) = (quote.Bid is { } b ? FloorTicks(b) - Shift : (long?)null, quote.Ask is { } a ? CeilingTicks(a) + Shift : (long?)null);
        if (bid >= ask) bid = ask - 1;                     // a locked or crossed quote would trade with itself
        // Both go before either comes: the new bid may lie above the old ask.
        var keepsBid = bid is not null && quote.Bid == before?.Bid;
        var keepsAsk = ask is not null && quote.Ask == before?.Ask;
        if (!keepsBid) Withdraw(OrderSide.Buy);
        if (!keepsAsk) Withdraw(OrderSide.Sell);
        if (bid is { } bidTicks) Place(OrderSide.Buy, bidTicks, Lots(quote.BidSize), keepsBid ? Lots(before!.BidSize) : 0);
        if (ask is { } askTicks) Place(OrderSide.Sell, askTicks, Lots(quote.AskSize), keepsAsk ? Lots(before!.AskSize) : 0);
    }

    // A quote that grew brings more behind those who wait there; one that shrank lost the latest.
    private void Place(OrderSide side, long ticks, long lots, long before)
    {
        if (lots > before) Add(side, ticks, lots - before, TimeInForce.GoodTillCancelled);
        else if (lots < before) Take(side, before - lots);
    }

    private void Take(OrderSide side, long lots)
    {
        for (var index = _marketOrders.Count - 1; index >= 0 && lots > 0; index--)
        {
            if (!_book.TryGetOrder(_marketOrders[index], out var order) || order.Side != side) continue;
            if (order.Open <= lots) _book.Cancel(order.Id);
            else _book.Amend(order.Id, order.Price, order.Quantity - lots);
            lots -= Math.Min(lots, order.Open);
        }
        _marketOrders.RemoveAll(number => !_book.TryGetOrder(number, out _));
    }

    private void Withdraw(OrderSide side)
    {
        foreach (var number in _marketOrders)
            if (_book.TryGetOrder(number, out var order) && order.Side == side) _book.Cancel(number);
        _marketOrders.RemoveAll(number => !_book.TryGetOrder(number, out _));
    }

    /// <summary>The market traded: who rests at that price or beyond was in its way, first those who were there first.</summary>
    private void Print(Price price, Quantity size)
    {
        if (_book.Phase is not TradingPhase.Continuous || _orders.Count == 0) return;
        var lots = size.Count / _terms.LotSize;
        var quote = _market.Quote;
        if (quote?.Ask is null || price < quote.Ask)
        {
            if (lots > 0) lots -= Add(OrderSide.Sell, FloorTicks(price), lots, TimeInForce.ImmediateOrCancel);
        }
        if (lots > 0 && (quote?.Bid is null || price > quote.Bid)) Add(OrderSide.Buy, CeilingTicks(price), lots, TimeInForce.ImmediateOrCancel);
    }

    /// <summary>Sends an order of the market's own; returns how much of it traded.</summary>
    private long Add(OrderSide side, long ticks, long lots, TimeInForce timeInForce)
    {
        var number = _nextNumber++;
        var result = _book.Submit(new() { Id = number, Side = side, Type = OrderType.Limit, TimeInForce = timeInForce, Price = ticks, Quantity = lots });
        if (result.Open > 0) _marketOrders.Add(number);
        Settle();
        return result.Filled;
    }

    /// <summary>
    /// What an order would meet beyond what the market shows, by the slippage model; where the market shows no quote, at the last trade's price.
    /// Returns the number of what was put into the book for it, to be taken out again.
    /// </summary>
    private long? ShowBeyond(PaperOrder order)
    {
        if (_book.Phase is not TradingPhase.Continuous || order.Ticket.Flags.HasFlag(OrderFlags.PostOnly)) return null;
        var side = order.Ticket.Side.Opposite();
        var (shownPrice, shown) = side is OrderSide.Sell ? (_market.Quote?.Ask, _market.Quote?.AskSize) : (_market.Quote?.Bid, _market.Quote?.BidSize);
        long ticks, lots;
        if (shownPrice is { } quoted)
        {
            if (_rules.Slippage.Type is SlippageType.None or SlippageType.FixedTicks) return null;
            var size = shown ?? new(0);
            var beyond = order.Remaining.Count - OpenOfMarket(side);
            if (beyond <= 0) return null;
            var worse = _rules.Slippage.Beyond(quoted, new(beyond), size, _terms.TickSize);
            ticks = side is OrderSide.Sell ? CeilingTicks(new(quoted.Count + worse)) : FloorTicks(new(quoted.Count - worse));
            lots = beyond / _terms.LotSize;
        }
        else if (_market.Last is { } last)
        {
            ticks = side is OrderSide.Sell ? CeilingTicks(last) + Shift : FloorTicks(last) - Shift;
            lots = order.Remaining.Count / _terms.LotSize;
        }
        else return null;
        // Behind a member who bids more, or asks less, nobody would sell or buy so.
        if (lots == 0 || ticks <= 0 || (side is OrderSide.Sell ? ticks <= _book.BestBid : ticks >= _book.BestAsk)) return null;
        var number = _nextNumber++;
        _book.Submit(new() { Id = number, Side = side, Type = OrderType.Limit, TimeInForce = TimeInForce.GoodTillCancelled, Price = ticks, Quantity = lots });
        return number;
    }

    private long OpenOfMarket(OrderSide side)
    {
        long open = 0;
        foreach (var number in _marketOrders)
            if (_book.TryGetOrder(number, out var order) && order.Side == side) open += order.Open;
        return open * _terms.LotSize;
    }

    private long Shift => _rules.Slippage.Type is SlippageType.FixedTicks ? (long)_rules.Slippage.Factor : 0;

    private long Lots(Quantity? size) => (size?.Count ?? 0) / _terms.LotSize;

    private long FloorTicks(Price price)
    {
        var (ticks, rest) = Math.DivRem(price.Count, _terms.TickSize);
        return rest < 0 ? ticks - 1 : ticks;
    }

    private long CeilingTicks(Price price)
    {
        var (ticks, rest) = Math.DivRem(price.Count, _terms.TickSize);
        return rest > 0 ? ticks + 1 : ticks;
    }
}
