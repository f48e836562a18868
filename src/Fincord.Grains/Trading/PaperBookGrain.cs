using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Fincord.Grains.Trading;

/// <summary>
/// One paper book: a shell around <see cref="PaperExchange"/> that looks at the market, commits what happened, and tells the accounts. As in
/// <see cref="AccountGrain"/>, what is decided in one turn is committed while the next turn decides, and told only after its commit.
/// </summary>
[GrainType("paper-book"), Reentrant]
internal sealed partial class PaperBookGrain(
    ITradingStore store, IInstrumentActionStore actionStore, IInstrumentRegistry registry, InstrumentActions instrumentActions, TradingRepairs repairs, TradingTerms terms,
    IOptions<TradingOptions> options, TimeProvider time, ILogger<PaperBookGrain> logger)
    : Grain, IPaperBookGrain
{
    private const int ReportsPerReplay = 1_000;

    // Each look keeps the grain active: a book whose market is closed must be there when it opens.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private string _name = null!;
    private IInstrumentGrain _instrument = null!;
    private InstrumentTerms _terms = null!;
    private PaperExchange _exchange = null!;
    private PaperOrderRows _rows = null!;
    private IGrainTimer _looking = null!;
    // Orders of which something is being committed that the store does not have yet.
    private readonly HashSet<OrderId> _telling = [];

    private Task _turn = Task.CompletedTask;
    private long _commits;
    private long _heard;
    private TimeSpan _interval = Timeout.InfiniteTimeSpan;
    private bool _isStale;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _name = this.GetPrimaryKeyString();
        var (id, _) = GrainKeys.ToPaperBook(_name);
        var instrument = await registry.Find(id, cancellationToken) ?? throw new UnknownInstrumentException($"No instrument has the number {id}.");
        _instrument = GrainFactory.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(id));
        var record = await store.LoadBook(_name, cancellationToken);
        _commits = record?.Commits ?? 0;
        _rows = new(record?.Orders ?? []);
        var state = _rows.Complete(record?.State ?? PaperExchangeState.Empty);
        _terms = terms.Of(instrument);
        _exchange = new(_name, _terms, PaperRules.Default with { Latency = options.Value.PaperLatency }, state, terms.CalendarOf(_terms));
        _looking = this.RegisterGrainTimer(
            _ => Look(), new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true, Interleave = true });
        FollowMarket();
    }

    public Task Execute(AccountId account, ImmutableArray<VenueCommand> commands) => InTurn(async () =>
    {
        var fresh = new List<VenueCommand>();
        foreach (var command in commands)
        {
            // An order that has ended here is not taken again; its reports are told again instead.
            if (command.Kind is not VenueCommandKind.Submit || !await WasTold(command.OrderId)) fresh.Add(command);
        }
        if (fresh.Count < commands.Length) Replay(account, 0).Ignore();
        await Observe();
        foreach (var command in fresh) _exchange.Execute(account, command, time.Now());
    });

    public async Task Replay(AccountId account, long after)
    {
        while (true)
        {
            var reports = await store.ReadReports(_name, account, after, ReportsPerReplay, CancellationToken.None);
            if (reports.IsEmpty) return;
            await AccountOf(account).Report(reports);
            after = reports[^1].Sequence;
        }
    }

    public Task Wake() => InTurn(Observe);

    private Task Look() => _isStale ? Task.CompletedTask : InTurn(Observe);

    private async Task Observe()
    {
        await HearActions();
        var (market, now) = (await _instrument.GetState(), time.Now());
        _exchange.Observe(market, terms.PhaseOf(_terms, market, now), now);
    }

    // What is announced in time ends orders at its moment, before anything trades there.
    private async Task HearActions()
    {
        var (instrument, _) = GrainKeys.ToPaperBook(_name);
        var known = (await instrumentActions.Head(instrument)).Known;
        if (known <= _heard) return;
        foreach (var action in await actionStore.ReadEndingOrders(instrument, _exchange.ActionSequence, CancellationToken.None)) _exchange.Hear(action);
        _heard = known;
    }

    private async Task<bool> WasTold(OrderId id) => _telling.Contains(id) || await store.HasReports(_name, id, CancellationToken.None);

    /// <summary>What asks others before it acts is done one after the other, so that no command overtakes another; commits are awaited side by side.</summary>
    private async Task InTurn(Func<Task> act)
    {
        var turn = Act(_turn, act);
        _turn = turn;
        await await turn;
    }

    private async Task<Task> Act(Task before, Func<Task> act)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await act();
        return Commit();
    }

    /// <summary>Makes durable what the exchange did, and tells it then. A look at the market that changed nothing is not worth a write.</summary>
    private async Task Commit()
    {
        if (_isStale) throw new AccountConflictException($"Book {_name} is being loaded again.");
        FollowMarket();
        var reports = _exchange.TakeReports();
        if (reports.IsEmpty) return;
        var change = _rows.Follow(_exchange.Capture());
        foreach (var (_, report) in reports) _telling.Add(report.OrderId);
        try
        {
            await store.CommitBook(new(_name, ++_commits, change, _exchange.WorkingOrders, reports), CancellationToken.None);
        }
        catch
        {
            _isStale = true;
            DeactivateOnIdle();         // memory must not run ahead of a store that refused it
            repairs.Ask(_name);
            throw;
        }
        foreach (var (_, report) in reports) _telling.Remove(report.OrderId);
        foreach (var told in reports.GroupBy(report => report.Account)) Tell(told.Key, [.. told.Select(report => report.Report)]).Ignore();
    }

    private async Task Tell(AccountId account, ImmutableArray<VenueReport> reports)
    {
        try
        {
            await AccountOf(account).Report(reports);
        }
        catch (Exception exception)
        {
            LogNotTold(exception, account, _name);
            repairs.Ask(account);       // it asks for what it misses
        }
    }

    // The market is looked at while orders work, and left alone otherwise. While it is closed nothing moves but what is due.
    private void FollowMarket()
    {
        var interval = _exchange.WorkingOrders == 0 ? Timeout.InfiniteTimeSpan : UntilNextLook();
        if (interval == _interval) return;
        _interval = interval;
        _looking.Change(interval, interval);
    }

    private TimeSpan UntilNextLook()
    {
        var (now, calendar) = (time.Now(), terms.CalendarOf(_terms));
        if (calendar.PhaseAt(now) is not TradingPhase.Closed || calendar.NextChange(now) is not { } change) return options.Value.PaperInterval;
        var next = _exchange.NextDue is { } due && due < change.At ? due : change.At;
        return TimeSpan.FromTicks(Math.Clamp((next - now).Ticks, options.Value.PaperInterval.Ticks, Math.Max(LongestSleep.Ticks, options.Value.PaperInterval.Ticks)));
    }

    private IAccountGrain AccountOf(AccountId account) => GrainFactory.GetGrain<IAccountGrain>(GrainKeys.Account(account));

    [LoggerMessage(LogLevel.Warning, "Account {Account} was not told what happened in {Book}; it asks for it.")]
    private partial void LogNotTold(Exception exception, AccountId account, string book);
}
