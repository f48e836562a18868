using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>Where kill switches and limits above accounts are durable: a list of changes that is only ever added to.</summary>
public interface IRiskStore
{
    /// <summary>How kill switches and limits stand.</summary>
    Task<RiskBoard> LoadBoard(CancellationToken cancellation);

    /// <summary>The limits of a scope, or null.</summary>
    Task<BudgetLimits?> FindLimits(RiskScope scope, CancellationToken cancellation);

    /// <summary>The change that a member made with this idempotency key, or null.</summary>
    Task<RiskChange?> FindChange(MemberId by, string key, CancellationToken cancellation);

    /// <summary>Adds the next change. Throws <see cref="AccountConflictException"/> when its epoch is taken: the caller's memory is stale.</summary>
    Task Add(RiskChange change, CancellationToken cancellation);

    /// <summary>Changes, the latest first, below an epoch when given; of one scope when given.</summary>
    Task<ImmutableArray<RiskChange>> ReadChanges(RiskScope? scope, long? before, int limit, CancellationToken cancellation);

    /// <summary>The accounts of a scope that have open orders or hold something.</summary>
    Task<ImmutableArray<AccountId>> ListAccounts(RiskScope scope, CancellationToken cancellation);

    /// <summary>What is stored of a budget, or null.</summary>
    Task<BudgetRecord?> LoadBudget(RiskScope scope, CancellationToken cancellation);

    /// <summary>Keeps what a budget gave or took. Throws <see cref="AccountConflictException"/> when the stored one does not stand where the commit goes on.</summary>
    Task CommitBudget(BudgetCommit commit, CancellationToken cancellation);
}

/// <summary>Somebody turned a kill switch above accounts, or set limits.</summary>
/// <param name="Epoch">Its number, from 1 without gaps.</param>
/// <param name="Scope">The accounts that it is about.</param>
/// <param name="Turned">The kill switch as it stands now; null when limits were set.</param>
/// <param name="Limits">The limits as they are now; null when there are none any more, or a kill switch was turned.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Key">Their idempotency key.</param>
/// <param name="ContentHash">A hash of what they asked for.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("trading.risk-change")]
public sealed record RiskChange(
    long Epoch, RiskScope Scope, KillSwitch? Turned, BudgetLimits? Limits, MemberId By, string Reason, string Key, string ContentHash, Timestamp At);

/// <summary>What is stored of a budget.</summary>
/// <param name="Commits">How many commits led to it.</param>
/// <param name="PeakEquity">The highest equity of its accounts together.</param>
/// <param name="CompleteEpoch">The limits of which all accounts have told what they use; 0 while some have not.</param>
/// <param name="Shares">What its accounts have of it.</param>
public sealed record BudgetRecord(long Commits, decimal PeakEquity, long CompleteEpoch, ImmutableArray<BudgetShare> Shares);

/// <summary>A step of a budget.</summary>
/// <param name="Scope">The budget.</param>
/// <param name="Number">The number of this commit, from 1: the one before must be the stored one.</param>
/// <param name="PeakEquity">The highest equity of its accounts together.</param>
/// <param name="CompleteEpoch">The limits of which all accounts have told what they use; 0 while some have not.</param>
/// <param name="Share">The share that changed, as it is now.</param>
/// <param name="Removed">The account that has none any more.</param>
/// <param name="Clears">Whether all shares go.</param>
public sealed record BudgetCommit(
    RiskScope Scope, long Number, decimal PeakEquity, long CompleteEpoch, BudgetShare? Share, AccountId? Removed, bool Clears);
