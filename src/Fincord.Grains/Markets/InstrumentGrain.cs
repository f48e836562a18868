using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Streams;
using Orleans.Utilities;

namespace Fincord.Grains.Markets;

/// <summary>The market of one instrument: a shell around <see cref="CandleBuilder"/> that loads, applies, saves and tells.</summary>
[GrainType("instrument")]
internal sealed class InstrumentGrain(
    IInstrumentRegistry registry, IMarketStore store, IHaltStore halts, TimeProvider time, IOptions<MarketOptions> options, ILogger<InstrumentGrain> logger)
    : Grain, IInstrumentGrain
{
    private static readonly TimeSpan SubscriptionLifetime = TimeSpan.FromMinutes(1);

    // What is not saved is not collected as idle: the log would have to be read again. A worker saves every second.
    private static readonly TimeSpan LongestUnsaved = TimeSpan.FromMinutes(5);

    private readonly ObserverManager<IMarketObserver> _observers = new(SubscriptionLifetime, logger)
    {
        GetDateTime = () => time.GetUtcNow().UtcDateTime,
    };
    private readonly Dictionary<string, long> _positions = new(StringComparer.Ordinal);

    private Instrument _instrument = null!;
    private CandleBuilder _candles = null!;
    private MarketState _market = MarketState.Empty;
    private long _appliedOffset = -1;
    private long _durableOffset = -1;
    private IGrainTimer _publishing = null!;
    private bool _isPublishDue;
    private bool _isMarketUnpublished;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var id = GrainKeys.ToInstrumentId(this.GetPrimaryKeyString());
        _instrument = await registry.Find(id, cancellationToken) ?? throw new UnknownInstrumentException($"No instrument has the number {id}.");
        var checkpoint = await store.LoadCheckpoint(id, cancellationToken);
        _candles = new(options.Value.ToRules(), checkpoint?.Candles ?? CandleBuilderState.Empty);
        _candles.Advance(time.Now());
        _publishing = this.RegisterGrainTimer(Publish, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        _market = (checkpoint?.Market ?? MarketState.Empty) with { Halt = await halts.FindHalt(id, cancellationToken) };
        if (checkpoint is null) return;
        _appliedOffset = _durableOffset = checkpoint.LogOffset;
        foreach (var position in checkpoint.Positions) _positions[position.Source] = position.Sequence;
    }

    public Task<IngestResult> Ingest(MarketBatch batch)
    {
        if (batch.After > _appliedOffset)
            throw new LogGapException($"{_instrument.Key} has events up to offset {_appliedOffset}, the batch goes on after {batch.After}.");
        var seenUntil = _appliedOffset;
        var notApplied = ImmutableArray.CreateBuilder<NotApplied>();
        foreach (var (offset, bar) in batch.Bars)
        {
            if (offset <= seenUntil) continue;
            var outcome = _candles.Apply(bar, batch.ReceivedAt);
            if (outcome != ApplyOutcome.Applied) notApplied.Add(new(offset, outcome));
            else if (_candles.IsLatest(bar)) _market = _market.WithLast(bar);
        }
        foreach (var (offset, trade) in batch.Trades)
        {
            if (offset <= seenUntil) continue;
            var outcome = _candles.Apply(trade, batch.ReceivedAt);
            if (outcome != ApplyOutcome.Applied) notApplied.Add(new(offset, outcome));
            else if (_candles.IsLatest(trade)) _market = _market.WithLast(trade);
        }
        if (batch.LogOffset > seenUntil)
        {
            if (batch.Quote is { } quote) _market = _market.With(quote);
            foreach (var position in batch.Positions) _positions[position.Source] = position.Sequence;
            if (_appliedOffset == _durableOffset) DelayDeactivation(LongestUnsaved);
            _appliedOffset = batch.LogOffset;
            _isMarketUnpublished = true;
            SchedulePublish();
        }
        return Task.FromResult(new IngestResult(seenUntil, notApplied.ToImmutable()));
    }

    public async Task<long> Flush(Timestamp now)
    {
        var closed = _candles.Advance(now);
        if (!closed && _appliedOffset == _durableOffset) return _durableOffset;
        var capture = _candles.Capture();
        var checkpoint = new InstrumentCheckpoint(
            _appliedOffset, _market, capture.State, [.. _positions.Select(position => new SourcePosition(position.Key, position.Value))]);
        try
        {
            await store.Commit(new(_instrument.Id, capture.Candles, checkpoint), CancellationToken.None);
        }
        catch
        {
            DeactivateOnIdle();         // memory must not run ahead of a store that refused it
            throw;
        }
        _durableOffset = checkpoint.LogOffset;
        DelayDeactivation(TimeSpan.Zero);
        if (closed) SchedulePublish();
        return _durableOffset;
    }

    public Task<MarketState> GetState() => Task.FromResult(_market);

    public async Task<MarketState> Halt(TradingHalt? halt)
    {
        await halts.SaveHalt(_instrument.Id, halt, CancellationToken.None);
        _market = _market with { Halt = halt };
        _isMarketUnpublished = true;
        SchedulePublish();
        return _market;
    }

    public Task<ImmutableArray<Candle>> GetRecentCandles(CandleInterval interval) => Task.FromResult(_candles.Recent(interval));

    public Task<long> GetSourcePosition(string source) => Task.FromResult(_positions.GetValueOrDefault(source));

    public Task Subscribe(IMarketObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IMarketObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    /// <summary>What happens until the timer ticks is told at once: the latest state wins.</summary>
    private void SchedulePublish()
    {
        if (_isPublishDue) return;
        _isPublishDue = true;
        _publishing.Change(options.Value.PublishInterval, Timeout.InfiniteTimeSpan);
    }

    private async Task Publish(CancellationToken cancellationToken)
    {
        _isPublishDue = false;
        var candles = _candles.TakeUnpublished();
        var isMarketUnpublished = _isMarketUnpublished;
        _isMarketUnpublished = false;
        if (_observers.Count > 0)
        {
            var change = new MarketChanged(_instrument.Id, _instrument.Key, _market, candles);
            await _observers.Notify(observer => observer.OnChanged(change));
        }
        IStreamProvider streams = this.GetStreamProvider(MarketStreams.Provider);
        var key = this.GetPrimaryKeyString();
        if (isMarketUnpublished) await streams.GetStream<MarketState>(StreamId.Create(MarketStreams.Quotes, key)).OnNextAsync(_market);
        var closed = candles.Where(candle => candle.IsClosed).ToList();
        if (closed.Count > 0) await streams.GetStream<Candle>(StreamId.Create(MarketStreams.Candles, key)).OnNextBatchAsync(closed);
    }
}
