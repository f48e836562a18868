using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Benchmarks.Actors;

/// <summary>Trivial calls from outside of grains: as fast as one or a hundred callers get their answers.</summary>
internal static class CallBenchmark
{
    private const int Callers = 100;
    private const int Metronomes = 10;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    public static async Task Run()
    {
        using var host = await ActorHost.Start();
        var grains = host.Services.GetRequiredService<IGrainFactory>();

        await Calls(grains, 1, WarmUp);
        Report.Figure("calls: one caller", PerSecond(await Calls(grains, 1, Measured), Measured), "calls/s", ("Orleans 10", 120_000), ("target", 400_000));
        await Calls(grains, Callers, WarmUp);
        Report.Figure(
            "calls: 100 callers on 100 grains", PerSecond(await Calls(grains, Callers, Measured), Measured), "calls/s",
            ("Orleans 10, fastest run", 149_000), ("target", 1_000_000));

        var ticks = host.Services.GetRequiredService<Lateness>();
        for (var i = 0; i < Metronomes; i++) await grains.GetGrain<IMetronomeGrain>(i).Start(Period);
        var latency = new Lateness();
        var counts = await Calls(grains, Callers, Long, latency);
        Report.Figure("calls: 99.9th percentile under 100 callers for 30 s", latency.Quantile(0.999), "µs", ("target, at most", 20_000));
        Report.Figure("calls: longest", latency.Maximum, "µs");
        // Quantiles are of calls that were made; a caller that starves makes few of them.
        Report.Figure("calls: of the slowest of the 100 callers", PerSecond([counts.Min()], Long), "calls/s", ("the average caller", PerSecond(counts, Long) / Callers));
        Report.Figure("timers of 100 ms beside them: ticks", ticks.Count, "ticks");
        Report.Figure("timers: 99.9th percentile of lateness", ticks.Quantile(0.999), "µs", ("target, at most", 50_000));
        Report.Figure("timers: latest", ticks.Maximum, "µs");
        await host.StopAsync();
    }

    private static double PerSecond(long[] counts, TimeSpan duration) => counts.Sum() / duration.TotalSeconds;

    private static Task<long[]> Calls(IGrainFactory grains, int callers, TimeSpan duration, Lateness? latency = null)
    {
        var clock = Stopwatch.StartNew();
        return Task.WhenAll(Enumerable.Range(0, callers).Select(
            caller => Task.Run(() => CallUntil(grains.GetGrain<ITrivialGrain>($"grain {caller}"), clock, duration, latency))));
    }

    private static async Task<long> CallUntil(ITrivialGrain grain, Stopwatch clock, TimeSpan end, Lateness? latency)
    {
        var calls = 0L;
        for (var began = clock.Elapsed; began < end;)
        {
            await grain.Touch();
            calls++;
            var ended = clock.Elapsed;
            latency?.Record(ended - began);
            began = ended;
        }
        return calls;
    }
}
