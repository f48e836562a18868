using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// The limits of a scope and what of them is leased out. What is reserved, the larger of lease and use of each account added up, grows only up
/// to the limit: an account places orders within its lease, so all together stay within the limit. Only the market, by moving prices, can carry what
/// is used beyond it; then nothing more is leased. Times are monotonic nanoseconds of whoever keeps the budget.
/// </summary>
/// <param name="Scope">The accounts that it is about.</param>
/// <param name="Limits">What they may do together at most.</param>
public sealed record Budget(RiskScope Scope, BudgetLimits Limits)
{
    private const long Token = Timestamp.NanosecondsPerSecond;

    /// <summary>What is leased to accounts that have something of it or of which it knows that they use something, by account.</summary>
    public ImmutableDictionary<Guid, BudgetShare> Shares { get; init; } = ImmutableDictionary<Guid, BudgetShare>.Empty;

    /// <summary>Whether all accounts that used something before there were limits have told so. Until then nothing is leased beyond what is used.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The larger of lease and use of each account, added up.</summary>
    public decimal Reserved { get; init; }

    /// <summary>The equity of all accounts.</summary>
    public decimal Equity { get; init; }

    /// <summary>The highest equity of all accounts together, deposits, withdrawals and accounts that came later added.</summary>
    public decimal PeakEquity { get; init; }

    /// <summary>The loss since <see cref="Day"/> began of the accounts that were marked in it; negative for a gain.</summary>
    public decimal DayLoss { get; init; }

    /// <summary>The latest midnight (UTC) that an account was marked after.</summary>
    public Timestamp Day { get; init; }

    /// <summary>Orders that may be leased, in billionths of one, as of <see cref="RefilledAt"/>. A budget that was just loaded has none.</summary>
    public long Tokens { get; init; }

    /// <summary>When that was.</summary>
    public long RefilledAt { get; init; }

    /// <summary>Orders that are leased out.</summary>
    public int OrdersOut { get; init; }

    /// <summary>The loss limit that the accounts have reached together, as the denial of what would open more; null while they are within it.</summary>
    public Denial? Tripped =>
        Limits.MaxDailyLoss is { } maxLoss && DayLoss >= maxLoss
            ? new(DenialCode.DailyLoss, maxLoss, DayLoss, Limits.Currency, $"Today's loss of {Scope} has reached its limit.")
        : Limits.MaxDrawdown is { } maxDrawdown && PeakEquity > 0 && (PeakEquity - Equity) / PeakEquity >= maxDrawdown
            ? new(DenialCode.Drawdown, maxDrawdown, (PeakEquity - Equity) / PeakEquity, "", $"The loss of {Scope} from its highest equity has reached its limit.")
        : null;

    /// <summary>
    /// Answers an account: the budget after it, and the lease; no lease for a request that a later one, or a later activation of the account, has overtaken.
    /// </summary>
    public (Budget After, BudgetLease? Lease) Take(BudgetRequest request, long now)
    {
        var known = Shares.GetValueOrDefault(request.AccountId.Value);
        if (known is not null && known.IsAfter(request)) return (this, null);
        var budget = Refill(now);
        // What the account may have used of its lease while it asked is never taken away; it asks for less when it learns how much there is.
        var (use, held) = (request.Use, known?.Exposure ?? 0);
        var room = Limits.MaxExposure is { } most ? IsComplete ? most - (Reserved - (known?.Reserved ?? 0)) : 0 : decimal.MaxValue;
        var exposure = Math.Max(use.Exposure, Math.Min(request.Exposure + request.Ahead, room < request.Exposure ? held : Math.Max(room, held)));
        var (kept, granted, after) = budget.TakeOrders(request, known?.Orders ?? 0);
        var share = new BudgetShare(request.AccountId, request.Session, request.Number, use, exposure, kept + granted, now + Nanoseconds(BudgetLease.Lifetime + BudgetLease.Grace));
        after = after.With(known, share);
        return (after, new(exposure, Math.Max(exposure, room), granted, after.Tripped));
    }

    /// <summary>The accounts whose lease has run out without a word: they are asked what they use, and keep what they hold until they have said so.</summary>
    public IEnumerable<AccountId> Overdue(long now) =>
        Shares.Values.Where(share => share.Until <= now && (share.Exposure > share.Use.Exposure || (HasBreakers && share.Use.Exposure != 0))).Select(share => share.AccountId);

    /// <summary>The budget without the orders of leases that have run out: they count as placed.</summary>
    public Budget Expire(long now)
    {
        var budget = Refill(now);
        foreach (var share in Shares.Values)
        {
            if (share.Until > now || share.Orders == 0) continue;
            budget = budget with { Shares = budget.Shares.SetItem(share.AccountId.Value, share with { Orders = 0 }), OrdersOut = budget.OrdersOut - share.Orders };
        }
        return budget;
    }

    /// <summary>The budget with other limits: shares stay what they are, and shrink as their accounts renew them.</summary>
    public Budget Limit(BudgetLimits limits) => this with { Limits = limits, Tokens = 0, PeakEquity = Equity, IsComplete = false };

    /// <summary>The budget with a share as it was stored; its lease runs anew.</summary>
    public Budget Restore(BudgetShare stored, long now) =>
        With(null, stored with { Until = now + Nanoseconds(BudgetLease.Lifetime + BudgetLease.Grace) }) with { PeakEquity = PeakEquity, OrdersOut = OrdersOut + stored.Orders };

    private bool HasBreakers => Limits.MaxDailyLoss is not null || Limits.MaxDrawdown is not null;

    private Budget With(BudgetShare? before, BudgetShare share)
    {
        var isGone = share is { Exposure: 0, Use.Exposure: 0, Orders: 0 } && !HasBreakers;
        var (old, use) = (before?.Use ?? BudgetUse.None, isGone ? BudgetUse.None : share.Use);
        var day = use.Day > Day ? use.Day : Day;
        var dayLoss = (day == Day ? DayLoss - LossIn(day, old) : 0) + LossIn(day, use);
        var equity = Equity - old.Equity + use.Equity;
        var flow = before is null ? use.Equity : use.NetFlow - old.NetFlow;
        return this with
        {
            Shares = isGone ? Shares.Remove(share.AccountId.Value) : Shares.SetItem(share.AccountId.Value, share),
            Reserved = Reserved - (before?.Reserved ?? 0) + share.Reserved,
            Equity = equity,
            PeakEquity = Math.Max(PeakEquity + flow, equity),
            Day = day,
            DayLoss = dayLoss,
        };
    }

    private static decimal LossIn(Timestamp day, BudgetUse use) => use.Day == day ? use.DayEquity - use.Equity : 0;

    // Leased and free orders together never exceed the burst, so neither do those of any moment.
    private (int Kept, int Granted, Budget After) TakeOrders(BudgetRequest request, int outstanding)
    {
        if (Limits is not { OrderBurst: { } burst }) return (0, 0, this);
        var kept = Math.Min(request.OrdersKept, outstanding);
        var returned = Math.Min(request.OrdersReturned, outstanding - kept);
        var most = (long)Math.Max(0, burst - (OrdersOut - outstanding + kept)) * Token;
        var tokens = Math.Min(most, Tokens + returned * Token);
        var granted = (int)Math.Min(Math.Max(0, request.OrdersWanted), tokens / Token);
        return (kept, granted, this with { Tokens = tokens - granted * Token, OrdersOut = OrdersOut - outstanding + kept + granted });
    }

    private Budget Refill(long now)
    {
        if (Limits is not { OrdersPerSecond: { } rate, OrderBurst: { } burst }) return this with { RefilledAt = now };
        var most = (Int128)Math.Max(0, burst - OrdersOut) * Token;
        var tokens = Int128.Min(most, Tokens + (Int128)Math.Max(0, now - RefilledAt) * rate);
        return this with { Tokens = (long)tokens, RefilledAt = now };
    }

    private static long Nanoseconds(TimeSpan span) => span.Ticks * 100;
}

/// <summary>What one account has of a budget.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Session">The activation of it that asked last.</param>
/// <param name="Number">The number of its request.</param>
/// <param name="Use">What it said that it uses.</param>
/// <param name="Exposure">How large an exposure it is allowed.</param>
/// <param name="Orders">How many orders it may place still, as far as the budget knows.</param>
/// <param name="Until">Until when it may use them.</param>
public sealed record BudgetShare(AccountId AccountId, Guid Session, long Number, BudgetUse Use, decimal Exposure, int Orders, long Until)
{
    /// <summary>What of the limit nobody else may use.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public decimal Reserved => Math.Max(Exposure, Use.Exposure);

    /// <summary>Whether it was made by a request after this one.</summary>
    public bool IsAfter(BudgetRequest request) =>
        Session.CompareTo(request.Session) is var order && (order > 0 || (order == 0 && Number >= request.Number));
}
