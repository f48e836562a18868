using System.Diagnostics;
using System.Security.Cryptography;
using Fincord.Benchmarks.Actors;

namespace Fincord.Benchmarks.Trading;

/// <summary>
/// Click to wire through gRPC on SQLite: 1,000 orders a second of 50 accounts, each account on a connection of its own, all in this process.
/// Orders fall due by the clock, whether those before were answered or not, and latency counts from the moment that an order was due: to its
/// acknowledgement, which is durable, and to the venue's door. The baseline is what the disk takes to flush, just before and after.
/// </summary>
internal static class OrdersBenchmark
{
    private const int Accounts = 50;
    private const int OrdersPerSecond = 1_000;
    private const int WarmUp = 5 * OrdersPerSecond;
    private const int Measured = 20 * OrdersPerSecond;

    private static readonly (string Name, double Quantile, double Target)[] Quantiles =
        [("p50", 0.5, 2_000), ("p99", 0.99, 10_000), ("p99.9", 0.999, 0), ("max", 1, 0)];

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("fincord-bench-").FullName;
        try
        {
            var flushes = new Lateness();
            MeasureFlushes(folder, flushes);
            var (acknowledged, arrived, late) = await Measure(Path.Combine(folder, "data"));
            MeasureFlushes(folder, flushes);
            foreach (var (name, quantile, _) in Quantiles) Report.Figure($"baseline: the disk flushes 4 KiB, {name}", flushes.Quantile(quantile), "µs");
            foreach (var (name, quantile, _) in Quantiles) Report.Figure($"the load itself was late, {name}", late.Quantile(quantile), "µs");
            Tell("click to acknowledgement", acknowledged, flushes);
            Tell("click to the venue's door", arrived, flushes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Tell(string what, Lateness latency, Lateness flushes)
    {
        foreach (var (name, quantile, target) in Quantiles)
        {
            List<(string, double)> others = [($"the disk's {name}", flushes.Quantile(quantile))];
            if (target > 0) others.Insert(0, ("target", target));
            Report.Figure($"{what}, {name}", latency.Quantile(quantile), "µs", [.. others]);
        }
    }

    private static async Task<(Lateness Acknowledged, Lateness Arrived, Lateness Late)> Measure(string folder)
    {
        await using var host = await OrderHost.Start(folder);
        var clients = new OrderClient[Accounts];
        for (var number = 0; number < Accounts; number++) clients[number] = new(host.Address, await host.OpenAccount(number), host.Instrument);
        host.Venue.Expect(WarmUp + Measured);

        var (acknowledged, late) = (new Lateness(), new Lateness());
        var orders = new Task[WarmUp + Measured];
        var due = new long[orders.Length];
        var start = Stopwatch.GetTimestamp();
        var pacing = new Thread(() =>
        {
            for (var number = 0; number < orders.Length; number++)
            {
                due[number] = start + number * Stopwatch.Frequency / OrdersPerSecond;
                Pace.WaitUntil(due[number]);
                if (number >= WarmUp) late.Record(Stopwatch.GetElapsedTime(due[number]));
                var (client, order) = (clients[number % Accounts], number);
                orders[number] = Task.Run(async () =>
                {
                    await client.Buy(order + 1);
                    if (order >= WarmUp) acknowledged.Record(Stopwatch.GetElapsedTime(due[order]));
                });
            }
        }) { Name = "orders", Priority = ThreadPriority.AboveNormal };
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        pacing.Start();
        await Task.Run(pacing.Join);
        await Task.WhenAll(orders);
        Report.Figure("processor time of an order, its client and fill included", (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / orders.Length, "µs");

        // Each order was acknowledged; the last may still be on its way to the venue.
        var arrived = new Lateness();
        var patience = Stopwatch.StartNew();
        for (var number = WarmUp; number < orders.Length; number++)
        {
            while (host.Venue.ArrivalOf(number) == 0 && patience.Elapsed.TotalSeconds < 10) await Task.Delay(1);
            arrived.Record(Stopwatch.GetElapsedTime(due[number], host.Venue.ArrivalOf(number)));
        }
        foreach (var client in clients) client.Dispose();
        return (acknowledged, arrived, late);
    }

    // A write-ahead log grows by a few pages and is flushed: so does this file.
    private static void MeasureFlushes(string folder, Lateness flushes)
    {
        using var file = File.OpenHandle(Path.Combine(folder, "flushes"), FileMode.Create, FileAccess.Write);
        var page = RandomNumberGenerator.GetBytes(4_096);
        for (var number = 0; number < 500; number++)
        {
            RandomAccess.Write(file, page, (long)number * page.Length);
            var start = Stopwatch.GetTimestamp();
            RandomAccess.FlushToDisk(file);
            flushes.Record(Stopwatch.GetElapsedTime(start));
        }
    }
}
