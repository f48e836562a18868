using System.Diagnostics;
using System.Security.Cryptography;
using Fincord.Benchmarks.Actors;

namespace Fincord.Benchmarks.Trading;

/// <summary>
/// Click to wire through gRPC on SQLite, or on a PostgreSQL database: 1,000 orders a second of 50 accounts, each account on a connection of its
/// own, all in this process. Latency counts from the moment that an order was due: to its acknowledgement, which is durable, and to the venue's
/// door. The baselines are what the disk takes to flush, just before and after, and the same calls to a method that does nothing.
/// </summary>
internal static class OrdersBenchmark
{
    private const int Accounts = 50;
    private const int OrdersPerSecond = 1_000;
    private const int WarmUp = 5 * OrdersPerSecond;
    private const int Measured = 20 * OrdersPerSecond;

    private static readonly (string Name, double Quantile, double Target)[] Quantiles =
        [("p50", 0.5, 2_000), ("p99", 0.99, 10_000), ("p99.9", 0.999, 0), ("max", 1, 0)];

    public static Task Run() => Run(null);

    public static async Task Run(string? postgreSql)
    {
        var folder = Directory.CreateTempSubdirectory("fincord-bench-").FullName;
        try
        {
            var flushes = new Lateness();
            MeasureFlushes(folder, flushes);
            var (echo, orders, arrived) = await Measure(Path.Combine(folder, "data"), postgreSql);
            MeasureFlushes(folder, flushes);
            foreach (var (name, quantile, _) in Quantiles) Report.Figure($"baseline: the disk flushes 4 KiB, {name}", flushes.Quantile(quantile), "µs");
            foreach (var (name, quantile, _) in Quantiles) Report.Figure($"baseline: a call that does nothing, {name}", echo.Answered.Quantile(quantile), "µs");
            foreach (var (name, quantile, _) in Quantiles) Report.Figure($"the load itself was late, {name}", orders.Late.Quantile(quantile), "µs");
            Report.Figure("processor time of a call that does nothing, client included", echo.ProcessorTime.TotalMicroseconds, "µs");
            Report.Figure("processor time of an order, client and fill included", orders.ProcessorTime.TotalMicroseconds, "µs",
                ("a call that does nothing", echo.ProcessorTime.TotalMicroseconds));
            Report.Figure("memory that an order allocates, client and fill included", orders.Allocated, "bytes", ("a call that does nothing", echo.Allocated));
            Report.Figure("the garbage collector stopped all, of each second", orders.Paused.TotalMicroseconds / (Measured / OrdersPerSecond), "µs");
            Tell("click to acknowledgement", orders.Answered, flushes);
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

    private static async Task<(Load Echo, Load Orders, Lateness Arrived)> Measure(string folder, string? postgreSql)
    {
        await using var host = await OrderHost.Start(folder, postgreSql);
        var clients = new OrderClient[Accounts];
        for (var number = 0; number < Accounts; number++) clients[number] = new(host.Address, await host.OpenAccount(number), host.Instrument);
        var echo = new Load(OrdersPerSecond, 8 * OrdersPerSecond, 5 * OrdersPerSecond);
        await echo.Run(number => clients[number % Accounts].Echo(number + 1));
        // The runtime compiles what is called often while it runs. What cold code cannot carry would pile up, and then the pile would be measured.
        var cold = new Load(OrdersPerSecond / 10, 0, 2 * OrdersPerSecond);
        var orders = new Load(OrdersPerSecond, WarmUp, Measured);
        host.Venue.Expect(cold.Calls + orders.Calls);
        await cold.Run(number => clients[number % Accounts].Buy(number + 1));
        await orders.Run(number => clients[number % Accounts].Buy(cold.Calls + number + 1));

        // Each order was acknowledged; the last may still be on its way to the venue.
        var arrived = new Lateness();
        var patience = Stopwatch.StartNew();
        for (var number = WarmUp; number < orders.Calls; number++)
        {
            while (host.Venue.ArrivalOf(cold.Calls + number) == 0 && patience.Elapsed.TotalSeconds < 10) await Task.Delay(1);
            arrived.Record(Stopwatch.GetElapsedTime(orders.DueAt(number), host.Venue.ArrivalOf(cold.Calls + number)));
        }
        foreach (var client in clients) client.Dispose();
        return (echo, orders, arrived);
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
