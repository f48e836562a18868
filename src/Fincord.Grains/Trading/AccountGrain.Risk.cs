using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;

namespace Fincord.Grains.Trading;

/// <summary>What stands above the account: kill switches that it carries out, and loss limits that it watches.</summary>
internal sealed partial class AccountGrain
{
    public async Task Halt(RiskBoard board)
    {
        desk.Adopt(board);
        ThrowIfStale();
        await CarryOut(board);
        await _durable;         // another turn may have decided it, and its commit may fail
        ThrowIfStale();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        desk.Leave(this);
        return RenewLeases();       // what is not needed is given back; when this is lost it runs out
    }

    private KillSwitch? HaltedBy => _account.Settings is { } settings ? desk.Board?.Over(settings) : null;

    private void EnterDesk()
    {
        desk.Enter(this, _account.Id, () => _account.Settings);
        this.RegisterGrainTimer(_ => WatchRisk(), new GrainTimerCreationOptions(options.Value.MarginInterval, options.Value.MarginInterval) { Interleave = true });
        this.RegisterGrainTimer(_ => RenewLeases(), new GrainTimerCreationOptions(BudgetLease.Lifetime / 3, BudgetLease.Lifetime / 3) { Interleave = true });
    }

    /// <summary>
    /// Puts the kill switches as they stand at this moment into a decision's context; false when nobody knows how they stand, because the last
    /// answer of the board is too old. Between this and the decision nothing may be awaited. What only takes away is decided without it.
    /// </summary>
    private bool SeesBoard(object command, ref TradingContext context)
    {
        if (command is PayCommand or CancelOrderCommand or CancelAllOrdersCommand or TurnKillSwitchCommand) return true;
        if (desk.Board is not { } board) return false;
        if (board.Over(_account.Settings!) is { } killSwitch) context = context with { KillSwitch = killSwitch.Scope.ToString() };
        if (board.LimitsOf(_account.Settings!) is not { IsEmpty: false } limits) return true;
        if (Leases.See(limits) is not { } allowance) return false;
        context = context with { Budget = allowance };
        return true;
    }

    private async Task<TradingContext> LookAgain(IEnumerable<InstrumentId> about, (decimal Exposure, int Orders) needed = default)
    {
        await DrawBudgets(needed.Exposure, needed.Orders);
        return await Look(about);
    }

    /// <summary>Does what kill switches ask for that was not done yet. What was decided before they were seen is in memory, and is cancelled with the rest.</summary>
    private async Task CarryOut(RiskBoard board)
    {
        if (IsStale || !_account.IsToHalt(board)) return;
        var context = await Look([]);
        var decision = _account.Halt(board, context, () => new(ids.Next()));
        if (decision.Events.IsEmpty) return;
        LogHalted(_account.Id, board.Epoch);
        await Commit(decision);
    }

    private async Task WatchRisk()
    {
        if (IsStale || _account.Settings is not { } settings) return;
        if (desk.Board is { } board) await CarryOut(board);
        if (settings.Limits is { MaxDailyLoss: null, MaxDrawdown: null } || _account.Positions.Values.All(position => position.IsFlat)) return;
        var context = await Look([]);
        if (!IsStale) await Commit(_account.CheckBreakers(context));
    }

    [LoggerMessage(LogLevel.Warning, "Account {Account} is halted by the kill switches of epoch {Epoch}.")]
    private partial void LogHalted(AccountId account, long epoch);
}
