using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using Microsoft.Extensions.Logging;

namespace Fincord.Connectors.Venues;

/// <summary>
/// One account at one live venue. The rules that keep an order from being sent twice or a fill from being lost are here; what a venue's wire
/// looks like is in the classes derived from it.
/// <para>An order is sent at once only when it cannot have been sent before. Otherwise the venue is asked for it by its client order id, and it is
/// sent again only when the venue does not have it and an earlier request can no longer arrive (<see cref="VenueOptions.ReceiveWindow"/>).</para>
/// <para>No end of an order is told before all its fills: the stream's sums are compared with what was told, and gaps are filled by asking.</para>
/// </summary>
internal abstract partial class VenueLink(string venue, AccountId account, VenueSurroundings around) : IAsyncDisposable
{
    private const int Attempts = 4;

    private readonly ConcurrentDictionary<OrderId, TrackedOrder> _orders = [];
    private readonly ConcurrentDictionary<string, TrackedOrder> _byVenueId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<OrderId, Timestamp> _sentAt = [];

    // Those that the venue placed by itself. They are listed again and again, and told once.
    private readonly ConcurrentDictionary<OrderId, TrackedOrder> _forced = [];
    private readonly SemaphoreSlim _telling = new(1);
    private readonly SemaphoreSlim _comparing = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;
    private bool _isCompareAsked;

    protected AccountId Account => account;

    protected string Venue => venue;

    protected VenueSurroundings Around => around;

    protected Backoff Backoff { get; } = new(around.Options.FirstPause, around.Options.LongestPause, around.Random);

    private Timestamp Now => around.Time.Now();

    /// <summary>Since when this process can have sent orders: what is older may have been sent by another before it crashed.</summary>
    public required Timestamp ProcessStartedAt { get; init; }

    /// <summary>How the account is run; null until it was told.</summary>
    public AccountSettings? Settings { get; private set; }

    /// <summary>Whether the stream delivers.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Begins to listen.</summary>
    public void Start() => _running = KeepListening(_stopping.Token);

    public void Configure(AccountSettings settings) => Settings = settings;

    /// <summary>Carries out commands in order; when some fail the others are carried out all the same, and the first failure is thrown.</summary>
    public async Task Execute(ImmutableArray<VenueCommand> commands, CancellationToken cancellation)
    {
        Exception? first = null;
        foreach (var command in commands)
        {
            try
            {
                await Execute(command, cancellation);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                first ??= exception;
            }
        }
        if (first is not null) throw new IOException($"{venue} did not take all of it: {first.Message}", first);
    }

    /// <summary>Asks for each order that should be at the venue, and tells what happened to it.</summary>
    public async Task Reconcile(ImmutableArray<Order> open, CancellationToken cancellation)
    {
        foreach (var order in open)
        {
            var tracked = await Track(order.Id, order.Ticket.InstrumentId, cancellation);
            tracked.Ticket = order.Ticket;
            await TellAgain(tracked, cancellation);
            if (await Ask(tracked, cancellation) is { } state) await TellState(tracked, state, cancellation);
            else if (order.Status is not OrderStatus.Submitted && IsSettled(tracked)) await TellUnknown(tracked);
        }
    }

    /// <summary>Compares the orders, then tells those that the venue placed by itself, and what else it says of the account.</summary>
    public async Task<VenueStatement> ReadStatement(Timestamp since, IReadOnlyList<Instrument> instruments, CancellationToken cancellation)
    {
        await CompareAll(cancellation);
        foreach (var forced in await FindForcedOrders(since, instruments, cancellation)) await TellForced(forced, cancellation);
        return new(await FindMovements(since, cancellation), await FindHoldings(instruments, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
        _telling.Dispose();
        _comparing.Dispose();
    }

    /// <summary>Why the venue cannot take such an order, or null.</summary>
    protected abstract string? Unsupported(VenueOrder order, Instrument instrument);

    /// <summary>Sends an order once; throws <see cref="VenueRefusedException"/> or <see cref="VenueUnavailableException"/>.</summary>
    protected abstract Task Place(VenueOrder order, Instrument instrument, CancellationToken cancellation);

    /// <summary>The order as the venue has it, or null when it does not have it.</summary>
    protected abstract Task<VenueOrderState?> Find(TrackedOrder order, CancellationToken cancellation);

    /// <summary>All trades of an order.</summary>
    protected abstract Task<IReadOnlyList<VenueTrade>> FindTrades(TrackedOrder order, VenueOrderState state, CancellationToken cancellation);

    /// <summary>Cancels an order that the venue has.</summary>
    protected abstract Task Cancel(TrackedOrder order, VenueOrderState state, CancellationToken cancellation);

    /// <summary>Changes an order; does nothing when it is changed already. Throws <see cref="VenueRefusedException"/> when that cannot be.</summary>
    protected abstract Task Amend(TrackedOrder order, VenueOrderState state, OrderAmendment amendment, CancellationToken cancellation);

    /// <summary>The orders that the venue placed by itself since a moment, in instruments that the account knows.</summary>
    protected virtual Task<IReadOnlyList<ForcedOrder>> FindForcedOrders(Timestamp since, IReadOnlyList<Instrument> instruments, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ForcedOrder>>([]);

    /// <summary>What the venue moved by itself since a moment, and some time before: a movement may be listed late.</summary>
    protected abstract Task<ImmutableArray<CashMovement>> FindMovements(Timestamp since, CancellationToken cancellation);

    /// <summary>All that the venue holds for the account, by unit.</summary>
    protected abstract Task<ImmutableSortedDictionary<string, decimal?>> FindHoldings(IReadOnlyList<Instrument> instruments, CancellationToken cancellation);

    /// <summary>Opens the stream, calls <paramref name="opened"/> when it delivers, and reads it until it ends.</summary>
    protected abstract Task Listen(Func<Task> opened, CancellationToken cancellation);

    /// <summary>Whether a refusal says that the venue has an order of this id already.</summary>
    protected abstract bool IsDuplicate(VenueRefusedException refusal);

    protected TrackedOrder? Tracked(OrderId id) => _orders.GetValueOrDefault(id);

    /// <summary>The order that the venue was heard to name so; a triggered or replaced order may have lost our id.</summary>
    protected TrackedOrder? TrackedAs(string venueId) => _byVenueId.GetValueOrDefault(venueId);

    /// <summary>Takes what the stream says of an order. What is told twice changes nothing; a gap is filled by asking the venue.</summary>
    protected async Task Heard(TrackedOrder order, VenueOrderState state, VenueTrade? trade, CancellationToken cancellation)
    {
        if (order.HasEnded) return;
        await _telling.WaitAsync(cancellation);
        try
        {
            if (trade is not null && !order.Told.Contains(IdOf(trade)) && order.ToldQuantity + trade.Quantity == state.Filled) await TellFills(order, [trade]);
        }
        finally
        {
            _telling.Release();
        }
        // A message from before what was told already says nothing new, unless it is the end.
        if (state.Filled >= order.ToldQuantity) await TellState(order, state, cancellation);
    }

    /// <summary>Repeats what may be repeated, a question, until the venue answers.</summary>
    protected async Task<T> Insist<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await ask();
            }
            catch (VenueUnavailableException) when (failures < Attempts)
            {
                await Task.Delay(Backoff.After(failures), around.Time, cancellation);
            }
        }
    }

    /// <summary>Has the account compare itself with the venue; what fails is tried again in time.</summary>
    protected async Task AskToCompare()
    {
        if (Interlocked.Exchange(ref _isCompareAsked, true)) return;       // one is about to begin, and finds this, too
        try
        {
            await _comparing.WaitAsync(_stopping.Token);
            try
            {
                Volatile.Write(ref _isCompareAsked, false);
                await around.Compare(account);
            }
            finally
            {
                _comparing.Release();
            }
        }
        catch (Exception exception)
        {
            if (!_stopping.IsCancellationRequested) LogNotCompared(venue, account, exception.Message);
        }
    }

    protected Task TellUpdated(TrackedOrder order, OrderAmendment amendment, Timestamp at) =>
        Tell([Report(order, VenueReportKind.Updated, at) with { Amendment = amendment }]);

    private async Task Execute(VenueCommand command, CancellationToken cancellation)
    {
        var order = await Track(command.OrderId, command.InstrumentId, cancellation);
        switch (command.Kind)
        {
            case VenueCommandKind.Submit:
                order.Ticket = command.Order!.Ticket;
                await Submit(order, command.Order, cancellation);
                break;
            case VenueCommandKind.Cancel:
                await CancelOnce(order, cancellation);
                break;
            case VenueCommandKind.Amend:
                await AmendOnce(order, command.Amendment!, cancellation);
                break;
        }
    }

    private async Task Submit(TrackedOrder order, VenueOrder wanted, CancellationToken cancellation)
    {
        if (Unsupported(wanted, order.Instrument) is { } reason)
        {
            await TellRejected(order, RefusalCodes.VenueUnsupported, reason);
            return;
        }
        if (!IsFirst(order.Id))
        {
            if (await Ask(order, cancellation) is { } known)
            {
                await TellState(order, known, cancellation);
                return;
            }
            if (!IsSettled(order)) throw new VenueUnavailableException($"Order {order.Id} may still arrive at {venue}.", mayHaveHappened: true);
        }
        _sentAt[order.Id] = Now;
        try
        {
            await Place(wanted, order.Instrument, cancellation);
            await TellAccepted(order, Now);
        }
        catch (VenueRefusedException refusal) when (IsDuplicate(refusal))
        {
            if (await Ask(order, cancellation) is { } known) await TellState(order, known, cancellation);
            else throw new VenueUnavailableException($"{venue} says it has order {order.Id}, and does not find it.", mayHaveHappened: true, refusal);
        }
        catch (VenueRefusedException refusal)
        {
            await TellRejected(order, refusal.Code, refusal.Message);
        }
        catch (VenueUnavailableException failure) when (failure.MayHaveHappened)
        {
            if (await Ask(order, cancellation) is not { } known) throw;
            await TellState(order, known, cancellation);
        }
    }

    private async Task CancelOnce(TrackedOrder order, CancellationToken cancellation)
    {
        var state = await Ask(order, cancellation);
        if (state is { HasEnded: false })
        {
            try
            {
                await Cancel(order, state, cancellation);
            }
            catch (VenueRefusedException refusal)
            {
                LogRefused(order.Id, refusal.Message);      // it ended meanwhile, as the next question shows, or it goes on
            }
            catch (VenueUnavailableException failure) when (failure.MayHaveHappened)
            {
                LogRefused(order.Id, failure.Message);
            }
            state = await Ask(order, cancellation);
        }
        if (state is null)
        {
            if (!IsSettled(order)) throw new VenueUnavailableException($"Order {order.Id} may still arrive at {venue}.", mayHaveHappened: true);
            await TellUnknown(order);
            return;
        }
        await TellState(order, state, cancellation);
    }

    private async Task AmendOnce(TrackedOrder order, OrderAmendment amendment, CancellationToken cancellation)
    {
        if (await Ask(order, cancellation) is not { } state)
            throw new VenueUnavailableException($"{venue} does not have order {order.Id} yet.", mayHaveHappened: false);
        if (!state.HasEnded)
        {
            try
            {
                await Amend(order, state, amendment, cancellation);
                await TellUpdated(order, amendment, Now);
                return;
            }
            catch (VenueRefusedException refusal)
            {
                await Tell([Report(order, VenueReportKind.UpdateRefused, Now) with { Code = refusal.Code, Reason = refusal.Message }]);
                return;
            }
        }
        await TellState(order, state, cancellation);
    }

    private Task<VenueOrderState?> Ask(TrackedOrder order, CancellationToken cancellation) => Insist(() => Find(order, cancellation), cancellation);

    /// <summary>Tells fills, then the status: asks for trades until those told are all that the venue says there are.</summary>
    private async Task TellState(TrackedOrder order, VenueOrderState state, CancellationToken cancellation)
    {
        await _telling.WaitAsync(cancellation);
        try
        {
            if (order.HasEnded) return;
            if (state.VenueId.Length > 0 && order.VenueIds.Add(state.VenueId)) _byVenueId[state.VenueId] = order;
            if (state.Status is not VenueOrderStatus.Rejected) await TellAccepted(order, state.At);
            if (state.Status is VenueOrderStatus.Triggered && !order.IsTriggered)
            {
                await Tell([Report(order, VenueReportKind.Triggered, state.At)]);
                order.IsTriggered = true;
            }
            for (var failures = 1; order.ToldQuantity < state.Filled; failures++)
            {
                await TellFills(order, await Insist(() => FindTrades(order, state, cancellation), cancellation));
                if (order.ToldQuantity >= state.Filled) break;
                if (failures == Attempts) throw new VenueUnavailableException($"{venue} does not tell all trades of order {order.Id} yet.", mayHaveHappened: false);
                await Task.Delay(Backoff.After(failures), around.Time, cancellation);
            }
            if (state.HasEnded) await TellEnd(order, state);
        }
        finally
        {
            _telling.Release();
        }
    }

    private async Task TellForced(ForcedOrder forced, CancellationToken cancellation)
    {
        var id = OrderId.Of(venue, account, forced.State.VenueId);
        var order = _forced.GetOrAdd(id, _ => new TrackedOrder(id, forced.Instrument, Now) { Ticket = forced.Ticket, IsForced = true });
        await TellState(order, forced.State, cancellation);
    }

    private async Task TellAccepted(TrackedOrder order, Timestamp at)
    {
        if (order.IsAccepted) return;
        await Tell([Report(order, VenueReportKind.Accepted, at) with { Ticket = order.IsForced ? order.Ticket : null }]);
        order.IsAccepted = true;
    }

    // The account may have lost what it was told: it asks because it began anew. Fills have ids, so that it books none twice.
    private async Task TellAgain(TrackedOrder order, CancellationToken cancellation)
    {
        await _telling.WaitAsync(cancellation);
        (order.IsAccepted, order.IsTriggered, order.ToldQuantity) = (false, false, 0);
        order.Told.Clear();
        _telling.Release();
    }

    private async Task TellFills(TrackedOrder order, IReadOnlyList<VenueTrade> trades)
    {
        var untold = trades.Where(trade => !order.Told.Contains(IdOf(trade))).OrderBy(trade => trade.At).ToList();
        if (untold.Count == 0) return;
        var ticket = order.Ticket ?? throw new VenueUnavailableException($"Order {order.Id} is not known here yet.", mayHaveHappened: false);
        await Tell([.. untold.Select(trade => Report(order, VenueReportKind.Filled, trade.At) with { Fill = ToFill(order, ticket, trade) })]);
        foreach (var trade in untold)
        {
            order.Told.Add(IdOf(trade));
            order.ToldQuantity += trade.Quantity;
        }
    }

    private async Task TellEnd(TrackedOrder order, VenueOrderState state)
    {
        VenueReportKind? kind = state.Status switch
        {
            VenueOrderStatus.Cancelled => VenueReportKind.Cancelled,
            VenueOrderStatus.Expired => VenueReportKind.Expired,
            VenueOrderStatus.Rejected => VenueReportKind.Rejected,
            _ => null,      // its last fill says that it is filled
        };
        if (kind is { } end)
            await Tell([Report(order, end, state.At) with { Code = end is VenueReportKind.Rejected ? RefusalCodes.VenueRejected : null, Reason = state.Reason }]);
        Forget(order);
    }

    private async Task TellRejected(TrackedOrder order, string code, string reason)
    {
        await Tell([Report(order, VenueReportKind.Rejected, Now) with { Code = code, Reason = reason }]);
        Forget(order);
    }

    // Venues forget only orders that ended without a fill, so an order that is not there and cannot arrive any more has ended.
    private async Task TellUnknown(TrackedOrder order)
    {
        await Tell([Report(order, VenueReportKind.Cancelled, Now) with { Code = RefusalCodes.VenueOrderUnknown, Reason = $"{venue} does not have the order." }]);
        Forget(order);
    }

    private void Forget(TrackedOrder order)
    {
        order.HasEnded = true;
        _orders.TryRemove(order.Id, out _);
        _sentAt.TryRemove(order.Id, out _);
        foreach (var venueId in order.VenueIds) _byVenueId.TryRemove(venueId, out _);
    }

    private Fill ToFill(TrackedOrder order, OrderTicket ticket, VenueTrade trade) => new(
        IdOf(trade), order.Id, order.Instrument.Id, ticket.Side,
        new(order.Instrument.PriceScale.ToCount(trade.Price)), new(order.Instrument.QuantityScale.ToCount(trade.Quantity)),
        trade.Liquidity, trade.Fee, trade.At, SettlesOn(order.Instrument, trade.At));

    private Timestamp SettlesOn(Instrument instrument, Timestamp at)
    {
        var terms = around.Terms.Of(instrument);
        return SettlementDate.After(at, terms, around.Terms.CalendarOf(terms));
    }

    private FillId IdOf(VenueTrade trade) => FillId.Of(venue, account, trade.Id);

    private VenueReport Report(TrackedOrder order, VenueReportKind kind, Timestamp at) => new(venue, 0, kind, order.Id, at);

    private Task Tell(ImmutableArray<VenueReport> reports) => around.Tell(account, reports);

    private async Task<TrackedOrder> Track(OrderId id, InstrumentId instrument, CancellationToken cancellation)
    {
        if (_orders.TryGetValue(id, out var known)) return known;
        var found = await around.FindInstrument(instrument, cancellation) ?? throw new UnknownInstrumentException($"No instrument has the number {instrument}.");
        return _orders.GetOrAdd(id, new TrackedOrder(id, found, Now));
    }

    /// <summary>Whether nobody can have sent the order before: its id was made a moment ago, after this process began, and it was not sent here.</summary>
    private bool IsFirst(OrderId id) => !_sentAt.ContainsKey(id) && id.MadeAt() > ProcessStartedAt && id.IsFresh(Now);

    /// <summary>Whether a request of before, sent here or by another process, can no longer be taken by the venue.</summary>
    private bool IsSettled(TrackedOrder order) =>
        Now - _sentAt.GetValueOrDefault(order.Id, order.SeenAt) > around.Options.ReceiveWindow + around.Options.RequestTimeout;

    private async Task KeepListening(CancellationToken cancellation)
    {
        for (var failures = 0; !cancellation.IsCancellationRequested;)
        {
            try
            {
                await Listen(
                    async () =>
                    {
                        failures = 0;
                        IsListening = true;
                        await AskToCompare();       // what happened while nobody listened
                    },
                    cancellation);
            }
            catch (Exception exception)
            {
                if (cancellation.IsCancellationRequested) return;       // a socket that is stopped ends in more ways than by a cancellation
                LogStreamEnded(venue, account, exception.Message);
            }
            finally
            {
                IsListening = false;
            }
            if (!await Pause(Backoff.After(++failures), cancellation)) return;
        }
    }

    private async Task CompareAll(CancellationToken cancellation)
    {
        foreach (var order in _orders.Values)
        {
            if (order.Ticket is not null && await Ask(order, cancellation) is { } state) await TellState(order, state, cancellation);
        }
    }

    private async Task<bool> Pause(TimeSpan pause, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(pause, around.Time, cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void LogRefused(OrderId order, string reason) => LogCancelRefused(around.Logger, venue, order, reason);

    private void LogStreamEnded(string name, AccountId id, string reason) => LogStreamEnded(around.Logger, name, id, reason);

    private void LogNotCompared(string name, AccountId id, string reason) => LogNotCompared(around.Logger, name, id, reason);

    [LoggerMessage(LogLevel.Information, "{Venue} did not cancel order {Order}: {Reason}")]
    private static partial void LogCancelRefused(ILogger logger, string venue, OrderId order, string reason);

    [LoggerMessage(LogLevel.Warning, "The stream of {Venue} for account {Account} ended; it is opened again. {Reason}")]
    private static partial void LogStreamEnded(ILogger logger, string venue, AccountId account, string reason);

    [LoggerMessage(LogLevel.Warning, "Account {Account} was not compared with {Venue}; it is tried again. {Reason}")]
    private static partial void LogNotCompared(ILogger logger, string venue, AccountId account, string reason);
}
