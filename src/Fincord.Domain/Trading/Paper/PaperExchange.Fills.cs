using Fincord.Domain.Markets;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Trading.Paper;

public sealed partial class PaperExchange
{
    /// <summary>Tells what the book's last command did, and what follows from it.</summary>
    private void Settle()
    {
        foreach (var happened in _book.Events.ToArray())
        {
            switch (happened.Type)
            {
                case BookEventType.Traded:
                    Trade(happened);
                    break;
                case BookEventType.Decremented:
                    Decrement(happened.OrderId, happened.Quantity);
                    Decrement(happened.CounterOrderId, happened.Quantity);
                    break;
                case BookEventType.Cancelled when _orders.TryGetValue(happened.OrderId, out var order):
                    Forget(order);
                    var (code, reason) = ReasonOf(happened.Reason);
                    Tell(order.Order.AccountId, VenueReportKind.Cancelled, order.Order.Id, code, reason);
                    break;
            }
        }
    }

    private void Trade(BookEvent trade)
    {
        var (price, quantity) = (_book.Rules.ToPrice(trade.Price), _book.Rules.ToQuantity(trade.Quantity));
        var isAuction = trade.Aggressor is AggressorSide.Unknown;
        var resting = _orders.GetValueOrDefault(trade.OrderId);
        var incoming = _orders.GetValueOrDefault(trade.CounterOrderId);
        if (resting is not null) Fill(resting, price, quantity, isAuction ? LiquiditySide.Auction : LiquiditySide.Maker);
        if (incoming is not null) Fill(incoming, price, quantity, isAuction ? LiquiditySide.Auction : LiquiditySide.Taker);
    }

    private void Fill(PaperOrder order, Price price, Quantity traded, LiquiditySide liquidity)
    {
        // An earlier trade of the same step may have taken from it what the book had traded already: that part did not happen.
        var (ticket, quantity) = (order.Ticket, new Quantity(Math.Min(traded.Count, order.Remaining.Count)));
        var index = IndexOf(order.Order.AccountId);
        var (day, sign) = (_now.Nanoseconds / (86_400 * Timestamp.NanosecondsPerSecond), ticket.Side is OrderSide.Buy ? 1 : -1);
        var notional = Currencies.Notional(_terms, price, quantity);
        var fee = _rules.Fees.FeeOf(_terms, notional, quantity, liquidity, _accounts[index].VolumeAt(day));
        _accounts[index] = _accounts[index].Traded(sign * quantity.Count, Math.Abs(notional), day);
        // The account posts against clearing; this is the other side of the same trade. Of a trade between members both together are nothing.
        Clear(JournalEntry.UnitOf(_terms.InstrumentId), sign * _terms.QuantityScale.ToDecimal(quantity));
        Clear(_terms.Currency, -sign * notional);

        var filled = order with { Filled = new(order.Filled.Count + quantity.Count) };
        if (filled.Remaining.Count > 0) Keep(filled);
        else
        {
            Forget(filled);
            _book.Cancel(filled.Number);
        }
        var id = FillId.Of(_venue, order.Order.AccountId, $"{_accounts[index].Sequence + 1}");
        Tell(order.Order.AccountId, VenueReportKind.Filled, order.Order.Id, fill: new(
            id, order.Order.Id, _terms.InstrumentId, ticket.Side, price, quantity, liquidity, fee, _now, SettlementDate.After(_now, _terms, _calendar)));

        foreach (var sibling in order.Order.Siblings) Reduce(Find(sibling), quantity.Count);
        foreach (var sibling in order.Awaited) _losses.Add(new(sibling, quantity));
        KeepReduceOnly(order.Order.AccountId);
    }

    private void Clear(string unit, decimal amount) => _clearing[unit] = _clearing.GetValueOrDefault(unit) + amount;

    // One cancels the other: what one was filled the other loses.
    private void Reduce(PaperOrder? sibling, long filled)
    {
        if (sibling is null) return;
        if (sibling.Remaining.Count <= filled) End(sibling, VenueReportKind.Cancelled, "SIBLING_FILLED", "The order that cancels it was filled.");
        else Shrink(sibling, filled);
    }

    // Reduce-only orders never add up to more than there is to reduce; the latest give way first.
    private void KeepReduceOnly(AccountId account)
    {
        foreach (var order in _orders.Values.Where(order =>
            order.Stage is PaperStage.Resting && order.Order.AccountId == account && order.Ticket.Flags.HasFlag(OrderFlags.ReduceOnly)).Reverse().ToList())
        {
            if (!_orders.TryGetValue(order.Number, out var current)) continue;
            var reducible = ReducibleBy(current);
            if (reducible == 0) End(current, VenueReportKind.Cancelled, "REDUCE_ONLY", "Nothing is held any more that the order could reduce.");
            else if (reducible < current.Remaining.Count) Shrink(current, current.Remaining.Count - reducible);
        }
    }

    private void Shrink(PaperOrder order, long by)
    {
        var amendment = new OrderAmendment(new(order.Ticket.Quantity.Count - by), null, null);
        var shrunk = order with { Order = order.Order with { Ticket = amendment.ApplyTo(order.Ticket) } };
        Keep(shrunk);
        // A smaller quantity at the same price keeps its place and trades with nobody.
        if (order.Stage is PaperStage.Resting && _book.TryGetOrder(order.Number, out var resting))
            _book.Amend(order.Number, resting.Price, resting.Quantity - by / _terms.LotSize);
        Tell(order.Order.AccountId, VenueReportKind.Updated, order.Order.Id, amendment: amendment);
    }

    private void Decrement(long number, long lots)
    {
        if (!_orders.TryGetValue(number, out var order)) return;
        var by = _book.Rules.ToQuantity(lots).Count;
        if (order.Remaining.Count <= by)
        {
            Forget(order);
            Tell(order.Order.AccountId, VenueReportKind.Cancelled, order.Order.Id, "SELF_TRADE", OwnOrder);
            return;
        }
        var amendment = new OrderAmendment(new(order.Ticket.Quantity.Count - by), null, null);
        Keep(order with { Order = order.Order with { Ticket = amendment.ApplyTo(order.Ticket) } });
        Tell(order.Order.AccountId, VenueReportKind.Updated, order.Order.Id, amendment: amendment);
    }

    private const string OwnOrder = "It met an order of the same owner.";

    private static (string Code, string Reason) ReasonOf(BookCancelReason reason) => reason switch
    {
        BookCancelReason.Immediate => ("NOT_FILLED_AT_ONCE", "What could not be filled at once was cancelled."),
        BookCancelReason.FillOrKill => ("NOT_FILLED_AT_ONCE", "It could not be filled whole."),
        BookCancelReason.SelfTrade => ("SELF_TRADE", OwnOrder),
        BookCancelReason.AuctionOver => ("AUCTION_OVER", "The auction that it was for is over."),
        BookCancelReason.PriceOutsideBand => ("PRICE_BAND", "The price band moved away from its price."),
        _ => ("CANCELLED", "It was cancelled."),
    };
}
