using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Benchmarks.Actors;

/// <summary>One producer whose events 10,000 grains hear, with a few events on their way at a time.</summary>
internal static class StreamBenchmark
{
    public const string Provider = "Actors";

    public const int Subscribers = 10_000;

    public const int EventsUnderWay = 8;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static async Task Run()
    {
        using var host = await ActorHost.Start(silo =>
        {
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddMemoryStreams(Provider);
        });
        var stream = StreamId.Create("fan-out", "a");
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        for (var i = 0; i < Subscribers; i += 100)
            await Task.WhenAll(Enumerable.Range(i, 100).Select(key => grains.GetGrain<ISubscriberGrain>(key).Subscribe(stream)));

        await DeliveriesPerSecond(host.Services, stream, WarmUp);
        Report.Figure("streams: 1 producer to 10,000 subscribers", await DeliveriesPerSecond(host.Services, stream, Measured), "deliveries/s", ("target", 500_000));
        await host.StopAsync();
    }

    private static async Task<double> DeliveriesPerSecond(IServiceProvider services, StreamId id, TimeSpan duration)
    {
        var stream = services.GetRequiredService<IClusterClient>().GetStreamProvider(Provider).GetStream<long>(id);
        var tally = services.GetRequiredService<FanOutTally>();
        var clock = Stopwatch.StartNew();
        var published = 0L;
        for (; clock.Elapsed < duration; published++)
        {
            await tally.WaitForRoom();
            await stream.OnNextAsync(published);
        }
        await tally.WaitForAll();
        return published * Subscribers / clock.Elapsed.TotalSeconds;
    }
}

/// <summary>Counts deliveries, and lets the producer go on when as many have come as one event has.</summary>
internal sealed class FanOutTally
{
    private readonly SemaphoreSlim _room = new(StreamBenchmark.EventsUnderWay, StreamBenchmark.EventsUnderWay);
    private long _deliveries;

    public void Delivered()
    {
        if (Interlocked.Increment(ref _deliveries) % StreamBenchmark.Subscribers == 0) _room.Release();
    }

    public Task WaitForRoom() => _room.WaitAsync();

    /// <summary>Waits until nothing is under way.</summary>
    public async Task WaitForAll()
    {
        for (var i = 0; i < StreamBenchmark.EventsUnderWay; i++) await _room.WaitAsync();
        _room.Release(StreamBenchmark.EventsUnderWay);
    }
}
