using Fincord.Domain.Trading;
using Orleans.Concurrency;

namespace Fincord.Contracts.Trading;

/// <summary>
/// The one board of kill switches above accounts. Key: <see cref="GrainKeys.RiskBoard"/>. When it answers that a switch is on, that is
/// durable, no account in its scope places an order that does not reduce any more, and what was open is being cancelled
/// (docs/decisions/0005-leases-and-epochs.md).
/// </summary>
[Alias("trading.IRiskBoardGrain")]
public interface IRiskBoardGrain : IGrainWithStringKey
{
    /// <summary>Turns a kill switch; on also cancels all open orders of the accounts in its scope.</summary>
    [Alias("Turn")]
    Task<KillSwitchResult> Turn(TurnScopeKillSwitchCommand command);

    /// <summary>Sets the limits above the accounts of a scope, or takes them away.</summary>
    [Alias("SetLimits")]
    Task<BudgetResult> SetLimits(SetBudgetCommand command);

    /// <summary>
    /// The board, and calls of <see cref="IRiskBoardObserver"/> when it changes. What is answered may be relied on for
    /// <see cref="RiskBoard.Lifetime"/>, counted from before the question; ask again before it is over.
    /// </summary>
    [Alias("Watch"), AlwaysInterleave]
    Task<RiskBoard> Watch(IRiskBoardObserver observer);
}

/// <summary>The processes that run accounts hear of changes of the board. They answer, so that the board knows who has heard.</summary>
[Alias("trading.IRiskBoardObserver")]
public interface IRiskBoardObserver : IGrainObserver
{
    /// <summary>The board changed; what was decided by an older one is decided.</summary>
    [Alias("OnChanged")]
    Task OnChanged(RiskBoard board);

    /// <summary>Carries out the board's kill switches in the accounts that run here, and answers when they have done so or cannot yet.</summary>
    [Alias("Halt")]
    Task Halt(RiskBoard board);
}
