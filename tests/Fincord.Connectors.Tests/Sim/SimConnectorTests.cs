using Fincord.Connectors.Sim;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Tests.Sim;

public sealed class SimConnectorTests
{
    private static readonly Timestamp Start = Timestamp.Parse("2026-11-21T12:00:00.123456789Z");
    private static readonly SimMarket Market = new(new());

    private readonly ManualTime time = new(Start);

    [Fact]
    public async Task It_plays_what_the_market_makes_when_its_time_has_come()
    {
        await using var batches = new SimConnector(Market, time).ReadAsync().GetAsyncEnumerator();
        var played = new List<SimEvent>();
        for (var step = 0; step < 50; step++)
        {
            var next = batches.MoveNextAsync();
            while (!next.IsCompleted) time.Advance(TimeSpan.FromMilliseconds(100));
            Assert.True(await next);
            Assert.All(batches.Current, happening => Assert.True(happening.OccurredAt >= Start && happening.OccurredAt <= Now));
            played.AddRange(batches.Current);
        }

        Assert.Equal(Market.Generate(Start, Timestamp.MaxValue).TakeWhile(happening => happening.OccurredAt <= Now), played);
    }

    [Fact]
    public async Task The_past_comes_first_and_at_once_in_small_batches()
    {
        var since = Start - TimeSpan.FromHours(1);
        var expected = Market.Generate(since, new(Start.Nanoseconds + 1)).ToList();
        var played = new List<SimEvent>();

        await foreach (var batch in new SimConnector(Market, time).ReadAsync(since))
        {
            Assert.InRange(batch.Count, 1, 4_096);
            played.AddRange(batch);
            if (played.Count >= expected.Count) break;
        }

        Assert.Equal(expected, played);
    }

    [Fact]
    public async Task It_ends_by_being_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await using var batches = new SimConnector(Market, time).ReadAsync(cancellation: stop.Token).GetAsyncEnumerator(stop.Token);
        var next = batches.MoveNextAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public void An_event_goes_to_the_log_as_what_it_is()
    {
        var received = Start + TimeSpan.FromSeconds(1);
        foreach (var happening in Market.Generate(Start, Start + TimeSpan.FromMinutes(1)))
        {
            MarketEvent expected = happening.Trade is { } trade
                ? new TradeReceived(new(9), "sim", received, trade)
                : new QuoteReceived(new(9), "sim", received, happening.Quote!);

            Assert.Equal(expected, happening.ToMarketEvent(new(9), received));
            Assert.Equal(happening.OccurredAt.Nanoseconds, expected.SourceSequence);
        }
    }

    private Timestamp Now => Timestamp.FromDateTimeOffset(time.GetUtcNow());
}
