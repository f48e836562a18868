namespace Fincord.Domain.Trading;

/// <summary>What a venue tells: it moves the order, posts what was filled, and sets in motion what depends on it.</summary>
public static class ApplyReport
{
    /// <summary>
    /// Decides what a report changes. What does not fit the order's life, because it was told before or overtaken, changes nothing. The caller
    /// has made sure that a fill was not applied before. <paramref name="ended"/> is the order when it has ended: a late fill of it still counts.
    /// </summary>
    public static AccountDecision Apply(this AccountState account, VenueReport report, Order? ended, TradingContext context)
    {
        var change = new AccountChange(account);
        var order = account.OpenOrder(report.OrderId);
        if (report.Fill is { } fill)
        {
            if ((order ?? ended) is { } filled) change.Fill(filled, fill, context);
            return change.ToDecision();
        }
        if (order is null && ended is null && report is { Kind: VenueReportKind.Accepted, Ticket: { } forced })
        {
            change.Happened(new OrderPlaced(context.Now, new(
                report.OrderId, account.Id, forced, null, OrderOrigin.Liquidation, OrderStatus.Accepted, Version: 1, new(0), 0, 0, Hold.None, report.OccurredAt, context.Now)));
            return change.ToDecision();
        }
        if (report.Kind is VenueReportKind.Accepted && order?.Status is not OrderStatus.Submitted) return AccountDecision.Nothing(account);     // told twice
        if (order is null || TransitionOf(report, order) is not { } transition || !order.May(transition)) return AccountDecision.Nothing(account);
        change.Happened(new OrderAdvanced(context.Now, order.Id, transition, report.Code, report.Reason, report.Amendment, null)
        {
            ProtectionPrice = order.ProtectionPrice is not null && report.Amendment?.TriggerPrice is { } trigger
                ? OrderCost.Beyond(trigger, order.Ticket.Side, context.Markets[order.Ticket.InstrumentId].Terms)
                : null,
        });
        if (change.Account.OpenOrder(order.Id) is null) change.Ended(order, context);
        var isOpen = change.Account.OpenOrder(order.Id) is not null;
        if (isOpen ? report.Kind is VenueReportKind.Updated or VenueReportKind.UpdateRefused : order.Hold.Amount > 0)
            change.KeepHolds(order, isOpen ? Hold.None : order.Hold, context);
        return change.ToDecision();
    }

    private static OrderTransition? TransitionOf(VenueReport report, Order order) => report.Kind switch
    {
        VenueReportKind.Updated when order.PendingAmendment is { } asked && !HasMade(asked, report.Amendment, order.Ticket) => OrderTransition.ChangeByVenue,
        VenueReportKind.Accepted => OrderTransition.Accept,
        VenueReportKind.Rejected => OrderTransition.Reject,
        VenueReportKind.Triggered => OrderTransition.Trigger,
        VenueReportKind.Updated or VenueReportKind.UpdateRefused => OrderTransition.SettleUpdate,
        VenueReportKind.Cancelled => OrderTransition.Cancel,
        VenueReportKind.CancelRefused => OrderTransition.RefuseCancel,
        VenueReportKind.Expired => OrderTransition.Expire,
        _ => null,
    };

    // A change of the venue's own may come while ours is on its way; it is no answer when something is missing of what was asked for.
    private static bool HasMade(OrderAmendment asked, OrderAmendment? made, OrderTicket ticket)
    {
        if (made is null) return true;
        var changed = made.ApplyTo(ticket);
        return asked.ApplyTo(changed) == changed;
    }

    private static void Fill(this AccountChange change, Order order, Fill fill, TradingContext context)
    {
        var terms = context.Markets[fill.InstrumentId].Terms;
        var notional = Currencies.Notional(terms, fill.Price, fill.Quantity);
        var realized = change.Account.PositionOf(fill.InstrumentId).RealizedBy(fill.Side, fill.Quantity, notional, terms.Currency);
        change.Happened(new OrderFilled(context.Now, fill, notional, realized, terms.Currency, JournalEntry.OfFill(fill, terms, notional, realized)));
        change.TakeFromSiblings(order, fill, context);
        if (change.Account.OpenOrder(order.Id) is null) change.Ended(order with { Filled = new(order.Filled.Count + fill.Quantity.Count) }, context);
    }

    // One cancels the other: what one was filled the others need no longer. A venue that knows them takes it from them itself.
    private static void TakeFromSiblings(this AccountChange change, Order order, Fill fill, TradingContext context)
    {
        foreach (var id in order.Link?.Siblings ?? [])
        {
            if (change.Account.OpenOrder(id) is not { } sibling) continue;
            change.ReleaseHold(sibling, fill.Quantity, context.Now);
            var left = sibling.Ticket.Quantity.Count - fill.Quantity.Count;
            if (left <= sibling.Filled.Count || change.Account.OpenOrder(order.Id) is null)
                change.Cancel(sibling, "SIBLING_FILLED", "The order that cancels it was filled.", context.Now);
            else if (!change.Account.Settings!.KnowsSiblings && sibling.May(OrderTransition.RequestUpdate))
            {
                var amendment = new OrderAmendment(new(left), null, null);
                change.Happened(new OrderAdvanced(context.Now, id, OrderTransition.RequestUpdate, null, null, amendment, null));
                change.Ask(new(VenueCommandKind.Amend, id, sibling.Ticket.InstrumentId, null, amendment));
            }
        }
    }

    // What waited for it goes to the venue with what it was filled, or ends with it.
    private static void Ended(this AccountChange change, Order parent, TradingContext context)
    {
        foreach (var child in change.Account.OpenOrders.Values.Where(order => order.Status is OrderStatus.Initialized && order.Link?.Parent == parent.Id).OrderBy(order => order.Id).ToList())
        {
            if (parent.Filled.Count == 0) change.Cancel(child, "PARENT_ENDED", "The order that it waited for ended without a fill.", context.Now);
            else change.Release(child, new(Math.Min(child.Ticket.Quantity.Count, parent.Filled.Count)), context);
        }
    }
}
