using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Grains.Tests.Storage;

namespace Fincord.Grains.Tests.Markets;

[OneProcessOnly("the test sends what is not flushed yet once, and does not read it again from the log")]
public sealed class InstrumentGrainTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private MarketCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await MarketCluster.Start(_folder);

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_batch_is_in_candles_and_in_the_last_state_when_it_was_ingested()
    {
        var (_, grain) = await _cluster.Register("SIM:A");

        await grain.Ingest(Batch(after: -1, from: 0, count: 10));

        Assert.Equal(10, Assert.Single(await grain.GetRecentCandles(CandleInterval.M1)).TradeCount);
        Assert.Equal(Sample.Trade(1, 9).Trade.Price, (await grain.GetState()).Last);
        Assert.Equal(9, await grain.GetSourcePosition("sim"));
    }

    [Fact]
    public async Task A_redelivered_batch_changes_nothing_and_says_what_was_seen()
    {
        var (_, grain) = await _cluster.Register("SIM:A");
        await grain.Ingest(Batch(after: -1, from: 0, count: 10));

        var result = await grain.Ingest(Batch(after: -1, from: 5, count: 10));

        Assert.Equal(9, result.SeenUntil);
        Assert.Empty(result.NotApplied);
        Assert.Equal(15, Assert.Single(await grain.GetRecentCandles(CandleInterval.M1)).TradeCount);
    }

    [Fact]
    public async Task What_was_flushed_is_there_in_the_next_activation_and_a_duplicate_is_still_known()
    {
        var (_, grain) = await _cluster.Register("SIM:A");
        await grain.Ingest(Batch(after: -1, from: 0, count: 10));
        var before = await grain.GetRecentCandles(CandleInterval.M1);
        Assert.Equal(9, await grain.Flush(Sample.Noon));
        await _cluster.Deactivate(grain);

        var again = Batch(after: 9, from: 10, count: 1);
        var result = await grain.Ingest(again with { Trades = [again.Trades[0] with { Trade = Sample.Trade(1, 3).Trade }] });

        Assert.Equal(ApplyOutcome.Duplicate, Assert.Single(result.NotApplied).Outcome);
        // Its minute is long over, so the new activation found it closed.
        Assert.Equal(before.Select(candle => candle with { IsClosed = true }), await grain.GetRecentCandles(CandleInterval.M1));
    }

    [Fact]
    public async Task An_activation_that_lacks_earlier_events_refuses_the_batch_instead_of_leaving_a_hole()
    {
        var (_, grain) = await _cluster.Register("SIM:A");
        await grain.Ingest(Batch(after: -1, from: 0, count: 10));
        await _cluster.Deactivate(grain);

        await Assert.ThrowsAsync<LogGapException>(() => grain.Ingest(Batch(after: 9, from: 10, count: 10)));
    }

    [Fact]
    public async Task A_failed_commit_drops_the_activation_so_memory_never_runs_ahead_of_the_store()
    {
        var (_, grain) = await _cluster.Register("SIM:A");
        await grain.Ingest(Batch(after: -1, from: 0, count: 10));
        _cluster.Store.FailNext(1);

        await Assert.ThrowsAsync<IOException>(() => grain.Flush(Sample.Noon));

        Assert.Empty(await grain.GetRecentCandles(CandleInterval.M1));
    }

    [Fact]
    public async Task An_instrument_that_nobody_registered_answers_that_it_is_unknown() =>
        await Assert.ThrowsAsync<UnknownInstrumentException>(() => _cluster.GrainOf(new(4_711)).GetState());

    internal static MarketBatch Batch(long after, int from, int count) => new(
        after, from + count - 1, Sample.Noon + TimeSpan.FromMinutes(1),
        [.. Enumerable.Range(from, count).Select(i => new LoggedTrade(i, Sample.Trade(1, i).Trade))], [], null,
        [new("sim", from + count - 1)]);
}
