using System.Diagnostics;
using HotChocolate.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Benchmarks.GraphQL;

/// <summary>
/// Our server, in a process of its own so that its memory and its collector are its own: GraphQL, and beside it what a minimal API needs for the
/// same answers, which is the limit.
/// </summary>
internal static class BenchmarkServer
{
    public const string Verb = "graphql-server";

    public const int Markets = 50;

    private const int ChangesPerSecond = 100;
    private const int SendsPerSecond = 10;

    /// <summary>Serves until the process is told to stop; the first line of output is the address.</summary>
    public static async Task Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQLServer()
            .AddQueryType<BenchmarkQuery>()
            .AddSubscriptionType<BenchmarkSubscription>()
            .AddInMemorySubscriptions();
        builder.Services.AddHostedService<MarketClock>();
        var app = builder.Build();
        var writes = new WriteWatch();
        app.UseWebSockets();
        app.Use(writes.Invoke);
        app.MapGraphQL();
        app.MapPost("/lateness", writes.Restart);
        app.MapGet("/lateness", writes.Summary);
        app.MapPost("/limit/small", () => new { data = new { instrument = BenchmarkData.Instrument } });
        app.MapPost("/limit/candles", () => new { data = new { candles = BenchmarkData.Candles } });
        app.MapGet("/memory", () =>
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            using var self = Process.GetCurrentProcess();
            return self.WorkingSet64;
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.First());
        await app.WaitForShutdownAsync();
    }

    /// <summary>Changes every market a hundred times a second and tells its watchers ten times a second, the latest wins: as instrument grains do.</summary>
    private sealed class MarketClock(ITopicEventSender sender) : BackgroundService
    {
        private readonly double[] _last = new double[Markets];

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1_000.0 / ChangesPerSecond));
            var clock = Stopwatch.StartNew();
            for (var step = 0; ; step++)
            {
                // On a busy machine ticks come late and together; what is due is caught up.
                while (clock.Elapsed.TotalSeconds * ChangesPerSecond < step) await timer.WaitForNextTickAsync(stoppingToken);
                for (var market = 0; market < Markets; market++)
                {
                    _last[market] = 100 + (step % 1_000 / 10.0);
                    // Markets are told of in turn, a tenth of them at each step.
                    if ((market + step) % (ChangesPerSecond / SendsPerSecond) != 0) continue;
                    await sender.SendAsync(BenchmarkSubscription.TopicOf(market), new BenchmarkTick(Stopwatch.GetTimestamp(), _last[market]), stoppingToken);
                }
            }
        }
    }
}
