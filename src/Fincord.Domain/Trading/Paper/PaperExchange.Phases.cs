using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Paper;

// The book goes through the market's phases. An auction ends at the market's own price, and the market gives and takes there what members ask
// for: docs/decisions/0006-auctions-on-paper.md.
public sealed partial class PaperExchange
{
    /// <summary>How long the opening waits for the market's first trade; after it, the market opens at the middle of its quote.</summary>
    public static readonly TimeSpan OpeningPatience = TimeSpan.FromMinutes(1);

    /// <summary>Follows the market into a phase; whether continuous trading began.</summary>
    private bool MoveTo(TradingPhase phase, bool hasTraded)
    {
        if (phase is TradingPhase.Continuous && (_book.Phase is not (TradingPhase.Continuous or TradingPhase.Halted) || IsHaltedInOpening)) return Open(hasTraded);
        _opensSince = null;
        if (phase == _book.Phase) return false;
        // A break leaves what is for the close alone; a close that nobody saw coming does not.
        if (phase is TradingPhase.Closed && _book.Phase is TradingPhase.Continuous && _orders.Values.Any(IsOverdueForClose)) Change(TradingPhase.ClosingAuction);
        if (phase is TradingPhase.Closed && _book.Phase is TradingPhase.ClosingAuction) Uncross(phase, _market.Last ?? Middle);
        else Change(phase);
        return phase is TradingPhase.Continuous;
    }

    private bool IsHaltedInOpening =>
        _book.Phase is TradingPhase.Halted && _orders.Values.Any(order => order is { Stage: PaperStage.Resting, Ticket.TimeInForce: TimeInForce.AtTheOpen });

    private bool IsOverdueForClose(PaperOrder order) =>
        order is { Stage: PaperStage.AwaitingAuction, Ticket.TimeInForce: TimeInForce.AtTheClose } && order.ExpiresAt <= _now;

    private Price? Middle => _market.Quote is { Bid: { } bid, Ask: { } ask } ? new((long)(((Int128)bid.Count + ask.Count) / 2)) : null;

    /// <summary>Ends the opening auction with the market's first trade. Where nobody waits for it, and where there is no auction, the market opens at once.</summary>
    private bool Open(bool hasTraded)
    {
        if (_calendar.HasAuctionFor(TimeInForce.AtTheOpen))
        {
            if (_book.Phase is not TradingPhase.OpeningAuction) Change(TradingPhase.OpeningAuction);
            var isAwaited = _orders.Values.Any(order => order.Stage is PaperStage.Resting);
            _opensSince ??= _now;
            if (isAwaited && !hasTraded && _now < _opensSince + OpeningPatience) return false;
            Uncross(TradingPhase.Continuous, hasTraded ? _market.Last : Middle ?? _market.Last);
        }
        else Change(TradingPhase.Continuous);
        _opensSince = null;
        Admit();
        return true;
    }

    private void Change(TradingPhase phase)
    {
        Withdraw(OrderSide.Buy);
        Withdraw(OrderSide.Sell);
        _book.MoveTo(phase);
        Settle();
        Admit();
    }

    /// <summary>Lets in the orders that waited for the book's phase.</summary>
    private void Admit()
    {
        if (_book.Phase is TradingPhase.Continuous && _market.Quote is { } quote) Show(quote, null);
        foreach (var number in _orders.Values.Where(order => order.Stage is PaperStage.AwaitingOpening or PaperStage.AwaitingAuction).Select(order => order.Number).ToList())
        {
            // An earlier one may have taken it along.
            if (!_orders.TryGetValue(number, out var order)) continue;
            if (order.Stage is PaperStage.AwaitingOpening ? !MustWait(order) : IsCallOf(order)) Enter(order);
        }
    }

    private void AwaitAuction(PaperOrder order)
    {
        if (IsCallOf(order)) Enter(order);
        else Keep(order with { Stage = PaperStage.AwaitingAuction });
    }

    private bool IsCallOf(PaperOrder order) =>
        _book.Phase == (order.Ticket.TimeInForce is TimeInForce.AtTheOpen ? TradingPhase.OpeningAuction : TradingPhase.ClosingAuction);

    /// <summary>Whether the book does not take an order now, and the order may wait until it does.</summary>
    private bool MustWait(PaperOrder order)
    {
        var ticket = order.Ticket;
        var isImmediate = !ticket.Type.HasLimit() || ticket.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        return _book.Phase switch
        {
            TradingPhase.Continuous => false,
            _ when ticket.TimeInForce is TimeInForce.AtTheOpen or TimeInForce.AtTheClose => false,
            TradingPhase.OpeningAuction or TradingPhase.ClosingAuction when !isImmediate && !ticket.Flags.HasFlag(OrderFlags.PostOnly) => false,
            _ => !isImmediate || _opensSince is not null,
        };
    }

    /// <summary>Ends an auction. With a price of the market's all who trade at that price do; without one members meet at a price of their own.</summary>
    private void Uncross(TradingPhase next, Price? price)
    {
        var reference = price is { } market && FloorTicks(market) is > 0 and var ticks ? ticks : (long?)null;
        if (reference is { } at)
        {
            var timeInForce = _book.Phase is TradingPhase.OpeningAuction ? TimeInForce.AtTheOpen : TimeInForce.AtTheClose;
            var (buys, sells) = (Willing(OrderSide.Buy, at), Willing(OrderSide.Sell, at));
            if (buys > 0) Add(OrderSide.Sell, at, buys, timeInForce);
            if (sells > 0) Add(OrderSide.Buy, at, sells, timeInForce);
        }
        _book.MoveTo(next, reference);
        Settle();
        _marketOrders.RemoveAll(number => !_book.TryGetOrder(number, out _));
    }

    // Lots that members would buy, or sell, at a price.
    private long Willing(OrderSide side, long ticks)
    {
        long lots = 0;
        foreach (var number in _orders.Values.Where(order => order.Stage is PaperStage.Resting && order.Ticket.Side == side).Select(order => order.Number))
        {
            if (!_book.TryGetOrder(number, out var order)) continue;
            var isWilling = order.Type is OrderType.Market || (side is OrderSide.Buy ? order.Price >= ticks : order.Price <= ticks);
            if (isWilling) lots = Math.Min(Everything.Count, lots + order.Open);
        }
        return lots;
    }

    private Timestamp? EndOfNextOpening(Timestamp moment)
    {
        var call = new PhaseChange(moment, _calendar.PhaseAt(moment));
        while (call.Phase is not TradingPhase.OpeningAuction)
        {
            if (_calendar.NextChange(call.At) is not { } next) return null;
            call = next;
        }
        return _calendar.EndOfSession(call.At);
    }
}
