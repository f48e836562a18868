using System.Diagnostics;
using System.Text.Json;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Grains.Markets;
using Fincord.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Benchmarks.Markets;

/// <summary>
/// 10 M ticks of 1,000 instruments into candles of all eleven intervals: by the domain alone on one core, and end to end on all of them
/// (event log on disk → grains → SQLite). DuckDB's group-by into one interval, in memory, is the baseline.
/// </summary>
internal static class IngestBenchmark
{
    private const int Instruments = 1_000;
    private const int Ticks = 10_000_000;
    private const int AppendSize = 8_192;

    private static int ingestCalls;

    public static async Task Run()
    {
        var duckDb = await MeasureDuckDb();
        MeasureDomain(duckDb);
        await MeasureEndToEnd(duckDb);
    }

    private static void MeasureDomain(double duckDb)
    {
        // A small flow, over and over with the time moved on, so that memory holds candles and not ticks.
        var flow = new TickFlow(Instruments);
        var ticks = Enumerable.Range(0, 1_000_000).Select(_ => flow.Next()).ToArray();
        var builders = Enumerable.Range(0, Instruments).Select(_ => new CandleBuilder(CandleRules.Default, CandleBuilderState.Empty)).ToArray();
        var span = ticks[^1].Trade.OccurredAt - TickFlow.Start + TimeSpan.FromMilliseconds(100);
        var allocated = 0L;
        var clock = new Stopwatch();
        for (var pass = -2; pass < Ticks / ticks.Length; pass++)
        {
            if (pass == 0) (allocated, clock) = (0, new());         // the passes before let buffers grow and the compiler warm up
            var before = GC.GetAllocatedBytesForCurrentThread();
            clock.Start();
            Pass(builders, ticks, span * (pass + 2));
            clock.Stop();
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            foreach (var builder in builders) builder.Capture();
        }
        Report.Figure("domain: trades into 11 intervals, one core", Ticks / clock.Elapsed.TotalSeconds, "trades/s", ("DuckDB, 1 interval, 2 threads", duckDb));
        Report.Figure("domain: allocated for 1,000 trades", allocated * 1_000.0 / Ticks, "bytes");
    }

    private static void Pass(CandleBuilder[] builders, (int Instrument, TradePrint Trade)[] ticks, TimeSpan shift)
    {
        foreach (ref readonly var tick in ticks.AsSpan())
        {
            var trade = tick.Trade with
            {
                OccurredAt = tick.Trade.OccurredAt + shift,
                Id = new(tick.Trade.Id.Value + (UInt128)shift.Ticks),
            };
            if (builders[tick.Instrument].Apply(trade, Timestamp.MaxValue) != ApplyOutcome.Applied) throw new UnreachableException();
        }
    }

    private static async Task MeasureEndToEnd(double duckDb)
    {
        var folder = Directory.CreateTempSubdirectory("fincord-bench-").FullName;
        try
        {
            using var host = CreateHost(folder);
            await host.StartAsync();
            var registry = host.Services.GetRequiredService<IInstrumentRegistry>();
            var ids = new InstrumentId[Instruments];
            for (var i = 0; i < Instruments; i++)
                ids[i] = (await registry.Register(InstrumentDefinition.FromKey(InstrumentKey.Parse($"BENCH:I{i}")), TickFlow.Start, default)).Id;

            var clock = Stopwatch.StartNew();
            await Append(host.Services.GetRequiredService<IEventLog>(), ids);
            await Drain(host.Services);
            var applied = clock.Elapsed;
            await host.StopAsync();         // saves what is left: after it all candles are in SQLite
            var elapsed = clock.Elapsed;

            Report.Figure("end to end: log → grains → SQLite candles", Ticks / elapsed.TotalSeconds, "trades/s", ("DuckDB, in memory", duckDb));
            Report.Figure("end to end: trades in a grain call", (double)Ticks / Volatile.Read(ref ingestCalls), "trades");
            Report.Figure("end to end: until applied in memory", Ticks / applied.TotalSeconds, "trades/s");
            Report.Figure("end to end: peak memory of the process", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Append(IEventLog log, InstrumentId[] ids)
    {
        var flow = new TickFlow(Instruments);
        for (var appended = 0; appended < Ticks; appended += AppendSize)
        {
            var events = new List<MarketEvent>(AppendSize);
            for (var i = 0; i < Math.Min(AppendSize, Ticks - appended); i++)
            {
                var (instrument, trade) = flow.Next();
                events.Add(new TradeReceived(ids[instrument], "bench", trade.OccurredAt, trade));
            }
            await log.Append(events, default);
        }
    }

    private static async Task Drain(IServiceProvider services)
    {
        var log = services.GetRequiredService<IEventLog>();
        var progress = services.GetRequiredService<IIngestProgress>();
        for (var partition = 0; partition < log.PartitionCount; partition++) await progress.WaitUntil(partition, log.EndOffset(partition), default);
        var tally = progress.TallyOf("bench");
        if (tally != new SourceTally(Ticks, 0, 0)) throw new InvalidOperationException($"Not all ticks were applied: {tally}.");
    }

    private static IHost CreateHost(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(storage => storage.DataFolder = folder);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddMemoryStreams(MarketStreams.Provider);
            silo.AddIncomingGrainCallFilter(call =>
            {
                if (call.MethodName == nameof(IInstrumentGrain.Ingest)) Interlocked.Increment(ref ingestCalls);
                return call.Invoke();
            });
        });
        builder.Services.AddMarketGrains();
        builder.Services.AddMarketIngest();
        return builder.Build();
    }

    private static async Task<double> MeasureDuckDb()
    {
        var script = Repository.PathOf("tests", "npm", "duckdb-candles.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, $"--ticks={Ticks}", $"--instruments={Instruments}", $"--step={100_000_000 / Instruments}"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        if (node.ExitCode != 0) throw new InvalidOperationException("DuckDB's baseline failed; run ./fincord bench, which installs it.");
        var ticksPerSecond = JsonDocument.Parse(output).RootElement.GetProperty("ticksPerSecond").GetDouble();
        Report.Figure("baseline: DuckDB group-by into 1-minute candles, 2 threads", ticksPerSecond, "ticks/s");
        return ticksPerSecond;
    }
}
