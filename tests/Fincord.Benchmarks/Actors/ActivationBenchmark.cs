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

    // Long enough to make and weigh a million grains before the first of them goes.
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(90);

    public static async Task Run()
    {
        using var host = await ActorHost.Start(silo => silo.Configure<GrainCollectionOptions>(options =>
            (options.CollectionAge, options.CollectionQuantum) = (Age, TimeSpan.FromSeconds(5))));
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
            if (clock.Elapsed > Age * 3) throw new InvalidOperationException($"Only {IdleGrain.Disposed} idle grains were collected.");
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
        Report.Figure("activations: all collected when idle, after", clock.Elapsed.TotalSeconds, "s", ("the age limit", Age.TotalSeconds));
        var left = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Activations;
        Report.Figure("activations: GC heap left of one that was collected", left, "bytes");
        await host.StopAsync();
    }

    private static Task Activate(IGrainFactory grains, int first, int end) => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
    {
        for (var key = first + caller; key < end; key += Callers) await grains.GetGrain<IIdleGrain>(key).Touch();
    })));
}
