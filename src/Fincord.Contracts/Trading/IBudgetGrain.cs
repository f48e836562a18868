using System.Collections.Immutable;
using Fincord.Domain.Trading;
using Orleans.Concurrency;

namespace Fincord.Contracts.Trading;

/// <summary>
/// The limits above the accounts of a scope, leased out to them so that an order asks nobody. Key: <see cref="GrainKeys.Budget"/>. What is leased
/// out plus what is used never exceeds the limit but by moves of the market (docs/decisions/0005-leases-and-epochs.md).
/// </summary>
[Alias("trading.IBudgetGrain")]
public interface IBudgetGrain : IGrainWithStringKey
{
    /// <summary>
    /// Leases a share to an account, durably; null when a later request, or a later activation of the account, has overtaken this one.
    /// <paramref name="limits"/> are those that the account has seen on the board: newer ones than the budget knows are taken over.
    /// </summary>
    [Alias("Lease")]
    Task<BudgetLease?> Lease(BudgetRequest wanted, ScopeLimits limits);

    /// <summary>
    /// Takes the limits of an epoch, or none, from the board, and asks the accounts of the scope what they use: the answer is those who have not told yet. Nothing
    /// is leased beyond what is used until all have.
    /// </summary>
    [Alias("Adopt")]
    Task<ImmutableArray<AccountId>> Adopt(ScopeLimits? limits, long epoch);

    /// <summary>How much is used, and how the limits stand; null when there are none.</summary>
    [Alias("GetStanding"), ReadOnly]
    Task<BudgetStanding?> GetStanding();
}

/// <summary>How a budget stands. Sums are in its currency.</summary>
/// <param name="Limits">Its limits.</param>
/// <param name="Used">The notional of positions and open orders that its accounts told of.</param>
/// <param name="Reserved">The same, with what is leased to them beyond.</param>
/// <param name="Equity">What they are worth.</param>
/// <param name="DayLoss">Their loss since the UTC day began; negative for a gain.</param>
/// <param name="Drawdown">Their loss from the highest equity, as a part of it; null before there is one.</param>
/// <param name="Tripped">The loss limit that they have reached; null while they are within it.</param>
/// <param name="Accounts">How many accounts share it.</param>
/// <param name="IsComplete">Whether all accounts have told what they use.</param>
[GenerateSerializer, Immutable, Alias("trading.budget-standing")]
public sealed record BudgetStanding(
    ScopeLimits Limits, decimal Used, decimal Reserved, decimal Equity, decimal DayLoss, decimal? Drawdown, Denial? Tripped, int Accounts, bool IsComplete);
