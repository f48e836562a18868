using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Placing orders: they are checked, their cost is set aside, and they go to the venue; or all of them are denied.</summary>
public static class PlaceOrders
{
    /// <summary>
    /// Decides on new orders. Denied orders are events, too: their owner finds them in the list with their code. The instruments' markets
    /// must be in the context.
    /// </summary>
    public static AccountDecision Place(this AccountState account, NewOrders orders, TradingContext context)
    {
        var change = new AccountChange(account);
        change.Place(orders, context);
        change.CheckBreakers(context);
        return change.ToDecision();
    }

    /// <summary>Places one order as a step of a larger change.</summary>
    internal static void PlaceOne(this AccountChange change, NewOrder order, OrderOrigin origin, TradingContext context) =>
        change.Place(new(OrderStructure.Single, [order], origin), context);

    private static void Place(this AccountChange change, NewOrders orders, TradingContext context)
    {
        var account = change.Account;
        var denial = orders.IsWellFormed ? null : new Denial(DenialCode.InvalidTicket, null, null, "", "The orders do not fit the structure that they are placed in.");
        var checkedOrders = new List<(NewOrder Order, OrderLink? Link, Hold Hold)>();
        for (var index = 0; index < orders.Orders.Length; index++)
        {
            var (order, link) = (orders.Orders[index], orders.LinkOf(index));
            var hold = Hold.None;
            denial ??= link?.Parent is null
                ? CheckNow(account, order, link, checkedOrders, context, orders, out hold)
                : CheckLater(order, context);
            checkedOrders.Add((order, link, hold));
        }
        foreach (var (order, link, hold) in checkedOrders)
        {
            var placed = ToOrder(account, order, link, orders.Origin, context.Now);
            if (denial is { } why) placed = placed with { Status = OrderStatus.Denied, Code = why.Code.ToWire(), Reason = why.Detail, Denial = why };
            change.Happened(new OrderPlaced(context.Now, denial is null ? placed with { Hold = hold } : placed));
            if (denial is null && link?.Parent is null) change.Submit(order.Id, context);
        }
    }

    /// <summary>Sends an order to the venue that so far only we know of.</summary>
    internal static void Submit(this AccountChange change, OrderId id, TradingContext context, OrderAmendment? amendment = null, Hold? hold = null)
    {
        var ticket = change.Account.OpenOrder(id)!.Ticket;
        change.Happened(new OrderAdvanced(context.Now, id, OrderTransition.Submit, null, null, amendment, hold)
        {
            ProtectionPrice = OrderCost.ProtectionOf(ticket, context.Markets[ticket.InstrumentId]),
        });
        change.Ask(change.Account.OpenOrder(id)!.ToSubmission(change.Account));
    }

    /// <summary>What asks the venue to take an order; after a crash it is asked again.</summary>
    public static VenueCommand ToSubmission(this Order order, AccountState account) => new(
        VenueCommandKind.Submit,
        order.Id,
        order.Ticket.InstrumentId,
        new(order.Id, order.AccountId, order.Ticket, order.ProtectionPrice, order.Link?.Siblings ?? []) { Adjusted = account.PositionOf(order.Ticket.InstrumentId).Adjusted },
        null);

    /// <summary>What the venue has been asked for and has not answered, to be asked again; null when nothing is pending.</summary>
    public static VenueCommand? ToPendingCommand(this Order order, AccountState account) => order.Status switch
    {
        OrderStatus.Submitted => order.ToSubmission(account),
        OrderStatus.PendingUpdate => new(VenueCommandKind.Amend, order.Id, order.Ticket.InstrumentId, null, order.PendingAmendment),
        OrderStatus.PendingCancel => new(VenueCommandKind.Cancel, order.Id, order.Ticket.InstrumentId, null, null),
        _ => null,
    };

    /// <summary>
    /// Releases an order that waited for its parent, for as much of it as the parent was filled; it is denied when the account cannot pay for it now.
    /// </summary>
    internal static void Release(this AccountChange change, Order child, Quantity quantity, TradingContext context)
    {
        var ticket = child.Ticket with { Quantity = quantity };
        var market = context.Markets[ticket.InstrumentId];
        var isSecond = (child.Link?.Siblings ?? []).Any(sibling => change.Account.OpenOrder(sibling) is { } other && other.Status.IsAtVenue());
        var cost = OrderCost.Of(change.Account, ticket, quantity, market);
        var denial = isSecond
            ? TicketRules.Check(ticket, market.Terms, context.Now)
            : PreTradeRisk.Check(change.Account, ticket, cost, market, context, child.Origin);
        if (denial is { } why)
        {
            change.Happened(new OrderAdvanced(context.Now, child.Id, OrderTransition.Deny, why.Code.ToWire(), why.Detail, null, null) { Denial = why });
            return;
        }
        change.Submit(child.Id, context, new(quantity, null, null), isSecond ? Hold.None : cost!.Hold);
        if (isSecond) change.KeepHolds(child, null, context);     // one holds for both
    }

    private static Denial? CheckNow(
        AccountState account, NewOrder order, OrderLink? link, List<(NewOrder Order, OrderLink? Link, Hold Hold)> before, TradingContext context, NewOrders orders, out Hold hold)
    {
        hold = Hold.None;
        var market = context.Markets[order.Ticket.InstrumentId];
        var cost = OrderCost.Of(account, order.Ticket, order.Ticket.Quantity, market);
        if (PreTradeRisk.Check(account, order.Ticket, cost, market, context, orders.Origin, orders.Orders.Length) is { } denial) return denial;
        // Of orders of which one cancels the others only one can cost anything: the dearest holds for all.
        hold = cost!.Hold;
        if (link is null) return null;
        for (var index = 0; index < before.Count; index++)
        {
            var (other, otherLink, otherHold) = before[index];
            if (otherHold.Unit != hold.Unit) continue;
            if (otherHold.Amount >= hold.Amount) hold = Hold.None;
            else before[index] = (other, otherLink, Hold.None);
        }
        return null;
    }

    private static Denial? CheckLater(NewOrder order, TradingContext context) =>
        TicketRules.Check(order.Ticket, context.Markets[order.Ticket.InstrumentId].Terms, context.Now);

    private static Order ToOrder(AccountState account, NewOrder order, OrderLink? link, OrderOrigin origin, Timestamp now) => new(
        order.Id, account.Id, order.Ticket, link, origin, OrderStatus.Initialized, Version: 1, new(0), 0, 0, Hold.None, now, now);
}
