using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Utilities;

namespace Fincord.Grains.Trading;

/// <summary>
/// One trading account: a shell around <see cref="AccountState"/>. A decision is made and applied in one turn; then its commit is awaited, while
/// the next decisions are made, so that many share one flush of the disk. Nothing is answered, sent or told before its commit
/// (docs/decisions/0002-the-way-of-an-order.md).
/// </summary>
[GrainType("account"), Reentrant]
internal sealed partial class AccountGrain(
    ITradingStore store, IInstrumentActionStore actionStore, IEnumerable<IVenue> venues, TradingWorld world, InstrumentActions instrumentActions, TradingRepairs repairs, RiskDesk desk, AccountRisks risks,
    IIdGenerator ids, TimeProvider time, IOptions<TradingOptions> options, ILogger<AccountGrain> logger)
    : Grain, IAccountGrain
{
    private static readonly ImmutableSortedDictionary<string, long> NoWatermarks = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    private static readonly TimeSpan SubscriptionLifetime = TimeSpan.FromMinutes(1);

    // Who has asked a venue is there to ask again.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(5);

    private readonly ObserverManager<IAccountObserver> _observers = new(SubscriptionLifetime, logger)
    {
        GetDateTime = () => time.GetUtcNow().UtcDateTime,
    };
    private readonly CommandsInFlight _commands = new(store);

    // Orders that ended in memory and whose end the store does not have yet.
    private readonly Dictionary<OrderId, Order> _ending = [];
    private readonly HashSet<FillId> _fills = [];

    // Ends when the store has refused what memory has: another activation goes on, as soon as nobody waits for this one.
    private readonly TaskCompletionSource _stale = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AccountState _account = null!;
    private Task _durable = Task.CompletedTask;
    private ImmutableSortedDictionary<string, long> _watermarks = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var id = GrainKeys.ToAccountId(this.GetPrimaryKeyString());
        _account = await store.LoadAccount(id, cancellationToken) ?? AccountState.Unopened(id);
        _watermarks = await store.LoadWatermarks(id, cancellationToken);
        await LoadCommands(cancellationToken);
        EnterDesk();
        this.RegisterGrainTimer(_ => AskAgain(), new GrainTimerCreationOptions(options.Value.RetryInterval, options.Value.RetryInterval) { Interleave = true });
        this.RegisterGrainTimer(_ => ApplyAllActions(), new GrainTimerCreationOptions(TimeSpan.Zero, options.Value.ActionInterval) { Interleave = true });
        this.RegisterGrainTimer(LoadCommands, new GrainTimerCreationOptions(TimeSpan.FromDays(1), TimeSpan.FromDays(1)) { Interleave = true });
        this.RegisterGrainTimer(_ => Mark(), new GrainTimerCreationOptions(options.Value.MarkInterval, options.Value.MarkInterval) { Interleave = true });
        this.RegisterGrainTimer(_ => MeasureRisk(), new GrainTimerCreationOptions(options.Value.RiskInterval, options.Value.RiskInterval) { Interleave = true });
        this.RegisterGrainTimer(_ => CheckMargin(), new GrainTimerCreationOptions(options.Value.MarginInterval, options.Value.MarginInterval) { Interleave = true });
        WatchVenue();
    }

    public async Task<AccountResult> Open(OpenAccount command)
    {
        if (_account.Settings is { } known && known.Owner != command.Settings.Owner) return new(null, Refusals.UnknownAccount);
        if (AccountSettingsRules.Check(command.Settings) is { } refusal) return new(null, refusal);
        if (VenueOf(command.Settings) is not { } venue) return new(null, Refusals.UnknownVenue(command.Settings.Venue));
        if (_account.Settings is null && await venue.Check(_account.Id, command.Settings, CancellationToken.None) is { } unfit) return new(null, unfit);
        var decision = _account.Open(command.Settings, time.Now());
        await Commit(decision);
        WatchVenue();
        return await Snapshot();
    }

    public Task<OrdersResult> Place(PlaceOrdersCommand command) => IsOff(command.Member) is { } off ? Task.FromResult(new OrdersResult([], off)) : Once(
        command.Member, command.Key, command, command.Tickets.Select(ticket => ticket.InstrumentId),
        context =>
        {
            var orders = new NewOrders(command.Structure, [.. command.Tickets.Select(ticket => new NewOrder(new(ids.Next()), ticket))], command.Origin);
            return (_account.Place(orders, context), null);
        });

    public Task<OrdersResult> Amend(AmendOrderCommand command) => Once(
        command.Member, command.Key, command, [], context => _account.Amend(command.OrderId, command.Amendment, command.Version, context));

    public Task<OrdersResult> Cancel(CancelOrderCommand command) => Once(
        command.Member, command.Key, command, [],
        context => _account.Cancel(command.OrderId, RefusalCodes.CancelledByOwner, "Its owner cancelled it.", context.Now));

    public Task<OrdersResult> CancelAll(CancelAllOrdersCommand command) => Once(
        command.Member, command.Key, command, [],
        context => (_account.CancelAll(command.InstrumentId, RefusalCodes.CancelledByOwner, "Its owner cancelled it.", context.Now), null));

    public Task<OrdersResult> ClosePosition(ClosePositionCommand command) => IsOff(command.Member) is { } off ? Task.FromResult(new OrdersResult([], off)) : Once(
        command.Member, command.Key, command, [command.InstrumentId],
        context => _account.ClosePosition(command.InstrumentId, new(ids.Next()), OrderOrigin.Member, context));

    public async Task<AccountResult> Pay(PayCommand command)
    {
        if (!IsOwnedBy(command.Member)) return new(null, Refusals.UnknownAccount);
        // The world is looked at for what the account has; of a currency that is new to it the rate is not among that, and the money would count for nothing.
        var rate = await world.Rate(command.Currency, _account.Settings!.BaseCurrency);
        var paid = await Once(
            command.Member, command.Key, command, [], context => _account.Pay(command.Currency, command.Amount, command.Key, context.WithRate(command.Currency, rate)));
        return paid.Refusal is { } refusal ? new(null, refusal) : await Snapshot();
    }

    public async Task<AccountResult> TurnKillSwitch(TurnKillSwitchCommand command)
    {
        var turned = await Once(command.Member, command.Key, command, [], context => (_account.TurnKillSwitch(command.IsOn, context.Now), null));
        return turned.Refusal is { } refusal ? new(null, refusal) : await Snapshot();
    }

    public async Task<AccountResult> GetAccount(MemberId member)
    {
        if (!IsOwnedBy(member)) return new(null, Refusals.UnknownAccount);
        await ApplyAllActions();
        return await Snapshot();
    }

    public async Task Report(ImmutableArray<VenueReport> reports)
    {
        if (_account.Settings is null) return;
        await ApplyActions(reports.Where(report => report.Fill is not null).Select(report => report.Fill!.InstrumentId));
        var known = await FindApplied(reports);
        var stored = await FindEnded(reports);
        var context = await Look(reports.Select(report => report.Fill?.InstrumentId ?? report.Ticket?.InstrumentId).OfType<InstrumentId>());
        while (!SeesBoard(reports, ref context)) context = await LookAgain([]);
        var (batch, watermarks, isGap, late) = (new AccountBatch(_account), NoWatermarks, false, reports.Length);
        try
        {
            for (var index = 0; index < reports.Length; index++)
            {
                var report = reports[index];
                if (report.Sequence > 0)
                {
                    var applied = Math.Max(_watermarks.GetValueOrDefault(report.Venue), watermarks.GetValueOrDefault(report.Venue));
                    if (report.Sequence <= applied) continue;
                    isGap = report.Sequence > applied + 1;
                    if (isGap) break;       // what lies between is asked for, and this comes again with it
                }
                else if (report.Fill is { } told && (known.Contains(told.Id) || _fills.Contains(told.Id))) continue;
                if (report.Fill is { } made && batch.After.IsLate(made))
                {
                    late = index;       // it needs more than what was looked at
                    break;
                }
                // An order that was open a moment ago may have ended while the store was asked.
                var ended = batch.After.OpenOrder(report.OrderId) is null
                    ? batch.Find(report.OrderId) ?? _ending.GetValueOrDefault(report.OrderId) ?? stored.GetValueOrDefault(report.OrderId)
                    : null;
                batch.Add(batch.After.Apply(report, ended, context), ended);
                if (report.Sequence > 0) watermarks = watermarks.SetItem(report.Venue, report.Sequence);
                else if (report.Fill is { } fill) _fills.Add(fill.Id);
            }
        }
        finally
        {
            await Commit(batch, null, watermarks);      // whatever becomes of a report, those before it are applied
        }
        if (isGap) await AskForGap();
        if (late == reports.Length) return;
        await ApplyLate(reports[late]);
        await Report(reports[(late + 1)..]);
    }

    public async Task Recover()
    {
        ThrowIfStale();
        if (_account.Settings is null) return;
        await CarryOut(await desk.Look());
        await AskVenue();
        await AskAgain(_account.OpenOrders.Values);
        await ReconcileInTime();
    }

    public Task Subscribe(IAccountObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IAccountObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    private bool IsStale => _stale.Task.IsCompleted;

    private void ThrowIfStale()
    {
        if (IsStale) throw new AccountConflictException($"Account {_account.Id} is being loaded again.");
    }

    private bool IsOwnedBy(MemberId member) => _account.Settings?.Owner == member;

    /// <summary>Carries out a command once: another one with its key gets the same answer, now or in a week, as long as it asks for the same.</summary>
    private async Task<OrdersResult> Once(
        MemberId member, string key, object command, IEnumerable<InstrumentId> about,
        Func<TradingContext, (AccountDecision? Decision, OrderRefusal? Refusal)> decide)
    {
        if (!IsOwnedBy(member)) return new([], Refusals.UnknownAccount);
        return await _commands.Answer(_account.Id, key, command, async hash =>
        {
            await ApplyActions(about);
            var context = await Look(about);
            while (!SeesBoard(command, ref context)) context = await LookAgain(about);
            var (decision, refusal) = Decide(decide, context);
            // Decided again as long as drawing from the budgets brings more: orders that are placed at the same time take from what one drew.
            for (var isMore = true; isMore && ShortOf(decision, refusal) is { } needed;)
            {
                var had = context.Budget;
                context = await LookAgain(about, needed);
                while (!SeesBoard(command, ref context)) context = await LookAgain(about);
                (decision, refusal) = Decide(decide, context);
                isMore = context.Budget?.Exposure > had?.Exposure || context.Budget?.Orders > had?.Orders;
            }
            CountOrders(decision);
            var batch = new AccountBatch(decision ?? AccountDecision.Nothing(_account));
            var result = new OrdersResult(batch.Orders, refusal);
            await Commit(batch, CommandsInFlight.Record(key, hash, result, context.Now), NoWatermarks);
            return result;
        });
    }

    // Counts are 64 bits and sums 96: what is asked for may be beyond them, and then it is refused before anything has happened.
    private static (AccountDecision? Decision, OrderRefusal? Refusal) Decide(
        Func<TradingContext, (AccountDecision? Decision, OrderRefusal? Refusal)> decide, TradingContext context)
    {
        try
        {
            return decide(context);
        }
        catch (OverflowException)
        {
            return (null, Refusals.OutOfRange);
        }
    }

    private Task Commit(AccountDecision decision) => Commit(new AccountBatch(decision), null, NoWatermarks);

    /// <summary>Applies decisions, makes them durable, and only then asks the venue and tells those who watch.</summary>
    private async Task Commit(AccountBatch batch, CommandRecord? command, ImmutableSortedDictionary<string, long> watermarks)
    {
        ThrowIfStale();
        var (events, orders) = (batch.Events, batch.Orders);
        if (events.IsEmpty && command is null && watermarks.IsEmpty) return;
        _account = batch.After;
        _watermarks = _watermarks.SetItems(watermarks);
        foreach (var order in orders)
            if (order.Status.IsEnded()) _ending[order.Id] = order;
        try
        {
            await (_durable = store.CommitAccount(new(batch.Before, batch.After, events, orders, command, watermarks), CancellationToken.None));
        }
        catch
        {
            _stale.TrySetResult();
            DeactivateOnIdle();         // memory must not run ahead of a store that refused it
            repairs.Ask(_account.Id);   // the next activation goes on where the store is
            throw;
        }
        foreach (var order in orders)
            if (_ending.TryGetValue(order.Id, out var ending) && ReferenceEquals(ending, order)) _ending.Remove(order.Id);
        if (batch.Commands is { IsEmpty: false } commands) Send(commands).Ignore();
        if (_observers.Count > 0 && !events.IsEmpty)
        {
            var fills = events.OfType<OrderFilled>().Select(filled => filled.Fill).ToImmutableArray();
            var change = new AccountChanged(_account.Id, batch.After.Sequence, orders, fills);
            await _observers.Notify(observer => observer.OnChanged(change));
        }
    }

    /// <summary>The world, with the markets of all that the account has when the answer is there: it may have more than when it was asked for.</summary>
    private async Task<TradingContext> Look(IEnumerable<InstrumentId> about)
    {
        var asked = about.ToArray();
        while (true)
        {
            var account = _account;
            var context = await world.Look(account, asked);
            if (ReferenceEquals(_account, account) || _account.InstrumentsInUse().All(context.Markets.ContainsKey)) return context;
        }
    }

    private async Task<AccountResult> Snapshot()
    {
        var context = await Look([]);
        var account = _account;
        await _durable;         // what is answered is durable
        var marks = context.Markets
            .Where(market => market.Value.Mark is not null)
            .ToImmutableSortedDictionary(market => market.Key.Value, market => market.Value.Mark!.Value);
        return new(new(account, AccountValuation.Of(account, context), marks, context.Now) { Differences = _differences, ComparedAt = _comparedAt, HaltedBy = HaltedBy }, null);
    }

    // A fill of an order that has ended was made before it ended and is told late: the order is needed to book it.
    private async Task<Dictionary<OrderId, Order>> FindEnded(ImmutableArray<VenueReport> reports)
    {
        var found = new Dictionary<OrderId, Order>();
        foreach (var id in reports.Where(report => (report.Fill is not null || report.Ticket is not null) && _account.OpenOrder(report.OrderId) is null).Select(report => report.OrderId).Distinct())
        {
            if (await store.FindOrder(_account.Id, id, CancellationToken.None) is { } order) found[id] = order;
        }
        return found;
    }

    // A venue without a sequence may tell a fill twice; its id tells. Of an order of which nothing is filled none was told.
    private async Task<HashSet<FillId>> FindApplied(ImmutableArray<VenueReport> reports)
    {
        var found = new HashSet<FillId>();
        foreach (var report in reports)
        {
            if (report is not { Sequence: 0, Fill: { } fill } || _account.OpenOrder(report.OrderId) is { Filled.Count: 0 }) continue;
            if (await store.HasFill(fill.Id, CancellationToken.None)) found.Add(fill.Id);
        }
        return found;
    }

    private async Task Send(ImmutableArray<VenueCommand> commands)
    {
        DelayDeactivation(LongestAnswer);
        try
        {
            if (await ToldVenue() is { } venue) await venue.Send(_account.Id, commands, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotSent(exception, _account.Id);     // AskAgain sends it again
        }
    }

    private async Task AskForGap()
    {
        try
        {
            await AskVenue();
        }
        catch (Exception exception)
        {
            LogNotReconciled(exception, _account.Id);
            repairs.Ask(_account.Id);
        }
    }

    /// <summary>Sends again what the venue has not answered for a while.</summary>
    private Task AskAgain()
    {
        var overdue = new Timestamp(time.Now().Nanoseconds - options.Value.RetryInterval.Ticks * 100);
        return AskAgain(_account.OpenOrders.Values.Where(order => order.ChangedAt <= overdue));
    }

    // The venue knows the orders by their ids, so nothing happens twice. What is not durable yet is not sent.
    private async Task AskAgain(IEnumerable<Order> orders)
    {
        if (_account.Settings is null || IsStale) return;
        var commands = orders.OrderBy(order => order.Id).Select(order => order.ToPendingCommand(_account)).OfType<VenueCommand>().ToImmutableArray();
        if (commands.IsEmpty) return;
        await _durable;
        await Send(commands);
    }

    private Task LoadCommands(CancellationToken cancellation) =>
        _commands.Load(_account.Id, new(time.Now().Nanoseconds - options.Value.CommandMemory.Ticks * 100), cancellation);

    private async Task Mark()
    {
        if (_account.Settings is null || IsStale || _account.Cash.IsEmpty) return;
        var context = await Look([]);
        await Commit(_account.Mark(context));
    }

    // A live venue liquidates by its own rules, and tells.
    private async Task CheckMargin()
    {
        if (IsStale || _account.Settings is not { Kind: AccountKind.Margin, IsLive: false } || _account.Positions.Values.All(position => position.IsFlat)) return;
        var context = await Look([]);
        var decision = _account.Liquidate(context, () => new(ids.Next()));
        if (decision.Events.IsEmpty) return;
        LogLiquidated(_account.Id);
        await Commit(decision);
    }

    [LoggerMessage(LogLevel.Warning, "The venue was not reached for account {Account}; it is asked again.")]
    private partial void LogNotSent(Exception exception, AccountId account);

    [LoggerMessage(LogLevel.Warning, "Account {Account} was not reconciled with its venue; it is tried again.")]
    private partial void LogNotReconciled(Exception exception, AccountId account);

    [LoggerMessage(LogLevel.Warning, "Account {Account} is liquidated: its equity no longer keeps its positions.")]
    private partial void LogLiquidated(AccountId account);
}
