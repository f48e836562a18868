namespace Fincord.Domain.Trading;

/// <summary>Changing a working order: the change is checked as if the order were new, its larger cost is set aside at once, and the venue is asked.</summary>
public static class AmendOrder
{
    /// <summary>
    /// Decides on a change. Null with a denial when it is refused; nothing has happened then. <paramref name="version"/>, when given, is the
    /// order's version that the owner saw.
    /// </summary>
    public static (AccountDecision? Decision, OrderRefusal? Refusal) Amend(
        this AccountState account, OrderId id, OrderAmendment amendment, int? version, TradingContext context)
    {
        if (account.OpenOrder(id) is not { } order) return (null, OrderRefusal.NotOpen);
        if (version is { } seen && seen != order.Version) return (null, OrderRefusal.VersionConflict);
        if (order.Status is OrderStatus.PendingUpdate or OrderStatus.PendingCancel or OrderStatus.Submitted) return (null, OrderRefusal.Pending);
        var ticket = amendment.ApplyTo(order.Ticket);
        if (ticket == order.Ticket) return (AccountDecision.Nothing(account), null);
        amendment = amendment.Beyond(order.Ticket);
        var market = context.Markets[ticket.InstrumentId];
        if (TicketRules.Check(ticket, market.Terms, context.Now) is { } unfit) return (null, OrderRefusal.Of(unfit));
        if (ticket.Quantity <= order.Filled) return (null, OrderRefusal.Of(new(
            DenialCode.OutOfRange, null, null, "", "The quantity is more than what is filled already.")));

        if (order.Link is { Siblings.IsEmpty: false } && ticket.Quantity != order.Ticket.Quantity) return (null, OrderRefusal.Of(new(
            DenialCode.InvalidTicket, null, null, "", "Orders of which one cancels the others have one quantity.")));

        // What the order and those that it cancels hold is free for its successor.
        var group = new[] { id }.Concat(order.Link?.Siblings ?? []).Select(member => account.OpenOrder(member)).OfType<Order>();
        var without = account.Without(group);
        var remaining = new Markets.Quantity(ticket.Quantity.Count - order.Filled.Count);
        var cost = OrderCost.Of(without, ticket, remaining, market, amendment.TriggerPrice is null ? order.ProtectionPrice : null);
        var check = ticket with { Quantity = remaining, DisplayQuantity = null };
        if (PreTradeRisk.Check(without, check, cost, market, context, order.Origin) is { } denial) return (null, OrderRefusal.Of(denial));

        var change = new AccountChange(account);
        if (order.Status is OrderStatus.Initialized)
        {
            change.Happened(new OrderAdvanced(context.Now, id, OrderTransition.SettleUpdate, null, null, amendment, null));
            return (change.ToDecision(), null);
        }
        change.Happened(new OrderAdvanced(context.Now, id, OrderTransition.RequestUpdate, null, null, amendment, null));
        change.KeepHolds(order, null, context);
        change.Ask(new(VenueCommandKind.Amend, id, ticket.InstrumentId, null, amendment));
        return (change.ToDecision(), null);
    }
}

/// <summary>Why an order was neither changed nor cancelled.</summary>
/// <param name="Code">A code of the one list.</param>
/// <param name="Detail">The same in a sentence.</param>
/// <param name="Denial">The numbers, when risk refused it.</param>
[GenerateSerializer, Immutable, Alias("trading.order-refusal")]
public sealed record OrderRefusal(string Code, string Detail, Denial? Denial)
{
    /// <summary>The order is not the account's, or has ended.</summary>
    public static readonly OrderRefusal NotOpen = new("ORDER_NOT_OPEN", "No open order of this account has this id.", null);

    /// <summary>The order has changed since its owner saw it.</summary>
    public static readonly OrderRefusal VersionConflict = new("VERSION_CONFLICT", "The order has changed meanwhile.", null);

    /// <summary>A change or a cancel is on its way already.</summary>
    public static readonly OrderRefusal Pending = new("ORDER_PENDING", "The venue has not answered the last request for this order yet.", null);

    /// <summary>Risk refused it.</summary>
    public static OrderRefusal Of(Denial denial) => new(denial.Code.ToWire(), denial.Detail, denial);
}
