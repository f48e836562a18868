using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>What an account has of its own account to tell to a budget above it. Sums are in the budget's currency.</summary>
/// <param name="Exposure">The notional of its positions and open orders.</param>
/// <param name="Equity">What it is worth.</param>
/// <param name="DayEquity">What it was worth when <paramref name="Day"/> began, deposits and withdrawals since added.</param>
/// <param name="Day">The midnight (UTC) of its last mark.</param>
/// <param name="NetFlow">Deposits less withdrawals at its marks: what it rises by was paid in.</param>
[GenerateSerializer, Immutable, Alias("trading.budget-use")]
public sealed record BudgetUse(decimal Exposure, decimal Equity, decimal DayEquity, Timestamp Day, decimal NetFlow)
{
    /// <summary>Nothing is used.</summary>
    public static readonly BudgetUse None = new(0, 0, 0, default, 0);
}

/// <summary>An account draws, renews or gives back a lease of a budget above it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Session">Its activation: a version-7 GUID, so that a later one is larger. A later one takes over, an earlier one is refused.</param>
/// <param name="Number">The number of the request in its session: one that comes after a later one is refused.</param>
/// <param name="Use">What it uses, durably or on its way to be.</param>
/// <param name="Exposure">How large an exposure it needs: less is of no use to it, so that it gets nothing when there is not so much.</param>
/// <param name="Ahead">How much it wants beyond that. It has lowered what it allows itself to the two of them already.</param>
/// <param name="OrdersKept">How many orders of its lease it may place still.</param>
/// <param name="OrdersReturned">How many of them it gives back with this.</param>
/// <param name="OrdersWanted">How many it wants besides those that it keeps.</param>
[GenerateSerializer, Immutable, Alias("trading.budget-request")]
public sealed record BudgetRequest(
    AccountId AccountId, Guid Session, long Number, BudgetUse Use, decimal Exposure, decimal Ahead, int OrdersKept, int OrdersReturned, int OrdersWanted);

/// <summary>What a budget leases to an account, until <see cref="Lifetime"/> after it was asked for.</summary>
/// <param name="Exposure">How large an exposure it is allowed.</param>
/// <param name="ExposureMost">How large an exposure it could have been allowed.</param>
/// <param name="Orders">How many orders it may place besides those that it kept.</param>
/// <param name="Tripped">The loss limit that the accounts of the scope have reached together; null while they are within it.</param>
[GenerateSerializer, Immutable, Alias("trading.budget-lease")]
public sealed record BudgetLease(decimal Exposure, decimal ExposureMost, int Orders, Denial? Tripped)
{
    /// <summary>How long a lease holds, counted by the account from before it asks.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>How much longer the budget counts it: what was decided at its end may still be on its way to the disk.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
}
