using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Paper;

public sealed partial class PaperExchange
{
    private void TouchTriggers()
    {
        if (_book.Phase is not TradingPhase.Continuous) return;
        foreach (var number in _orders.Values.Where(order => order.Stage is PaperStage.AwaitingTrigger).Select(order => order.Number).ToList())
        {
            // An earlier one may have taken it along.
            if (!_orders.TryGetValue(number, out var order)) continue;
            var followed = Follow(order);
            if (followed != order) Keep(followed);
            if (IsTouched(followed)) Trigger(followed);
        }
    }

    private void Trigger(PaperOrder order)
    {
        Tell(order.Order.AccountId, VenueReportKind.Triggered, order.Order.Id);
        // Of orders of which one cancels the others, the one whose trigger is touched is the one.
        foreach (var sibling in order.Order.Siblings)
            if (Find(sibling) is { } other) End(other, VenueReportKind.Cancelled, "SIBLING_TRIGGERED", "The order that cancels it was triggered.");
        foreach (var sibling in order.Awaited) _losses.Add(new(sibling, Everything));
        Enter(order with { Awaited = [] });
    }

    // What the market does that a trigger looks at: where a trade of this side would take place, or where the last one did.
    private Price? Reference(OrderSide side) => (side is OrderSide.Buy ? _market.Quote?.Ask : _market.Quote?.Bid) ?? _market.Last;

    private Price? FirstTrigger(OrderTicket ticket) =>
        ticket.TriggerPrice ?? (Reference(ticket.Side) is { } market ? ticket.Trailing!.TriggerFor(ticket.Side, market) : null);

    // A trailing stop goes with the market, and never back.
    private PaperOrder Follow(PaperOrder order)
    {
        if (order.Ticket.Trailing is not { } trailing || Reference(order.Ticket.Side) is not { } market) return order;
        var next = trailing.TriggerFor(order.Ticket.Side, market);
        var isBetter = order.Trigger is not { } trigger || (order.Ticket.Side is OrderSide.Sell ? next > trigger : next < trigger);
        return isBetter ? order with { Trigger = next } : order;
    }

    private bool IsTouched(PaperOrder order)
    {
        if (_book.Phase is not TradingPhase.Continuous || order.Trigger is not { } trigger || Reference(order.Ticket.Side) is not { } market) return false;
        var waitsAbove = order.Ticket.Type is OrderType.MarketIfTouched or OrderType.LimitIfTouched
            ? order.Ticket.Side is OrderSide.Sell
            : order.Ticket.Side is OrderSide.Buy;
        return waitsAbove ? market >= trigger : market <= trigger;
    }
}
