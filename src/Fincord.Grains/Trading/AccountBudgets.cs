using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>
/// What one account holds of the budgets above it. It is drawn ahead of need, counted in memory, and renewed or given back on a timer, so that an order
/// that a lease covers asks nobody.
/// </summary>
internal sealed class AccountBudgets(AccountId account, Guid session, IGrainFactory grains, TradingWorld world, TimeProvider time)
{
    // What is drawn beyond need: a part of the limit, so that the accounts of a scope do not take it from each other.
    private const decimal ExposureAhead = 0.02m;
    private const int OrdersAheadOfBurst = 20;

    private readonly Dictionary<RiskScope, HeldBudget> _held = [];
    // What a unit of a budget's currency is worth in the account's; nothing when nobody knows, and then it backs nothing.
    private readonly Dictionary<RiskScope, decimal> _rates = [];
    private bool _hasPlaced;
    private long _numbers;
    private (decimal Exposure, int Orders) _needed;
    private Task _drawing = Task.CompletedTask;

    /// <summary>What the leases allow at this moment; null when one is missing or has run out.</summary>
    public BudgetAllowance? See(ImmutableArray<ScopeLimits> limits)
    {
        var now = Now;
        var allowance = new BudgetAllowance(null, 0, default, null, 0, default, null);
        foreach (var above in limits)
        {
            if (!_held.TryGetValue(above.Scope, out var held) || held.Limits.Epoch != above.Epoch || !held.Holds(now)) return null;
            if (above.Limits.MaxExposure is not null && held.Exposure * _rates[above.Scope] is var exposure && !(allowance.Exposure <= exposure))
                allowance = allowance with { Exposure = exposure, ExposureMost = held.ExposureMost * _rates[above.Scope], ExposureScope = above.Scope };
            if (above.Limits.OrdersPerSecond is { } rate && !(allowance.Orders <= held.Orders))
                allowance = allowance with { Orders = held.Orders, OrdersPerSecond = rate, OrdersScope = above.Scope };
            if (held.Tripped is { } tripped && !(allowance.Tripped?.Code <= tripped.Code)) allowance = allowance with { Tripped = tripped };
        }
        return allowance;
    }

    /// <summary>A decision was made, and placed so many orders.</summary>
    public void Place(int orders)
    {
        _needed = default;
        if (orders == 0 || _held.Count == 0) return;
        _hasPlaced = true;
        foreach (var (scope, held) in _held) _held[scope] = held.Place(orders);
    }

    /// <summary>
    /// Draws what is needed from all budgets above the account: an exposure in its base currency, and orders. Without need it renews what it holds
    /// when it traded of late, and gives the rest back. One request goes out at a time.
    /// </summary>
    public async Task Draw(Func<AccountState> state, Func<Task<TradingContext>> look, ImmutableArray<ScopeLimits> limits, decimal exposure, int orders)
    {
        var turn = DrawAfter(_drawing, state, look, limits, exposure, orders);
        _drawing = turn;
        await turn;
    }

    /// <summary>Whether there is something to renew or to give back.</summary>
    public bool HoldsAny => _held.Count > 0;

    /// <summary>Forgets leases of nothing, which need no renewal: who trades again draws again.</summary>
    public void DropEmpty()
    {
        if (!_hasPlaced && _needed == default && _held.Values.All(held => held is { Exposure: 0, Orders: 0 })) _held.Clear();
    }

    private async Task DrawAfter(
        Task before, Func<AccountState> state, Func<Task<TradingContext>> look, ImmutableArray<ScopeLimits> limits, decimal exposure, int orders)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        foreach (var above in limits) _rates[above.Scope] = await world.Rate(above.Limits.Currency, state().Settings!.BaseCurrency) ?? 0;
        TradingContext context;
        do context = await look();
        while (!state().InstrumentsInUse().All(context.Markets.ContainsKey));

        // From here to the requests nothing is awaited: what is told is what is used, and what is asked for is no less than what may be used meanwhile.
        foreach (var scope in _held.Keys.Where(scope => limits.All(above => above.Scope != scope)).ToList()) _held.Remove(scope);
        // What a decision needs is kept until it is made: a renewal may come before.
        _needed = (exposure, orders) = (Math.Max(exposure, _needed.Exposure), Math.Max(orders, _needed.Orders));
        var isAhead = exposure > 0 || orders > 0 || _hasPlaced;
        _hasPlaced = false;
        var requests = limits.Select(above => Ask(above, state(), context, exposure, orders, isAhead)).ToList();
        await Task.WhenAll(requests.Select(asked => Lease(asked.Above, asked.Request, asked.At)));
    }

    private (ScopeLimits Above, BudgetRequest Request, long At) Ask(
        ScopeLimits above, AccountState state, TradingContext context, decimal exposure, int orders, bool isAhead)
    {
        var (limits, rate, now) = (above.Limits, _rates[above.Scope], Now);
        var held = _held.TryGetValue(above.Scope, out var known) ? known with { Limits = above } : new(above, session) { Number = _numbers++ << 32 };
        var use = UseOf(state, context, rate);
        var needed = Math.Max(use.Exposure, rate == 0 ? 0 : exposure / rate);
        var ahead = isAhead && limits.MaxExposure is { } most ? most * ExposureAhead : 0;
        var wantedOrders = isAhead && limits.OrderBurst is { } burst ? Math.Max(orders, Math.Max(1, burst / OrdersAheadOfBurst)) : 0;
        (_held[above.Scope], var request) = held.Ask(account, use, needed, ahead, wantedOrders, now);
        return (above, request, now);
    }

    private async Task Lease(ScopeLimits above, BudgetRequest request, long askedAt)
    {
        var lease = await grains.GetGrain<IBudgetGrain>(GrainKeys.Budget(above.Scope)).Lease(request, above)
            ?? throw new AccountConflictException($"A later activation of account {account} holds its share of the budget of {above.Scope}.");
        if (_held.TryGetValue(above.Scope, out var current)) _held[above.Scope] = current.Take(request, lease, askedAt);
    }

    private static BudgetUse UseOf(AccountState state, TradingContext context, decimal rate)
    {
        if (rate == 0) return BudgetUse.None;
        var equity = AccountValuation.Of(state, context).Equity;
        return new(AccountExposure.Of(state, context) / rate, equity / rate, (state.DayEquity ?? equity) / rate, state.Day, state.NetFlow / rate);
    }

    private long Now => (long)time.GetElapsedTime(0, time.GetTimestamp()).TotalNanoseconds;
}
