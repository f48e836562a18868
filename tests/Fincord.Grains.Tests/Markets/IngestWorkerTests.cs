using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Grains.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Grains.Tests.Markets;

public sealed class IngestWorkerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_event_of_the_log_is_applied_once_although_commits_fail_on_the_way()
    {
        await using var cluster = await MarketCluster.Start(_folder, ingests: true);
        var (id, grain) = await cluster.Register("SIM:A");
        cluster.Store.FailNext(3);

        for (var from = 0; from < 5_000; from += 500) await Append(cluster, Sample.Trades(id.Value, from, 500));

        await cluster.Store.UntilDurable(id, offset: 4_999);
        Assert.Equal(5_000, Assert.Single(await grain.GetRecentCandles(CandleInterval.M1)).TradeCount);
    }

    [Fact]
    public async Task A_stop_saves_what_was_applied_and_the_next_start_goes_on_there()
    {
        InstrumentId id;
        await using (var cluster = await MarketCluster.Start(_folder, ingests: true))
        {
            (id, _) = await cluster.Register("SIM:A");
            await Append(cluster, Sample.Trades(id.Value, 0, 1_000));
        }

        await using var again = await MarketCluster.Start(_folder, ingests: true);
        var log = again.Services.GetRequiredService<IEventLog>();
        Assert.Equal(1_000, (await again.Store.LoadLogOffsets(default))[log.PartitionOf(id)]);
        await Append(again, Sample.Trades(id.Value, 1_000, 1_000));

        var progress = again.Services.GetRequiredService<IIngestProgress>();
        Assert.Equal(new SourceTally(1_000, 0, 0), progress.TallyOf("sim"));
        Assert.Equal(2_000, Assert.Single(await again.GrainOf(id).GetRecentCandles(CandleInterval.M1)).TradeCount);
    }

    [Fact]
    public async Task A_crash_loses_nothing_that_the_log_took()
    {
        TempFolder crashed;
        InstrumentId id;
        await using (var cluster = await MarketCluster.Start(_folder, ingests: true))
        {
            (id, _) = await cluster.Register("SIM:A");
            await Append(cluster, Sample.Trades(id.Value, 0, 1_000));
            await cluster.Store.UntilDurable(id, offset: 999);
            await Append(cluster, Sample.Trades(id.Value, 1_000, 1_000));
            crashed = TempFolder.CopyOf(_folder.Path);
        }

        using (crashed)
        {
            await using var recovered = await MarketCluster.Start(crashed, ingests: true);
            await recovered.Store.UntilDurable(id, offset: 1_999);
            Assert.Equal(2_000, Assert.Single(await recovered.GrainOf(id).GetRecentCandles(CandleInterval.M1)).TradeCount);
        }
    }

    [Fact]
    public async Task A_trade_beyond_the_lateness_horizon_goes_to_quarantine_with_its_code()
    {
        await using var cluster = await MarketCluster.Start(_folder, ingests: true);
        var (id, _) = await cluster.Register("SIM:A");
        var late = Sample.Trade(id.Value, 1);
        var newer = late with { Trade = late.Trade with { OccurredAt = late.Trade.OccurredAt + TimeSpan.FromSeconds(11), Id = new(77) }, ReceivedAt = Sample.Noon + TimeSpan.FromMinutes(1) };

        await Append(cluster, [newer, late]);

        Assert.Equal(new SourceTally(1, 0, 1), cluster.Services.GetRequiredService<IIngestProgress>().TallyOf("sim"));
        Assert.Contains("\"TOO_LATE\"", Assert.Single(Directory.GetFiles(_folder.Combine("quarantine")).SelectMany(File.ReadLines)), StringComparison.Ordinal);
    }

    private static async Task Append(MarketCluster cluster, IReadOnlyList<MarketEvent> events)
    {
        var log = cluster.Services.GetRequiredService<IEventLog>();
        await log.Append(events, default);
        var partition = log.PartitionOf(events[0].InstrumentId);
        await cluster.Services.GetRequiredService<IIngestProgress>().WaitUntil(partition, log.EndOffset(partition), default);
    }
}
