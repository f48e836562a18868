using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Fincord.Benchmarks.Actors;

/// <summary>A million grains: how fast they come, what they weigh while nobody calls them, and that they go again.</summary>
internal static class ActivationBenchmark
{
    private const int Activations = 1_000_000;
    private const int WarmUp = 20_000;
    private const int Callers = 100;

    public static async Task Run()
    {
        var time = new ShiftedTime();
        using var host = await ActorHost.Start(silo =>
        {
            silo.Services.AddSingleton<TimeProvider>(time);
            silo.Configure<GrainCollectionOptions>(options => options.CollectionQuantum = TimeSpan.FromSeconds(1));
        });
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await Activate(grains, -WarmUp, 0);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        await Activate(grains, 0, Activations);
        Report.Figure("activations", Activations / clock.Elapsed.TotalSeconds, "activations/s", ("Orleans 10", 17_000), ("target", 150_000));
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Activations;
        Report.Figure("activations: GC heap of an idle one, of 1,000,000", bytes, "bytes", ("target, at most", 1_000));

        clock.Restart();
        while (IdleGrain.Disposed < WarmUp + Activations)
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(3)) throw new InvalidOperationException($"Only {IdleGrain.Disposed} idle grains were collected.");
            time.Shift(TimeSpan.FromMinutes(20));       // more than the age at which idle grains go
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
        Report.Figure("activations: all collected when idle, after", clock.Elapsed.TotalMilliseconds, "ms");
        var left = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Activations;
        Report.Figure("activations: GC heap left of one that was collected", left, "bytes");
        await host.StopAsync();
    }

    private static Task Activate(IGrainFactory grains, int first, int end) => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
    {
        for (var key = first + caller; key < end; key += Callers) await grains.GetGrain<IIdleGrain>(key).Touch();
    })));

    /// <summary>The system's clock, some time ahead.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        private long _ahead;

        public void Shift(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Stopwatch.GetElapsedTime(0).Ticks + Interlocked.Read(ref _ahead);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
    }
}
