using System.Threading.Channels;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Grains.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace Fincord.Grains.Tests.Markets;

/// <summary>Who watches a market hears of it: observers, and the streams <c>quotes</c> and <c>candles</c>.</summary>
public sealed class MarketNewsTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly News _news = new();
    private MarketCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await MarketCluster.Start(_folder, services: services => services.AddSingleton(_news));

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    [OneProcessOnly("the test subscribes once, not again and again as a hub does")]
    public async Task An_observer_hears_the_latest_state_and_the_candles_that_changed()
    {
        var (id, grain) = await _cluster.Register("SIM:A");
        var observer = new Observer();
        var reference = _cluster.Client.CreateObjectReference<IMarketObserver>(observer);
        await grain.Subscribe(reference);

        await grain.Ingest(InstrumentGrainTests.Batch(after: -1, from: 0, count: 10));

        var change = await observer.Changes.Reader.ReadAsync(Patience());
        Assert.Equal((id, Sample.Trade(1, 9).Trade.Price), (change.InstrumentId, change.State.Last));
        Assert.Equal(CandleIntervals.All, change.Candles.Select(candle => candle.Interval).Distinct());
        GC.KeepAlive(observer);
    }

    [Fact]
    [OneProcessOnly("the test sends what the instrument has not lost, and subscribes once")]
    public async Task What_happens_between_two_tellings_is_conflated_to_the_latest()
    {
        var (_, grain) = await _cluster.Register("SIM:A");
        var observer = new Observer();
        await grain.Subscribe(_cluster.Client.CreateObjectReference<IMarketObserver>(observer));

        for (var i = 0; i < 1_000; i++) await grain.Ingest(InstrumentGrainTests.Batch(after: i - 1, from: i, count: 1));

        MarketChanged change;
        var heard = 0;
        do (change, heard) = (await observer.Changes.Reader.ReadAsync(Patience()), heard + 1);
        while (change.State.OccurredAt != Sample.Trade(1, 999).Trade.OccurredAt);
        Assert.InRange(heard, 1, 500);
        GC.KeepAlive(observer);
    }

    [Fact]
    public async Task The_streams_carry_the_state_and_each_closed_candle_to_the_grain_of_the_same_key()
    {
        var (_, grain) = await _cluster.Register("SIM:A");

        await grain.Ingest(InstrumentGrainTests.Batch(after: -1, from: 0, count: 2_000));

        Assert.Equal(Sample.Trade(1, 1_999).Trade.Price, (await _news.States.Reader.ReadAsync(Patience())).Last);
        var candle = await _news.Candles.Reader.ReadAsync(Patience());
        Assert.Equal((CandleInterval.S1, Sample.Noon, true, 1_000L), (candle.Interval, candle.OpenTime, candle.IsClosed, candle.TradeCount));
    }

    private static CancellationToken Patience() => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    private sealed class Observer : IMarketObserver
    {
        public Channel<MarketChanged> Changes { get; } = Channel.CreateUnbounded<MarketChanged>();

        public async Task OnChanged(MarketChanged change) => await Changes.Writer.WriteAsync(change);
    }
}

/// <summary>What the subscribing grain below has heard.</summary>
public sealed class News
{
    /// <summary>From the stream <c>quotes</c>.</summary>
    public Channel<MarketState> States { get; } = Channel.CreateUnbounded<MarketState>();

    /// <summary>From the stream <c>candles</c>.</summary>
    public Channel<Candle> Candles { get; } = Channel.CreateUnbounded<Candle>();
}

/// <summary>A grain that a market's streams wake.</summary>
[Alias("tests.INewsReader")]
public interface INewsReader : IGrainWithStringKey;

[GrainType("news-reader")]
[ImplicitStreamSubscription(MarketStreams.Quotes)]
[ImplicitStreamSubscription(MarketStreams.Candles)]
internal sealed class NewsReaderGrain(News? news = null) : Grain, INewsReader, IStreamSubscriptionObserver
{
    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.StreamId.GetNamespace() == MarketStreams.Quotes
        ? handleFactory.Create<MarketState>().ResumeAsync(async (state, _) => { if (news is not null) await news.States.Writer.WriteAsync(state); })
        : handleFactory.Create<Candle>().ResumeAsync(async (candle, _) => { if (news is not null) await news.Candles.Writer.WriteAsync(candle); });
}
