using Fincord.Api.GraphQL;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using HotChocolate.Execution;
using HotChocolate.Subscriptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Api.Markets;

/// <summary>
/// The one observer of this process: it watches the grains of those instruments that somebody here looks at, and feeds the topics that
/// GraphQL subscriptions read. Watching is renewed by a heartbeat, because grains forget observers after a minute.
/// </summary>
public sealed partial class MarketHub(
    IGrainFactory grains, ITopicEventSender sender, ITopicEventReceiver receiver, TimeProvider time, ILogger<MarketHub> logger)
    : BackgroundService, IMarketObserver
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    // Enough for the closed and the open candle of several publishes; what a slow reader leaves is replaced by the latest.
    private const int BufferCapacity = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<InstrumentId, Watched> _watched = [];
    private IMarketObserver? _self;

    /// <summary>Opens a stream of an instrument's states; disposing it ends the watch.</summary>
    public ValueTask<ISourceStream<QuoteView>> WatchQuote(Instrument instrument, CancellationToken cancellation) =>
        Watch<QuoteView>(instrument, QuoteTopic(instrument.Id), cancellation);

    /// <summary>Opens a stream of an instrument's candles of an interval; disposing it ends the watch.</summary>
    public ValueTask<ISourceStream<CandleView>> WatchCandles(Instrument instrument, CandleInterval interval, CancellationToken cancellation) =>
        Watch<CandleView>(instrument, CandleTopic(instrument.Id, interval), cancellation);

    /// <inheritdoc/>
    public async Task OnChanged(MarketChanged change)
    {
        Instrument? instrument;
        lock (_lock) instrument = _watched.GetValueOrDefault(change.InstrumentId)?.Instrument;
        if (instrument is null) return;
        await sender.SendAsync(QuoteTopic(instrument.Id), QuoteView.From(instrument, change.State));
        foreach (var candle in change.Candles)
            await sender.SendAsync(CandleTopic(instrument.Id, candle.Interval), CandleView.From(instrument, candle));
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

    private async ValueTask<ISourceStream<T>> Watch<T>(Instrument instrument, string topic, CancellationToken cancellation)
    {
        var watched = Join(instrument);
        ISourceStream<T>? stream = null;
        try
        {
            stream = await receiver.SubscribeAsync<T>(topic, BufferCapacity, TopicBufferFullMode.DropOldest, cancellation);
            using (await watched.TakeTurn(cancellation)) await GrainOf(instrument.Id).Subscribe(Self);
            return new WatchedStream<T>(stream, () => Leave(watched));
        }
        catch
        {
            if (stream is not null) await stream.DisposeAsync();
            await Leave(watched);
            throw;
        }
    }

    private Watched Join(Instrument instrument)
    {
        lock (_lock)
        {
            if (!_watched.TryGetValue(instrument.Id, out var watched)) _watched.Add(instrument.Id, watched = new(instrument));
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
            await GrainOf(watched.Instrument.Id).Unsubscribe(Self);
        }
        finally
        {
            lock (_lock)
            {
                if (watched.Readers == 0) _watched.Remove(watched.Instrument.Id);
            }
        }
    }

    private bool IsDeserted(Watched watched)
    {
        lock (_lock) return watched.Readers == 0 && _watched.GetValueOrDefault(watched.Instrument.Id) == watched;
    }

    private async Task Renew(Watched watched)
    {
        try
        {
            using var turn = await watched.TakeTurn(CancellationToken.None);
            if (IsDeserted(watched)) return;
            await GrainOf(watched.Instrument.Id).Subscribe(Self);
        }
        catch (Exception exception)
        {
            LogNotRenewed(exception, watched.Instrument.Id);
        }
    }

    // The runtime holds observers weakly; this field is what keeps the reference alive.
    private IMarketObserver Self
    {
        get
        {
            lock (_lock) return _self ??= grains.CreateObjectReference<IMarketObserver>(this);
        }
    }

    private IInstrumentGrain GrainOf(InstrumentId id) => grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(id));

    private static string QuoteTopic(InstrumentId id) => $"quotes_{id}";

    private static string CandleTopic(InstrumentId id, CandleInterval interval) => $"candles_{id}_{interval}";

    [LoggerMessage(LogLevel.Warning, "The watch of instrument {Id} was not renewed; the next heartbeat tries again.")]
    private partial void LogNotRenewed(Exception exception, InstrumentId id);

    /// <summary>An instrument that somebody here looks at. What is asked of its grain is asked one after another.</summary>
    private sealed class Watched(Instrument instrument) : Turns
    {
        public Instrument Instrument { get; } = instrument;

        public int Readers { get; set; }
    }
}
