using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Fincord.Grains.Trading;

/// <summary>
/// One budget: a shell around <see cref="Budget"/>. As in <see cref="AccountGrain"/>, a decision is made in one turn and its commit is awaited while
/// the next are made; nothing is leased before it is durable.
/// </summary>
[GrainType("budget"), Reentrant]
internal sealed partial class BudgetGrain(IRiskStore store, TimeProvider time, ILogger<BudgetGrain> logger) : Grain, IBudgetGrain
{
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromSeconds(1);

    private readonly HashSet<AccountId> _asked = [];
    private RiskScope _scope;
    private ScopeLimits? _limits;
    private Budget? _budget;
    private long _epoch;
    private long _commits;
    private bool _isStale;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _scope = GrainKeys.ToBudget(this.GetPrimaryKeyString());
        _limits = (await store.LoadBoard(cancellationToken)).Limited.SingleOrDefault(limited => limited.Scope == _scope);
        var stored = await store.LoadBudget(_scope, cancellationToken);
        _commits = stored?.Commits ?? 0;
        if (_limits is not null) (_budget, _epoch) = (Load(_limits, stored), _limits.Epoch);
        this.RegisterGrainTimer(_ => Look(), new GrainTimerCreationOptions(_betweenLooks, _betweenLooks) { Interleave = true });
    }

    public async Task<BudgetLease?> Lease(BudgetRequest wanted, ScopeLimits limits)
    {
        Take(limits, limits.Epoch);
        var (after, lease) = _budget!.Take(wanted, Now);
        if (lease is null) return null;
        _budget = after;
        await Commit(wanted.AccountId);
        return lease;
    }

    public async Task<ImmutableArray<AccountId>> Adopt(ScopeLimits? limits, long epoch)
    {
        Take(limits, epoch);
        await Commit(null);
        return await Complete();
    }

    public Task<BudgetStanding?> GetStanding() => Task.FromResult(_budget is not { } budget || _limits is not { } limits ? null : new BudgetStanding(
        limits, budget.Shares.Values.Sum(share => share.Use.Exposure), budget.Reserved, budget.Equity, budget.DayLoss,
        budget.PeakEquity > 0 ? (budget.PeakEquity - budget.Equity) / budget.PeakEquity : null, budget.Tripped, budget.Shares.Count, budget.IsComplete));

    private void Take(ScopeLimits? limits, long epoch)
    {
        if (epoch <= _epoch && _budget is not null) return;
        (_epoch, _limits) = (epoch, limits);
        _budget = limits is null ? null : (_budget ?? new(_scope, limits.Limits)).Limit(limits.Limits);
    }

    private Budget Load(ScopeLimits limits, BudgetRecord? stored)
    {
        var empty = new Budget(_scope, limits.Limits) { RefilledAt = Now, PeakEquity = stored?.PeakEquity ?? 0, IsComplete = stored?.CompleteEpoch == limits.Epoch };
        return stored is null ? empty : stored.Shares.Aggregate(empty, (budget, share) => budget.Restore(share, Now));
    }

    /// <summary>Asks all accounts that may use something what that is. When all have said so, the budget is complete.</summary>
    private async Task<ImmutableArray<AccountId>> Complete()
    {
        if (_budget is not { IsComplete: false } || _limits is not { } limits) return [];
        var accounts = await store.ListAccounts(_scope, CancellationToken.None);
        var told = await Task.WhenAll(accounts.Select(Ask));
        if (told.All(done => done) && _limits == limits && _budget is { } budget)
        {
            _budget = budget with { IsComplete = true };
            await Commit(null);
        }
        return [.. accounts.Where((_, index) => !told[index])];
    }

    /// <summary>Looks after leases that have run out: whoever holds more than it is known to use, and is silent, is asked.</summary>
    private async Task Look()
    {
        if (_isStale || _budget is null) return;
        _budget = _budget.Expire(Now);
        if (!_budget.IsComplete) await Complete();
        await Task.WhenAll(_budget?.Overdue(Now).ToList().Select(Ask) ?? []);
    }

    private async Task<bool> Ask(AccountId account)
    {
        if (!_asked.Add(account)) return false;
        try
        {
            await GrainFactory.GetGrain<IAccountGrain>(GrainKeys.Account(account)).RenewBudgets();
            return true;
        }
        catch (Exception exception)
        {
            LogNotTold(exception, account, _scope);
            return false;
        }
        finally
        {
            _asked.Remove(account);
        }
    }

    /// <summary>Keeps the budget and, where one was given or taken away, a share of it; without limits all shares go.</summary>
    private async Task Commit(AccountId? changed)
    {
        if (_isStale) throw new AccountConflictException($"The budget of {_scope} is being loaded again.");
        var budget = _budget;
        var share = changed is { } account ? budget?.Shares.GetValueOrDefault(account.Value) : null;
        try
        {
            await store.CommitBudget(
                new(_scope, ++_commits, budget?.PeakEquity ?? 0, budget is { IsComplete: true } ? _limits!.Epoch : 0, share, share is null ? changed : null, budget is null),
                CancellationToken.None);
        }
        catch
        {
            _isStale = true;
            DeactivateOnIdle();     // memory must not run ahead of a store that refused it
            throw;
        }
    }

    private long Now => (long)time.GetElapsedTime(0, time.GetTimestamp()).TotalNanoseconds;

    [LoggerMessage(LogLevel.Warning, "Account {Account} has not told what it uses of the budget of {Scope}; it is asked again.")]
    private partial void LogNotTold(Exception exception, AccountId account, RiskScope scope);
}
