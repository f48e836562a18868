namespace Fincord.Domain.Trading;

/// <summary>
/// What an account holds of a budget above it. It asks ahead of need and counts in memory; an answer that is lost costs it what it asked for, and
/// never gives it more than the budget knows of. Sums are in the budget's currency, times monotonic nanoseconds.
/// </summary>
/// <param name="Limits">The budget.</param>
/// <param name="Session">The account's activation.</param>
public sealed record HeldBudget(ScopeLimits Limits, Guid Session)
{
    /// <summary>How many requests were made.</summary>
    public long Number { get; init; }

    /// <summary>How large an exposure is allowed.</summary>
    public decimal Exposure { get; init; }

    /// <summary>How large an exposure could have been allowed when it was asked for.</summary>
    public decimal ExposureMost { get; init; }

    /// <summary>How many orders may be placed still.</summary>
    public int Orders { get; init; }

    /// <summary>Until when.</summary>
    public long Until { get; init; }

    /// <summary>The loss limit that the scope has reached.</summary>
    public Denial? Tripped { get; init; }

    /// <summary>Whether anything may be done on it still.</summary>
    public bool Holds(long now) => now < Until;

    /// <summary>What asks for an exposure, more ahead of need, and a number of orders to be allowed, and what may be done until the answer is there.</summary>
    public (HeldBudget Held, BudgetRequest Request) Ask(AccountId account, BudgetUse use, decimal exposure, decimal ahead, int orders, long now)
    {
        var left = Holds(now) ? Orders : 0;
        var returned = Math.Max(0, left - orders);
        var held = this with { Number = Number + 1, Exposure = Math.Min(Exposure, exposure + ahead), Orders = left - returned };
        return (held, new(account, Session, held.Number, use, exposure, ahead, held.Orders, returned, Math.Max(0, orders - left)));
    }

    /// <summary>Takes an answer to what was asked at a time. One to an earlier question is dropped.</summary>
    public HeldBudget Take(BudgetRequest request, BudgetLease? lease, long askedAt) => lease is null || request.Number != Number ? this : this with
    {
        Exposure = lease.Exposure,
        ExposureMost = lease.ExposureMost,
        Orders = Orders + lease.Orders,
        Tripped = lease.Tripped,
        Until = askedAt + BudgetLease.Lifetime.Ticks * 100,
    };

    /// <summary>After orders were placed.</summary>
    public HeldBudget Place(int orders) => this with { Orders = Math.Max(0, Orders - orders) };
}

/// <summary>The limits of a scope.</summary>
/// <param name="Scope">The accounts.</param>
/// <param name="Limits">What they may do together at most.</param>
/// <param name="Epoch">The change that set them.</param>
[GenerateSerializer, Immutable, Alias("trading.scope-limits")]
public sealed record ScopeLimits(RiskScope Scope, BudgetLimits Limits, long Epoch);
