using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;

namespace Fincord.Grains.Trading;

/// <summary>
/// The board of kill switches. A change is durable first; then every process that may decide by the board before has heard of it, or its answer has
/// become too old to be relied on; then the accounts carry it out. Changes come one after another; watchers are answered meanwhile.
/// </summary>
[GrainType("risk-board")]
internal sealed partial class RiskBoardGrain(
    IRiskStore store, TradingRepairs repairs, TimeProvider time, ILogger<RiskBoardGrain> logger) : Grain, IRiskBoardGrain
{
    private const int MaxReasonLength = 256;

    private readonly Dictionary<IRiskBoardObserver, long> _watchers = [];
    private RiskBoard _board = null!;
    private long _strangersUntil;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _board = await store.LoadBoard(cancellationToken);
        _strangersUntil = After(RiskBoard.Lifetime);    // who watched the activation before this one is not known
    }

    public Task<RiskBoard> Watch(IRiskBoardObserver observer)
    {
        _watchers[observer] = After(RiskBoard.Lifetime);
        return Task.FromResult(_board);
    }

    public async Task<KillSwitchResult> Turn(TurnScopeKillSwitchCommand command)
    {
        if (command.Reason.Length is 0 or > MaxReasonLength) return Refuse(Refusals.BadReason(MaxReasonLength));
        var (change, refusal) = await AddOnce(command.Member, command.Key, command, epoch => new(
            epoch, command.Scope,
            new(command.Scope, epoch, command.IsOn, command.ClosesPositions, command.Member, command.Reason, time.Now()),
            null, command.Member, command.Reason, command.Key, CommandsInFlight.HashOf(command), time.Now()));
        if (refusal is not null) return Refuse(refusal);
        var killSwitch = change!.Turned!;
        var before = await store.ListAccounts(killSwitch.Scope, CancellationToken.None);
        await Tell();
        // What was asked for again may have been turned again since; it is not carried out against that.
        if (!_board.On.Any(on => on.Epoch == killSwitch.Epoch)) return new(killSwitch, 0, [], null);
        LogTurned(killSwitch.Scope, killSwitch.By, killSwitch.Reason);
        var (reached, unreached) = await Halt([.. before.Union(await store.ListAccounts(killSwitch.Scope, CancellationToken.None))]);
        return new(killSwitch, reached, unreached, null);
    }

    public async Task<BudgetResult> SetLimits(SetBudgetCommand command)
    {
        if (command.Reason.Length is 0 or > MaxReasonLength) return new(0, [], Refusals.BadReason(MaxReasonLength));
        if (command.Limits is { } limits && BudgetLimits.Check(limits) is { } invalid) return new(0, [], invalid);
        var (change, refusal) = await AddOnce(command.Member, command.Key, command, epoch => new(
            epoch, command.Scope, null, command.Limits, command.Member, command.Reason, command.Key, CommandsInFlight.HashOf(command), time.Now()));
        if (refusal is not null) return new(0, [], refusal);
        await Tell();
        // What was asked for again may have been changed again since; what holds now is what the budget takes.
        var current = _board.Limited.SingleOrDefault(limited => limited.Scope == command.Scope);
        var unreached = await GrainFactory.GetGrain<IBudgetGrain>(GrainKeys.Budget(command.Scope)).Adopt(current, current?.Epoch ?? _board.Epoch);
        return new(change!.Epoch, unreached, null);
    }

    private static KillSwitchResult Refuse(OrderRefusal refusal) => new(null, 0, [], refusal);

    /// <summary>Adds a change, unless it was added before; then what was added is the answer.</summary>
    private async Task<(RiskChange? Change, OrderRefusal? Refusal)> AddOnce(
        Domain.Members.MemberId by, string key, object command, Func<long, RiskChange> make)
    {
        if (!IdempotencyKey.IsValid(key)) return (null, Refusals.BadKey);
        if (await store.FindChange(by, key, CancellationToken.None) is { } known)
            return known.ContentHash == CommandsInFlight.HashOf(command) ? (known, null) : (null, Refusals.IdempotencyConflict);
        var change = make(_board.Epoch + 1);
        try
        {
            await store.Add(change, CancellationToken.None);
        }
        catch
        {
            DeactivateOnIdle();     // memory must not run ahead of a store that refused it
            throw;
        }
        _board = change.Turned is { } turned ? _board.Turn(turned) : _board.Limit(change.Scope, change.Limits, change.Epoch);
        return (change, null);
    }

    /// <summary>Returns when nobody decides by an older board any more, and the accounts that run now have carried this one out.</summary>
    private async Task Tell()
    {
        var board = _board;
        await Task.WhenAll(_watchers.ToList().Select(watcher => Tell(watcher.Key, watcher.Value, board)).Append(Until(_strangersUntil)));
    }

    private async Task Tell(IRiskBoardObserver watcher, long until, RiskBoard board)
    {
        if (Left(until) <= TimeSpan.Zero)
        {
            _watchers.Remove(watcher);
            return;
        }
        try
        {
            await watcher.OnChanged(board).WaitAsync(Left(until), time);
            await watcher.Halt(board);
        }
        catch (Exception exception)
        {
            LogNotTold(exception);
            await Until(until);
        }
    }

    /// <summary>Halts accounts that had something open when the switch was turned, or have it since, whether they run or not.</summary>
    private async Task<(int Reached, ImmutableArray<AccountId> Unreached)> Halt(ImmutableArray<AccountId> accounts)
    {
        var board = _board;
        var halted = await Task.WhenAll(accounts.Select(account => Halt(account, board)));
        return (halted.Count(done => done), [.. accounts.Where((_, index) => !halted[index])]);
    }

    private async Task<bool> Halt(AccountId account, RiskBoard board)
    {
        try
        {
            await GrainFactory.GetGrain<IAccountGrain>(GrainKeys.Account(account)).Halt(board);
            return true;
        }
        catch (Exception exception)
        {
            LogNotHalted(exception, account);
            repairs.Ask(account);
            return false;
        }
    }

    private long After(TimeSpan span) => time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);

    private TimeSpan Left(long until) => time.GetElapsedTime(time.GetTimestamp(), until);

    private Task Until(long until) => Left(until) is var left && left > TimeSpan.Zero ? Task.Delay(left, time) : Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "The kill switch of {Scope} was turned on by {By}: {Reason}")]
    private partial void LogTurned(RiskScope scope, Domain.Members.MemberId by, string reason);

    [LoggerMessage(LogLevel.Warning, "A process did not hear of a kill switch; its accounts decide nothing until it has.")]
    private partial void LogNotTold(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Account {Account} did not carry out a kill switch; it is tried again.")]
    private partial void LogNotHalted(Exception exception, AccountId account);
}
