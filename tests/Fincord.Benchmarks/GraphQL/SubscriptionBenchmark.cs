using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Fincord.Benchmarks.Actors;

namespace Fincord.Benchmarks.GraphQL;

/// <summary>
/// 10,000 subscriptions over 1,000 sockets that hear nothing, and what they cost in memory; then 1,000 subscribers of fifty markets that change a
/// hundred times a second and are told of ten times a second: how late a message is, from its sending until the server has written it, and until it is
/// at the client, a thousand of which share one process.
/// </summary>
internal static class SubscriptionBenchmark
{
    private const int Sockets = 1_000;
    private const int IdlePerSocket = 10;
    private const int MemoryTarget = 200;
    private const int LatenessTarget = 50;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);

    public static async Task Run(Uri server)
    {
        await MeasureIdle(server);
        await MeasureLateness(server);
    }

    private static async Task MeasureIdle(Uri server)
    {
        var before = await Memory(server);
        var sockets = await Connect(server);
        for (var id = 0; id < IdlePerSocket; id++)
        {
            // Nobody sends to these markets.
            foreach (var socket in sockets) await socket.Subscribe(id, BenchmarkServer.Markets + id);
        }
        foreach (var socket in sockets) await socket.Ping();
        var after = await Memory(server);
        foreach (var socket in sockets) await socket.DisposeAsync();
        Report.Figure("subscriptions: 10,000 idle over 1,000 sockets", (after - before) / 1e6, "MB more", ("target", MemoryTarget));
    }

    private static async Task MeasureLateness(Uri server)
    {
        var sockets = await Connect(server);
        for (var index = 0; index < sockets.Count; index++) await sockets[index].Subscribe(0, index % BenchmarkServer.Markets);
        using var ended = new CancellationTokenSource();
        var lateness = new Lateness();
        var isMeasured = false;
        var readers = sockets.Select(socket => socket.Read(message =>
        {
            if (Volatile.Read(ref isMeasured) && WriteWatch.SentAt(message) is { } sentAt) lateness.Record(Stopwatch.GetElapsedTime(sentAt));
        }, ended.Token)).ToArray();
        using var http = new HttpClient { BaseAddress = server };
        await Task.Delay(WarmUp);
        using (await http.PostAsync("/lateness", null)) Volatile.Write(ref isMeasured, true);
        await Task.Delay(Measured);
        Volatile.Write(ref isMeasured, false);
        var written = (await http.GetFromJsonAsync<double[]>("/lateness"))!;
        await ended.CancelAsync();
        await Task.WhenAll(readers);
        foreach (var socket in sockets) await socket.DisposeAsync();
        Report.Figure("subscriptions: messages to 1,000 subscribers", lateness.Count / Measured.TotalSeconds, "messages/s", ("expected", Sockets * 10));
        Report.Figure("subscriptions: written after, p99", written[0], "ms", ("target", LatenessTarget));
        Report.Figure("subscriptions: written after, p99.9", written[1], "ms");
        Report.Figure("subscriptions: written after, maximum", written[2], "ms");
        Report.Figure("subscriptions: at the client after, p99", lateness.Quantile(0.99) / 1_000, "ms");
    }

    private static async Task<List<SubscriptionSocket>> Connect(Uri server)
    {
        var sockets = new List<SubscriptionSocket>(Sockets);
        for (var index = 0; index < Sockets; index++) sockets.Add(await SubscriptionSocket.Connect(server));
        return sockets;
    }

    private static async Task<long> Memory(Uri server)
    {
        using var client = new HttpClient();
        return long.Parse(await client.GetStringAsync(new Uri(server, "/memory")), CultureInfo.InvariantCulture);
    }
}
