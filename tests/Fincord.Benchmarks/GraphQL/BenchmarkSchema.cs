using HotChocolate.Execution;
using HotChocolate.Subscriptions;

namespace Fincord.Benchmarks.GraphQL;

/// <summary>An instrument as the benchmark asks for it.</summary>
public sealed record BenchmarkInstrument(string Key, string Name);

/// <summary>A candle as the benchmark asks for it.</summary>
public sealed record BenchmarkCandle(int Time, double Open, double High, double Low, double Close);

/// <summary>A change of a market, with the moment when it was sent: a time stamp of the machine's monotonic clock.</summary>
public sealed record BenchmarkTick(long SentAt, double Last);

/// <summary>What all servers of the benchmark answer with.</summary>
internal static class BenchmarkData
{
    public static BenchmarkInstrument Instrument { get; } = new("XNAS:AAPL", "Apple");

    public static BenchmarkCandle[] Candles { get; } =
        [.. Enumerable.Range(0, 100).Select(index => new BenchmarkCandle(1_767_623_400 + (index * 60), 100.5 + index, 101.5 + index, 99.5 + index, 100.25 + index))];
}

/// <summary>The questions.</summary>
[GraphQLName("Query")]
public sealed class BenchmarkQuery
{
    /// <summary>The small answer.</summary>
    public BenchmarkInstrument? GetInstrument(string key) => key == BenchmarkData.Instrument.Key ? BenchmarkData.Instrument : null;

    /// <summary>The large answer.</summary>
    public IReadOnlyList<BenchmarkCandle> GetCandles(string key) => BenchmarkData.Candles;
}

/// <summary>What can be watched.</summary>
[GraphQLName("Subscription")]
public sealed class BenchmarkSubscription
{
    /// <summary>The changes of one market, ten times a second.</summary>
    [Subscribe(With = nameof(WatchAsync))]
    public BenchmarkTick Tick(int market, [EventMessage] BenchmarkTick tick) => tick;

    /// <summary>Opens the stream behind <see cref="Tick"/> as the application does: whoever is slow gets the latest.</summary>
    public ValueTask<ISourceStream<BenchmarkTick>> WatchAsync(int market, [Service] ITopicEventReceiver receiver, CancellationToken cancellation) =>
        receiver.SubscribeAsync<BenchmarkTick>(TopicOf(market), 8, TopicBufferFullMode.DropOldest, cancellation);

    internal static string TopicOf(int market) => $"market_{market}";
}
