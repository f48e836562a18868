namespace Fincord.Domain.Trading;

/// <summary>What a kill switch above an account does in it.</summary>
public static class HaltAccount
{
    /// <summary>
    /// Carries out the kill switches over an account: each cancels once what was open when it was turned on; orders that reduce may be placed
    /// afterwards. Where one closes positions, what is held and can be traded is closed, again as often as something is left.
    /// </summary>
    public static AccountDecision Halt(this AccountState account, RiskBoard board, TradingContext context, Func<OrderId> nextId)
    {
        var change = new AccountChange(account);
        var switches = board.On.Where(killSwitch => killSwitch.Scope.Covers(account.Settings!)).OrderBy(killSwitch => killSwitch.Epoch).ToList();
        foreach (var killSwitch in switches.Where(killSwitch => killSwitch.Epoch > account.HaltEpoch))
        {
            change.Happened(new AccountHalted(context.Now, killSwitch.Scope, killSwitch.Epoch));
            foreach (var order in change.Account.OpenOrders.Values.OrderBy(order => order.Id))
                change.Cancel(order, DenialCode.KillSwitch.ToWire(), $"The kill switch of {killSwitch.Scope} was turned on.", context.Now);
        }
        if (switches.Any(killSwitch => killSwitch.ClosesPositions)) change.CloseAll(OrderOrigin.KillSwitch, context, nextId);
        return change.ToDecision();
    }

    /// <summary>Whether there is something to carry out: a switch that the account has not seen, or a position that one closes.</summary>
    public static bool IsToHalt(this AccountState account, RiskBoard board) => account.Settings is { } settings && board.On.Any(killSwitch =>
        killSwitch.Scope.Covers(settings)
        && (killSwitch.Epoch > account.HaltEpoch || killSwitch.ClosesPositions && account.Positions.Values.Any(position => !position.IsFlat)));
}
