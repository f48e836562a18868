using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Cancelling: what only we know of ends at once, for the rest the venue is asked.</summary>
public static class CancelOrder
{
    /// <summary>
    /// Decides on cancelling an order and, when it is one of those of which one cancels the others, these too. What waits for it ends with it.
    /// To ask twice is no error: the first request is on its way.
    /// </summary>
    public static (AccountDecision? Decision, OrderRefusal? Refusal) Cancel(this AccountState account, OrderId id, string code, string reason, Timestamp now)
    {
        if (account.OpenOrder(id) is not { } order) return (null, OrderRefusal.NotOpen);
        var change = new AccountChange(account);
        change.Cancel(order, code, reason, now);
        foreach (var sibling in order.Link?.Siblings ?? [])
        {
            if (change.Account.OpenOrder(sibling) is { } other) change.Cancel(other, code, reason, now);
        }
        return (change.ToDecision(), null);
    }

    /// <summary>Cancels all open orders, or those of one instrument.</summary>
    public static AccountDecision CancelAll(this AccountState account, InstrumentId? instrument, string code, string reason, Timestamp now)
    {
        var change = new AccountChange(account);
        foreach (var order in account.OpenOrders.Values.OrderBy(order => order.Id))
        {
            if (instrument is null || order.Ticket.InstrumentId == instrument) change.Cancel(order, code, reason, now);
        }
        return change.ToDecision();
    }

    internal static void Cancel(this AccountChange change, Order order, string code, string reason, Timestamp now)
    {
        // An earlier step of the same change may have ended it.
        if (change.Account.OpenOrder(order.Id) is not { } current) return;
        if (current.Status is OrderStatus.Initialized)
        {
            change.Happened(new OrderAdvanced(now, order.Id, OrderTransition.Cancel, code, reason, null, null));
        }
        else if (current.May(OrderTransition.RequestCancel))
        {
            change.Happened(new OrderAdvanced(now, order.Id, OrderTransition.RequestCancel, code, reason, null, null));
            change.Ask(new(VenueCommandKind.Cancel, order.Id, order.Ticket.InstrumentId, null, null));
        }
    }
}
