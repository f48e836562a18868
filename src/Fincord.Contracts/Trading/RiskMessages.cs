using System.Collections.Immutable;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>Turns a kill switch above accounts.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="Scope">The accounts that it stops.</param>
/// <param name="IsOn">On or off.</param>
/// <param name="ClosesPositions">Whether it also closes what they hold.</param>
/// <param name="Reason">Why, 1 to 256 characters.</param>
[GenerateSerializer, Immutable, Alias("trading.turn-scope-kill-switch-command")]
public sealed record TurnScopeKillSwitchCommand(MemberId Member, string Key, RiskScope Scope, bool IsOn, bool ClosesPositions, string Reason);

/// <summary>What came of turning a kill switch.</summary>
/// <param name="KillSwitch">The switch as it stands, durably; null when nothing was done.</param>
/// <param name="Reached">How many accounts had orders or positions and have asked their venue to cancel, and to close where that was wanted.</param>
/// <param name="Unreached">Accounts that could not do so yet, because their store failed: they place nothing, and are tried again until they have.</param>
/// <param name="Refusal">Why nothing was done.</param>
[GenerateSerializer, Immutable, Alias("trading.kill-switch-result")]
public sealed record KillSwitchResult(KillSwitch? KillSwitch, int Reached, ImmutableArray<AccountId> Unreached, OrderRefusal? Refusal);

/// <summary>Sets the limits above the accounts of a scope.</summary>
/// <param name="Member">Who asks.</param>
/// <param name="Key">Idempotency key, 1 to 64 characters.</param>
/// <param name="Scope">The accounts.</param>
/// <param name="Limits">What they may do together at most; null to take all limits away.</param>
/// <param name="Reason">Why, 1 to 256 characters.</param>
[GenerateSerializer, Immutable, Alias("trading.set-budget-command")]
public sealed record SetBudgetCommand(MemberId Member, string Key, RiskScope Scope, BudgetLimits? Limits, string Reason);

/// <summary>What came of setting limits.</summary>
/// <param name="Epoch">The number of the change; 0 when nothing was done.</param>
/// <param name="Unreached">Accounts that have not told yet what they use: until they have, nothing is leased beyond what is used.</param>
/// <param name="Refusal">Why nothing was done.</param>
[GenerateSerializer, Immutable, Alias("trading.budget-result")]
public sealed record BudgetResult(long Epoch, ImmutableArray<AccountId> Unreached, OrderRefusal? Refusal);
