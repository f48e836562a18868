using Fincord.Domain.Markets;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Domain.Tests.Markets;

/// <summary>The builder against the plainest possible reading of the rules, over random flows of late, repeated and shuffled trades.</summary>
public sealed class CandleBuilderProperties
{
    private static readonly Timestamp Start = Timestamp.Parse("2026-02-28T23:59:30Z");
    private static readonly Timestamp Later = Timestamp.Parse("2026-12-01T00:00:00Z");

    [Fact]
    public void Candles_equal_a_group_by_over_the_trades_that_count() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Flows.ToArbitrary(), flow =>
        {
            var builder = new CandleBuilder(CandleRules.Default, CandleBuilderState.Empty);
            var saved = new Dictionary<(CandleInterval, Timestamp), Candle>();
            var counted = new List<TradePrint>();
            foreach (var (trade, step) in flow.Select((trade, step) => (trade, step)))
            {
                if (builder.Apply(trade, Later) == ApplyOutcome.Applied) counted.Add(trade);
                if (step % 7 == 0) builder = new(CandleRules.Default, Save(builder, saved));
            }
            Save(builder, saved);
            foreach (var interval in CandleIntervals.All)
                foreach (var candle in builder.Recent(interval)) saved[(interval, candle.OpenTime)] = candle;

            Assert.Equal(Reference(counted), saved.Values.Select(Comparable).Order());
        }));

    [Fact]
    public void A_trade_counts_exactly_when_it_is_new_and_not_too_late() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Flows.ToArbitrary(), flow =>
        {
            var builder = new CandleBuilder(CandleRules.Default, CandleBuilderState.Empty);
            var seen = new HashSet<TradeId>();
            var watermark = Timestamp.MinValue;
            foreach (var trade in flow)
            {
                var expected = watermark != Timestamp.MinValue && trade.OccurredAt < watermark - CandleRules.Default.Lateness ? ApplyOutcome.TooLate
                    : seen.Add(trade.Id) ? ApplyOutcome.Applied : ApplyOutcome.Duplicate;
                Assert.Equal(expected, builder.Apply(trade, Later));
                if (trade.OccurredAt > watermark) watermark = trade.OccurredAt;
            }
        }));

    // Times wander forward by up to 3 s with jumps back of up to 15 s; one in eight is sent again.
    private static Gen<TradePrint[]> Flows =>
        from steps in Gen.ArrayOf(
            from forward in Gen.Choose(0, 3_000)
            from back in Gen.Frequency((7, Gen.Constant(0)), (2, Gen.Choose(0, 15_000)))
            from price in Gen.Choose(-5, 50)
            from quantity in Gen.Choose(1, 9)
            from repeat in Gen.Choose(0, 7)
            select (forward, back, price, quantity, repeat), 120)
        select Build(steps);

    private static TradePrint[] Build((int Forward, int Back, int Price, int Quantity, int Repeat)[] steps)
    {
        var flow = new List<TradePrint>();
        var now = Start;
        foreach (var (step, index) in steps.Select((step, index) => (step, index)))
        {
            now += TimeSpan.FromMilliseconds(step.Forward);
            flow.Add(new(now - TimeSpan.FromMilliseconds(step.Back), index + 1, new((ulong)index + 1), new(step.Price), new(step.Quantity), AggressorSide.Unknown));
            if (step.Repeat == 0) flow.Add(flow[flow.Count / 2]);
        }
        return [.. flow];
    }

    private static CandleBuilderState Save(CandleBuilder builder, Dictionary<(CandleInterval, Timestamp), Candle> saved)
    {
        var capture = builder.Capture();
        foreach (var candle in capture.Candles) saved[(candle.Interval, candle.OpenTime)] = candle;
        return capture.State;
    }

    private static IEnumerable<string> Reference(List<TradePrint> trades) =>
        from interval in CandleIntervals.All
        from candle in trades.GroupBy(trade => interval.OpenTime(trade.OccurredAt))
        let ordered = candle.OrderBy(trade => trade.OccurredAt).ThenBy(trade => trade.SourceSequence).ToList()
        select Comparable(new(interval, candle.Key, ordered[0].Price, ordered.Max(trade => trade.Price), ordered.Min(trade => trade.Price),
            ordered[^1].Price, ordered.Aggregate((Int128)0, (sum, trade) => sum + trade.Quantity.Count),
            ordered.Aggregate((Int128)0, (sum, trade) => sum + (Int128)trade.Price.Count * trade.Quantity.Count), ordered.Count, 0, false)) into text
        orderby text
        select text;

    private static string Comparable(Candle candle) => (candle with { Revision = 0, IsClosed = false }).ToString();
}
