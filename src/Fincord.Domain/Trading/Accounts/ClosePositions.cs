using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Closing what is open: by its owner's wish, by a kill switch, or because the account's equity no longer keeps it.</summary>
public static class ClosePositions
{
    /// <summary>Cancels an instrument's orders and closes its position with a reduce-only market order.</summary>
    public static (AccountDecision? Decision, OrderRefusal? Refusal) ClosePosition(
        this AccountState account, InstrumentId instrument, OrderId id, OrderOrigin origin, TradingContext context)
    {
        if (account.PositionOf(instrument).IsFlat) return (null, new("NO_POSITION", "Nothing is held of the instrument.", null));
        var change = new AccountChange(account);
        change.Close(instrument, id, origin, context);
        return (change.ToDecision(), null);
    }

    /// <summary>Turns the account's kill switch; turning it on cancels all open orders.</summary>
    public static AccountDecision TurnKillSwitch(this AccountState account, bool isOn, Timestamp now)
    {
        var change = new AccountChange(account);
        if (account.IsKilled != isOn) change.Happened(new KillSwitchTurned(now, isOn));
        if (!isOn) return change.ToDecision();
        foreach (var order in account.OpenOrders.Values.OrderBy(order => order.Id)) change.Cancel(order, "KILL_SWITCH", "The account's kill switch was turned on.", now);
        return change.ToDecision();
    }

    /// <summary>
    /// Closes what an account can no longer keep. On cross margin all positions go when the equity falls below the maintenance margin of all;
    /// on isolated margin each goes when its own margin, with its open gain or loss, falls below its own maintenance margin.
    /// </summary>
    public static AccountDecision Liquidate(this AccountState account, TradingContext context, Func<OrderId> nextId)
    {
        var change = new AccountChange(account);
        var all = account.Settings!.MarginMode is MarginMode.Cross && AccountValuation.Of(account, context).IsUnderMargin;
        foreach (var position in account.Positions.Values)
        {
            if (position.IsFlat || IsBeingClosed(account, position.InstrumentId, OrderOrigin.Liquidation) || !CanTrade(context.Markets[position.InstrumentId])) continue;
            if (all || (account.Settings.MarginMode is MarginMode.Isolated && IsUnderMargin(account, position, context)))
                change.Close(position.InstrumentId, nextId(), OrderOrigin.Liquidation, context);
        }
        return change.ToDecision();
    }

    /// <summary>Whether one of its positions has an isolated margin that no longer keeps it.</summary>
    internal static bool IsUnderMargin(this AccountState account, TradingContext context) => account.Settings!.MarginMode is MarginMode.Isolated
        && account.Positions.Values.Any(position => !position.IsFlat && IsUnderMargin(account, position, context));

    /// <summary>Closes all that is held, can be traded, and is not being closed already.</summary>
    internal static void CloseAll(this AccountChange change, OrderOrigin origin, TradingContext context, Func<OrderId> nextId)
    {
        foreach (var position in change.Account.Positions.Values)
        {
            if (position.IsFlat || IsBeingClosed(change.Account, position.InstrumentId, origin) || !CanTrade(context.Markets[position.InstrumentId])) continue;
            change.Close(position.InstrumentId, nextId(), origin, context);
        }
    }

    private static bool IsUnderMargin(AccountState account, Position position, TradingContext context)
    {
        var market = context.Markets[position.InstrumentId];
        if (market.Mark is not { } mark) return false;
        var margin = Math.Abs(position.Cost) * AccountValuation.MarginRate(account.Settings!, market.Terms);
        return margin + position.Unrealized(market.Terms, mark) < Math.Abs(position.Value(market.Terms, mark)) * market.Terms.MaintenanceMargin;
    }

    private static bool CanTrade(TradedMarket market) => market is { Phase: TradingPhase.Continuous, Mark: not null };

    private static bool IsBeingClosed(AccountState account, InstrumentId instrument, OrderOrigin origin) =>
        account.OpenOrders.Values.Any(order => order.Origin == origin && order.Ticket.InstrumentId == instrument);

    private static void Close(this AccountChange change, InstrumentId instrument, OrderId id, OrderOrigin origin, TradingContext context)
    {
        foreach (var order in change.Account.OpenOrders.Values.Where(order => order.Ticket.InstrumentId == instrument).OrderBy(order => order.Id).ToList())
        {
            change.Cancel(order, "POSITION_CLOSED", "The position is being closed.", context.Now);
            // What they hold of the position is what the closing order sells.
            if (change.Account.OpenOrder(order.Id) is { } cancelled) change.ReleaseHold(cancelled, cancelled.Remaining, context.Now);
        }
        var held = change.Account.PositionOf(instrument).Count;
        var ticket = new OrderTicket(instrument, held > 0 ? OrderSide.Sell : OrderSide.Buy, OrderType.Market, new(Math.Abs(held)), TimeInForce.ImmediateOrCancel)
        {
            Flags = OrderFlags.ReduceOnly,
        };
        change.PlaceOne(new(id, ticket), origin, context);
    }
}
