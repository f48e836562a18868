using Fincord.Domain.Markets;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Trading.Paper;

public sealed partial class PaperExchange
{
    private static readonly Quantity Everything = new(long.MaxValue / 2);

    private const string UnknownOrder = "The exchange has no such order.";

    private void Carry(AccountId account, VenueCommand command)
    {
        switch (command.Kind)
        {
            case VenueCommandKind.Submit:
                if (Find(command.OrderId) is null) Submit(command.Order!);
                break;
            case VenueCommandKind.Amend when Find(command.OrderId) is { } order:
                Amend(order, command.Amendment!);
                break;
            case VenueCommandKind.Cancel when Find(command.OrderId) is { } order:
                End(order, VenueReportKind.Cancelled, null, null);
                break;
            case VenueCommandKind.Amend:
                Tell(account, VenueReportKind.UpdateRefused, command.OrderId, "ORDER_NOT_OPEN", UnknownOrder);
                break;
            case VenueCommandKind.Cancel:
                // One that ended here has told so before this; one that never came is not to come any more.
                TakeLoss(command.OrderId);
                Tell(account, VenueReportKind.Cancelled, command.OrderId);
                break;
        }
    }

    private void Submit(VenueOrder submitted)
    {
        var index = IndexOf(submitted.AccountId);
        _accounts[index] = _accounts[index] with { Adjusted = submitted.Adjusted };
        var lost = TakeLoss(submitted.Id);
        if (lost >= submitted.Ticket.Quantity.Count)
        {
            Tell(submitted.AccountId, VenueReportKind.Cancelled, submitted.Id, "SIBLING_FILLED", "The order that cancels it was filled.");
            return;
        }
        Own(submitted.AccountId, submitted.Owner);
        var ticket = submitted.Ticket;
        if (!_calendar.HasAuctionFor(ticket.TimeInForce))
        {
            Tell(submitted.AccountId, VenueReportKind.Rejected, submitted.Id, "VENUE_UNSUPPORTED", "This market has no auction that the order could be for.");
            return;
        }
        var order = Meet(new(_nextNumber++, submitted, new(0), null, PaperStage.Resting, _now) { ExpiresAt = ExpiryOf(ticket, _now) });
        if (ticket.Flags.HasFlag(OrderFlags.ReduceOnly) && ReducibleBy(order) == 0)
        {
            Tell(submitted.AccountId, VenueReportKind.Rejected, submitted.Id, "REDUCE_ONLY", "Nothing is held that the order could reduce.");
            return;
        }
        Tell(submitted.AccountId, VenueReportKind.Accepted, submitted.Id);
        if (lost > 0)
        {
            var amendment = new OrderAmendment(new(ticket.Quantity.Count - lost), null, null);
            order = order with { Order = submitted with { Ticket = ticket = amendment.ApplyTo(ticket) } };
            Tell(submitted.AccountId, VenueReportKind.Updated, submitted.Id, amendment: amendment);
        }
        if (ticket.TimeInForce is TimeInForce.AtTheOpen or TimeInForce.AtTheClose) AwaitAuction(order);
        else if (ticket.Type.HasTrigger())
        {
            var waiting = order with { Stage = PaperStage.AwaitingTrigger, Trigger = FirstTrigger(ticket) };
            Keep(waiting);
            if (IsTouched(waiting)) Trigger(waiting);
        }
        else Enter(order);
    }

    // Orders of which one cancels the others come one by one: each learns which of them are here, and which are still to come.
    private PaperOrder Meet(PaperOrder order)
    {
        var awaited = order.Order.Siblings;
        foreach (var id in order.Order.Siblings)
        {
            if (Find(id) is not { } sibling) continue;
            awaited = awaited.Remove(id);
            Keep(sibling with { Awaited = sibling.Awaited.Remove(order.Order.Id) });
        }
        return order with { Awaited = awaited };
    }

    // What an order lost to others before it came.
    private long TakeLoss(OrderId id)
    {
        long lost = 0;
        foreach (var loss in _losses)
            if (loss.OrderId == id) lost = Math.Min(Everything.Count, lost + loss.Quantity.Count);
        _losses.RemoveAll(loss => loss.OrderId == id);
        return lost;
    }

    private void Amend(PaperOrder order, OrderAmendment amendment)
    {
        var changed = order with { Order = order.Order with { Ticket = amendment.ApplyTo(order.Ticket) } };
        if (order.Order.ProtectionPrice is not null && amendment.TriggerPrice is { } trigger)
            changed = changed with { Order = changed.Order with { ProtectionPrice = OrderCost.Beyond(trigger, changed.Ticket.Side, _terms) } };
        if (changed.Ticket.Quantity <= order.Filled)
        {
            End(order, VenueReportKind.Cancelled, null, null);
            return;
        }
        if (order.Stage is not PaperStage.Resting)
        {
            changed = changed with { Trigger = changed.Ticket.TriggerPrice ?? order.Trigger };
            Keep(changed);
            Tell(order.Order.AccountId, VenueReportKind.Updated, order.Order.Id, amendment: amendment);
            if (changed.Stage is PaperStage.AwaitingTrigger && IsTouched(changed)) Trigger(changed);
            return;
        }
        var price = changed.Ticket.LimitPrice is { } limit ? limit.Count / _terms.TickSize : 0;
        var result = _book.Amend(order.Number, price, changed.Ticket.Quantity.Count / _terms.LotSize);
        if (!result.IsAccepted)
        {
            Tell(order.Order.AccountId, VenueReportKind.UpdateRefused, order.Order.Id, CodeOf(result.Refusal), $"The exchange refused the change: {result.Refusal}.");
            return;
        }
        Keep(changed);
        Tell(order.Order.AccountId, VenueReportKind.Updated, order.Order.Id, amendment: amendment);
        Settle();
        KeepReduceOnly(order.Order.AccountId);
    }

    /// <summary>Sends an order into the book, with as much of the market before it as it could meet there.</summary>
    private void Enter(PaperOrder order)
    {
        var ticket = order.Ticket;
        if (ticket.Flags.HasFlag(OrderFlags.ReduceOnly))
        {
            var reducible = ReducibleBy(order);
            if (reducible == 0)
            {
                Forget(order);
                Tell(order.Order.AccountId, VenueReportKind.Cancelled, order.Order.Id, "REDUCE_ONLY", "Nothing is held any more that the order could reduce.");
                return;
            }
            if (reducible < order.Remaining.Count)
            {
                var amendment = new OrderAmendment(new(order.Filled.Count + reducible), null, null);
                order = order with { Order = order.Order with { Ticket = ticket = amendment.ApplyTo(ticket) } };
                Tell(order.Order.AccountId, VenueReportKind.Updated, order.Order.Id, amendment: amendment);
            }
        }
        if (MustWait(order))
        {
            Keep(order with { Stage = PaperStage.AwaitingOpening, Trigger = null });
            return;
        }
        order = order with { Stage = PaperStage.Resting, Trigger = null };
        Keep(order);
        var beyond = ShowBeyond(order);
        var limit = ticket.LimitPrice ?? order.Order.ProtectionPrice;
        var isImmediate = !ticket.Type.HasLimit() || ticket.TimeInForce is TimeInForce.ImmediateOrCancel;
        var result = _book.Submit(new()
        {
            Id = order.Number,
            Owner = OwnerOf(order.Order.AccountId),
            Side = ticket.Side,
            Type = limit is null ? OrderType.Market : OrderType.Limit,
            TimeInForce = ticket.TimeInForce is TimeInForce.FillOrKill or TimeInForce.AtTheOpen or TimeInForce.AtTheClose ? ticket.TimeInForce
                : isImmediate ? TimeInForce.ImmediateOrCancel : TimeInForce.GoodTillCancelled,
            Price = limit is { } price ? Ticks(price, ticket.Side) : 0,
            Quantity = order.Remaining.Count / _terms.LotSize,
            Display = (ticket.DisplayQuantity?.Count ?? 0) / _terms.LotSize,
            Flags = ticket.Flags & OrderFlags.PostOnly,
            SelfTradePrevention = _rules.SelfTradePrevention,
        });
        if (result.IsAccepted) Settle();
        else
        {
            Forget(order);
            Tell(order.Order.AccountId, VenueReportKind.Rejected, order.Order.Id, CodeOf(result.Refusal), $"The exchange refused the order: {result.Refusal}.");
        }
        if (beyond is { } number) _book.Cancel(number);
    }

    // What the order may still reduce: the position on the other side, less what other reduce-only orders in the book will take from it.
    private long ReducibleBy(PaperOrder order)
    {
        var position = _accounts[IndexOf(order.Order.AccountId)].Held;
        var reducible = order.Ticket.Side is OrderSide.Sell ? position : -position;
        foreach (var other in _orders.Values)
        {
            if (other.Number != order.Number && other.Stage is PaperStage.Resting && other.Order.AccountId == order.Order.AccountId
                && other.Ticket.Side == order.Ticket.Side && other.Ticket.Flags.HasFlag(OrderFlags.ReduceOnly)) reducible -= other.Remaining.Count;
        }
        return Math.Max(0, reducible);
    }

    // Limits are multiples of the tick; a protection price goes to the side that is safe.
    private long Ticks(Price price, OrderSide side)
    {
        var (ticks, rest) = Math.DivRem(price.Count, _terms.TickSize);
        return rest == 0 ? ticks : side is OrderSide.Buy ? ticks : ticks + 1;
    }

    private static string CodeOf(BookRefusal refusal) => refusal switch
    {
        BookRefusal.WouldTake => "POST_ONLY_WOULD_TAKE",
        BookRefusal.Closed or BookRefusal.Halted or BookRefusal.WrongPhase => "MARKET_CLOSED",
        BookRefusal.PriceOutsideBand => "PRICE_BAND",
        _ => "OUT_OF_RANGE",
    };
}
