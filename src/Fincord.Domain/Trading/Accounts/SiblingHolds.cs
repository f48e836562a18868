using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// What is set aside for open orders as they change. Of orders of which one cancels the others only as much can fill as the largest of them asks
/// for, so the dearest holds for itself, and each cheaper one only for what it asks for beyond the dearer ones.
/// </summary>
internal static class SiblingHolds
{
    /// <summary>
    /// Sets aside anew what an order and its siblings may cost at worst, but no more than they hold already and what one of
    /// them gave back; without a limit when <paramref name="given"/> is null. Nothing happens when that has not changed.
    /// </summary>
    public static void KeepHolds(this AccountChange change, Order order, Hold? given, TradingContext context)
    {
        var group = new[] { order.Id }.Concat(order.Link?.Siblings ?? [])
            .Select(id => change.Account.OpenOrder(id)).OfType<Order>().Where(member => member.Status.IsAtVenue()).OrderBy(member => member.Id).ToList();
        var account = change.Account.Without(group);
        var most = group.Select(member => member.Hold).Append(given ?? Trading.Hold.None)
            .GroupBy(hold => hold.Unit, StringComparer.Ordinal).ToDictionary(unit => unit.Key, unit => unit.Sum(hold => hold.Amount), StringComparer.Ordinal);
        var covered = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (member, left, worst) in group.Select(member => WorstOf(account, member, context)).OrderByDescending(cost => PerUnit(cost.Left, cost.Worst)))
        {
            var before = covered.GetValueOrDefault(worst.Unit);
            covered[worst.Unit] = Math.Max(before, left);
            var hold = worst.For(Math.Max(0, left - before), left);
            if (given is not null)
            {
                hold = hold with { Amount = Math.Min(hold.Amount, most.GetValueOrDefault(hold.Unit)) };
                most[hold.Unit] = most.GetValueOrDefault(hold.Unit) - hold.Amount;
            }
            change.Hold(member, hold, context.Now);
        }
    }

    /// <summary>What one was filled the others may not fill any more, and need nothing for.</summary>
    public static void ReleaseHold(this AccountChange change, Order sibling, Quantity filled, Timestamp now)
    {
        var left = sibling.Remaining.Count;
        if (left > 0) change.Hold(sibling, sibling.Hold.For(Math.Max(0, left - filled.Count), left), now);
    }

    /// <summary>What may be filled of an order, and what that costs at worst: as it is, or as it will be when the venue makes the change that is on its way.</summary>
    private static (Order Member, long Left, Hold Worst) WorstOf(AccountState account, Order order, TradingContext context)
    {
        var market = context.Markets[order.Ticket.InstrumentId];
        var (left, worst) = (order.Remaining.Count, OrderCost.Of(account, order.Ticket, order.Remaining, market, order.ProtectionPrice)?.Hold ?? order.Hold);
        if (order.PendingAmendment is not { } amendment) return (order, left, worst);
        var ticket = amendment.ApplyTo(order.Ticket);
        var leftThen = new Quantity(Math.Max(0, ticket.Quantity.Count - order.Filled.Count));
        var then = OrderCost.Of(account, ticket, leftThen, market, amendment.TriggerPrice is null ? order.ProtectionPrice : null)?.Hold ?? order.Hold;
        return (order, Math.Max(left, leftThen.Count), then.Amount > worst.Amount ? then : worst);
    }

    private static void Hold(this AccountChange change, Order order, Hold hold, Timestamp now)
    {
        if (hold.Amount == 0) hold = Trading.Hold.None;
        if (hold != order.Hold) change.Happened(new HoldMoved(now, order.Id, hold));
    }

    private static decimal PerUnit(long left, Hold worst) => left == 0 ? 0 : worst.Amount / left;
}
