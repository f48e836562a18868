using Fincord.Api.GraphQL;
using Fincord.Contracts;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using HotChocolate.Execution;
using HotChocolate.Subscriptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Api.Trading;

/// <summary>
/// The one observer of this process for accounts: it watches the grains of those accounts that somebody here looks at, and feeds the topics that
/// GraphQL subscriptions read. A grain's call says only that something happened; what it was is read from the account's events, from where the last
/// reading ended. So a call that is lost costs time, and never an order or a fill: the next call, or the heartbeat that renews the watch, brings it.
/// </summary>
public sealed partial class AccountHub(
    AccountReader accounts, ITradingStore store, IGrainFactory grains, ITopicEventSender sender, ITopicEventReceiver receiver, TimeProvider time, ILogger<AccountHub> logger)
    : BackgroundService, IAccountObserver
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);
    private const int EventsPerRead = 1_000;

    // A reader that is a thousand orders behind loses the oldest; each order's version and each fill's order tell it so.
    private const int BufferCapacity = 1_024;

    private readonly Lock _lock = new();
    private readonly Dictionary<AccountId, Watched> _watched = [];
    private IAccountObserver? _self;

    /// <summary>Opens a stream of a member's account's orders; disposing it ends the watch. Throws <see cref="RefusalException"/> for a foreign account.</summary>
    public ValueTask<ISourceStream<OrderView>> WatchOrders(CurrentMember member, AccountId account, CancellationToken cancellation) =>
        Watch<OrderView>(member, account, OrderTopic(account), cancellation);

    /// <summary>Opens a stream of fills; otherwise as <see cref="WatchOrders"/>.</summary>
    public ValueTask<ISourceStream<FillView>> WatchFills(CurrentMember member, AccountId account, CancellationToken cancellation) =>
        Watch<FillView>(member, account, FillTopic(account), cancellation);

    /// <summary>Opens a stream of the account itself; otherwise as <see cref="WatchOrders"/>.</summary>
    public ValueTask<ISourceStream<AccountView>> WatchAccount(CurrentMember member, AccountId account, CancellationToken cancellation) =>
        Watch<AccountView>(member, account, AccountTopic(account), cancellation);

    /// <inheritdoc/>
    public async Task OnChanged(AccountChanged change)
    {
        Watched? watched;
        lock (_lock) watched = _watched.GetValueOrDefault(change.AccountId);
        if (watched is null) return;
        using (await watched.TakeTurn(CancellationToken.None)) await Tell(watched);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Heartbeat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            List<Watched> watched;
            lock (_lock) watched = [.. _watched.Values];
            await Task.WhenAll(watched.Select(Renew));
        }
    }

    private async ValueTask<ISourceStream<T>> Watch<T>(CurrentMember member, AccountId account, string topic, CancellationToken cancellation)
    {
        var now = await accounts.Read(member, account, cancellation);       // refuses an account of somebody else
        var watched = Join(account, member.Id, now.Sequence);
        ISourceStream<T>? stream = null;
        try
        {
            stream = await receiver.SubscribeAsync<T>(topic, BufferCapacity, TopicBufferFullMode.DropOldest, cancellation);
            using (await watched.TakeTurn(cancellation))
            {
                await GrainOf(account).Subscribe(Self);
                await Tell(watched);        // what happened since it was read
            }
            return new WatchedStream<T>(stream, () => Leave(watched));
        }
        catch
        {
            if (stream is not null) await stream.DisposeAsync();
            await Leave(watched);
            throw;
        }
    }

    /// <summary>Tells all that happened since the last time, in its order. An order that changed several times is told once, as it is now.</summary>
    private async Task Tell(Watched watched)
    {
        var before = watched.Sequence;
        while (true)
        {
            var events = await store.ReadEvents(watched.Id, watched.Sequence, EventsPerRead, CancellationToken.None);
            foreach (var id in events.Select(OrderOf).OfType<OrderId>().Distinct())
            {
                var (instrument, order) = await accounts.ReadOrder(watched.Id, id, CancellationToken.None);
                await sender.SendAsync(OrderTopic(watched.Id), accounts.ToView(instrument, order));
            }
            foreach (var filled in events.OfType<OrderFilled>())
            {
                var instrument = await accounts.InstrumentOf(filled.Fill.InstrumentId, CancellationToken.None);
                await sender.SendAsync(FillTopic(watched.Id), FillView.From(instrument, filled.Fill, filled.Notional, filled.Realized));
            }
            watched.Sequence += events.Length;
            if (events.Length < EventsPerRead) break;
        }
        if (watched.Sequence == before) return;
        var answer = await GrainOf(watched.Id).GetAccount(watched.Owner);
        if (answer.Account is { } account) await sender.SendAsync(AccountTopic(watched.Id), await accounts.ToView(account, CancellationToken.None));
    }

    private static OrderId? OrderOf(AccountEvent happened) => happened switch
    {
        OrderPlaced placed => placed.Order.Id,
        OrderAdvanced advanced => advanced.OrderId,
        OrderFilled filled => filled.Fill.OrderId,
        _ => null,
    };

    private Watched Join(AccountId account, MemberId owner, long sequence)
    {
        lock (_lock)
        {
            if (!_watched.TryGetValue(account, out var watched)) _watched.Add(account, watched = new(account, owner) { Sequence = sequence });
            watched.Readers++;
            return watched;
        }
    }

    private async Task Leave(Watched watched)
    {
        lock (_lock)
        {
            if (--watched.Readers > 0) return;
        }
        using var turn = await watched.TakeTurn(CancellationToken.None);
        // Whoever came in the meantime needs the subscription, and whoever comes from here on waits for his turn and subscribes anew.
        if (!IsDeserted(watched)) return;
        try
        {
            await GrainOf(watched.Id).Unsubscribe(Self);
        }
        finally
        {
            lock (_lock)
            {
                if (watched.Readers == 0) _watched.Remove(watched.Id);
            }
        }
    }

    private bool IsDeserted(Watched watched)
    {
        lock (_lock) return watched.Readers == 0 && _watched.GetValueOrDefault(watched.Id) == watched;
    }

    private async Task Renew(Watched watched)
    {
        try
        {
            using var turn = await watched.TakeTurn(CancellationToken.None);
            if (IsDeserted(watched)) return;
            await GrainOf(watched.Id).Subscribe(Self);
            await Tell(watched);
        }
        catch (Exception exception)
        {
            LogNotRenewed(exception, watched.Id);
        }
    }

    // The runtime holds observers weakly; this field is what keeps the reference alive.
    private IAccountObserver Self
    {
        get
        {
            lock (_lock) return _self ??= grains.CreateObjectReference<IAccountObserver>(this);
        }
    }

    private IAccountGrain GrainOf(AccountId id) => grains.GetGrain<IAccountGrain>(GrainKeys.Account(id));

    private static string OrderTopic(AccountId id) => $"orders_{id}";

    private static string FillTopic(AccountId id) => $"fills_{id}";

    private static string AccountTopic(AccountId id) => $"account_{id}";

    [LoggerMessage(LogLevel.Warning, "The watch of account {Id} was not renewed; the next heartbeat tries again.")]
    private partial void LogNotRenewed(Exception exception, AccountId id);

    /// <summary>An account that somebody here looks at, and how far it was told. What is asked and told of it goes one after another.</summary>
    private sealed class Watched(AccountId id, MemberId owner) : Turns
    {
        public AccountId Id => id;

        public MemberId Owner => owner;

        public int Readers { get; set; }

        public long Sequence { get; set; }
    }
}
