using Fincord.Domain.Markets;

namespace Fincord.Domain.Tests.Markets;

public sealed class CandleBuilderTests
{
    private static readonly Timestamp Noon = Timestamp.Parse("2026-01-05T12:00:00Z");
    private static readonly Timestamp Later = Timestamp.Parse("2026-06-01T00:00:00Z");

    private readonly CandleBuilder _builder = new(CandleRules.Default, CandleBuilderState.Empty);
    private long _nextId = 1;

    [Fact]
    public void A_minute_of_trades_becomes_one_candle_with_exact_sums()
    {
        Apply(Trade(0.0, price: 100, quantity: 2), Trade(10.5, price: 105, quantity: 1), Trade(59.9, price: 99, quantity: 3));

        var candle = Assert.Single(_builder.Recent(CandleInterval.M1));
        Assert.Equal(new Candle(CandleInterval.M1, Noon, new(100), new(105), new(99), new(99), 6, 200 + 105 + 297, 3, 0, false), candle);
    }

    [Fact]
    public void A_trade_at_the_end_of_a_candle_belongs_to_the_next_and_closes_the_first()
    {
        Apply(Trade(0, 100), Trade(60, 101));

        Assert.Equal([(Noon, true), (Noon + TimeSpan.FromMinutes(1), false)],
            _builder.Recent(CandleInterval.M1).Select(candle => (candle.OpenTime, candle.IsClosed)));
    }

    [Fact]
    public void Every_interval_gets_its_own_candle_of_each_trade()
    {
        Apply(Trade(0, 100));

        Assert.All(CandleIntervals.All, interval => Assert.Equal(interval.OpenTime(Noon), Assert.Single(_builder.Recent(interval)).OpenTime));
    }

    [Fact]
    public void Open_and_close_follow_event_time_then_source_sequence_whatever_the_order_of_arrival()
    {
        var first = Trade(1, 10) with { SourceSequence = 1 };
        var second = Trade(1, 20) with { SourceSequence = 2 };
        var third = Trade(2, 30) with { SourceSequence = 3 };
        Apply(second, third, first);

        var candle = Assert.Single(_builder.Recent(CandleInterval.M1));
        Assert.Equal((new Price(10), new Price(30)), (candle.Open, candle.Close));
    }

    [Fact]
    public void A_late_trade_amends_a_closed_candle_and_raises_its_revision()
    {
        Apply(Trade(59, 100), Trade(60, 101));
        Assert.Contains(_builder.Capture().Candles, candle => candle is { Interval: CandleInterval.M1, Revision: 0, IsClosed: true });

        Apply(Trade(59.5, 90));

        var amended = Assert.Single(_builder.Capture().Candles, candle => candle.Interval is CandleInterval.M1);
        Assert.Equal((1, new Price(90), new Price(90), 2), (amended.Revision, amended.Low, amended.Close, amended.TradeCount));
    }

    [Fact]
    public void A_late_trade_in_a_second_without_trades_makes_its_candle_closed()
    {
        Apply(Trade(0, 100), Trade(5, 101), Trade(2, 102));

        Assert.Equal([(0, true), (2, true), (5, false)],
            _builder.Recent(CandleInterval.S1).Select(candle => ((int)(candle.OpenTime - Noon).TotalSeconds, candle.IsClosed)));
    }

    [Fact]
    public void A_trade_exactly_at_the_lateness_horizon_counts_and_one_before_it_is_too_late()
    {
        Apply(Trade(20, 100), Trade(10, 101));

        Assert.Equal(ApplyOutcome.TooLate, _builder.Apply(Trade(9.999, 102), Later));
        Assert.Equal(2, Assert.Single(_builder.Recent(CandleInterval.M1)).TradeCount);
    }

    [Fact]
    public void A_duplicate_id_changes_nothing()
    {
        var trade = Trade(1, 100);
        Apply(trade, Trade(2, 101));

        Assert.Equal(ApplyOutcome.Duplicate, _builder.Apply(trade, Later));
        Assert.Equal(2, Assert.Single(_builder.Recent(CandleInterval.M1)).TradeCount);
    }

    [Fact]
    public void A_trade_from_the_future_is_refused_and_moves_nothing()
    {
        Assert.Equal(ApplyOutcome.FromFuture, _builder.Apply(Trade(11, 100), receivedAt: Noon));
        Assert.Empty(_builder.Capture().State.Slots);
        Assert.Equal(ApplyOutcome.Applied, _builder.Apply(Trade(10, 100), receivedAt: Noon));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_time_that_no_market_has_is_out_of_range(long nanoseconds) =>
        Assert.Equal(ApplyOutcome.OutOfRange, _builder.Apply(Trade(0, 1) with { OccurredAt = new(nanoseconds) }, Timestamp.MaxValue));

    [Fact]
    public void Sums_that_would_not_fit_are_refused_before_anything_changes()
    {
        var huge = Trade(0, long.MaxValue) with { Quantity = new(long.MaxValue) };
        var outcomes = Enumerable.Range(0, 5).Select(i => _builder.Apply(huge with { Id = new((ulong)i + 100) }, Later)).ToList();

        Assert.Equal(ApplyOutcome.OutOfRange, outcomes[^1]);
        Assert.All(CandleIntervals.All, interval => Assert.Equal(
            outcomes.Count(outcome => outcome is ApplyOutcome.Applied), Assert.Single(_builder.Recent(interval)).TradeCount));
    }

    [Fact]
    public void Silence_closes_a_candle_when_the_markets_own_time_is_past_its_end()
    {
        _builder.Apply(Trade(58, 100), receivedAt: Later);

        _builder.Advance(Later + TimeSpan.FromSeconds(2.9));
        Assert.False(Assert.Single(_builder.Recent(CandleInterval.M1)).IsClosed);
        _builder.Advance(Later + TimeSpan.FromSeconds(3));
        Assert.True(Assert.Single(_builder.Recent(CandleInterval.M1)).IsClosed);
    }

    [Fact]
    public void A_candle_that_slid_out_of_the_horizon_is_handed_over_once()
    {
        Apply(Trade(0, 100), Trade(3_600, 101));

        Assert.Single(_builder.Capture().Candles, candle => candle.Interval is CandleInterval.S1 && candle.OpenTime == Noon);
        Assert.DoesNotContain(_builder.Capture().Candles, candle => candle.OpenTime == Noon);
    }

    [Fact]
    public void A_bar_fills_its_own_interval_and_longer_ones_and_is_closed_at_once()
    {
        var bar = new Bar(CandleInterval.D1, Timestamp.Parse("2026-01-05T00:00:00Z"), 1, new(10), new(12), new(9), new(11), new(500));

        Assert.Equal(ApplyOutcome.Applied, _builder.Apply(bar, Later));
        Assert.Equal(ApplyOutcome.Duplicate, _builder.Apply(bar, Later));
        Assert.Empty(_builder.Recent(CandleInterval.H4));
        var day = Assert.Single(_builder.Recent(CandleInterval.D1));
        Assert.Equal((true, new Price(11), (Int128)500, 0L, null), (day.IsClosed, day.Close, day.Volume, day.TradeCount, day.Vwap(new(2))));
        Assert.False(Assert.Single(_builder.Recent(CandleInterval.W1)).IsClosed);
    }

    [Fact]
    public void Nothing_is_allocated_per_trade()
    {
        var trades = Enumerable.Range(0, 40_000).Select(i => Trade(i * 0.005, 100 + i % 7)).ToArray();
        foreach (var trade in trades.AsSpan(..20_000)) _builder.Apply(trade, Later);
        _builder.Capture();

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var trade in trades.AsSpan(20_000..)) _builder.Apply(trade, Later);
        var perTrade = (GC.GetAllocatedBytesForCurrentThread() - before) / 20_000.0;

        // What remains is the list of closed candles, which grows with seconds, not with trades.
        Assert.True(perTrade < 8, $"{perTrade} bytes per trade");
    }

    private void Apply(params ReadOnlySpan<TradePrint> trades)
    {
        foreach (var trade in trades) Assert.Equal(ApplyOutcome.Applied, _builder.Apply(trade, Later));
    }

    private TradePrint Trade(double second, long price, long quantity = 1)
    {
        var id = _nextId++;
        return new(Noon + TimeSpan.FromSeconds(second), id, new((ulong)id), new(price), new(quantity), AggressorSide.Buy);
    }
}
