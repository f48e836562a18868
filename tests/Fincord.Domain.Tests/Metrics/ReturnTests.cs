using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Domain.Tests.Metrics;

public sealed class ReturnTests
{
    private static readonly Timestamp Start = Timestamp.Parse("2026-01-01T00:00:00Z");

    // 100 grows by 10 %, 50 comes in, all of it loses 25 %: 1.1 × 0.75 - 1.
    [Fact]
    public void A_deposit_cuts_the_time_weighted_return_in_two()
    {
        EquityPoint[] curve = [Point(0, 100, 0), Point(1, 160, 50), Point(2, 120, 0)];

        Assert.Equal(1.1 * .75 - 1, TimeWeightedReturn.Of(curve)!.Value, 12);
    }

    [Fact]
    public void A_return_on_nothing_is_not_defined()
    {
        Assert.Null(TimeWeightedReturn.Of([]));
        Assert.Null(TimeWeightedReturn.Of([Point(0, 0, 0), Point(1, 5, 0)]));
        Assert.Equal(0, TimeWeightedReturn.Of([Point(0, 0, 0), Point(1, 5, 5)]));
        Assert.Equal(-1, TimeWeightedReturn.Of([Point(0, 100, 0), Point(1, 0, 0)]));
        Assert.Equal(.1, TimeWeightedReturn.Of([Point(0, 0, 0), Point(1, 100, 100), Point(2, 110, 0)])!.Value, 12);
    }

    // The example of Microsoft's page on XIRR.
    [Fact]
    public void The_example_of_the_spreadsheet_has_the_rate_of_the_spreadsheet()
    {
        var rate = MoneyWeightedReturn.Of(
        [
            Flow("2008-01-01", -10_000), Flow("2008-03-01", 2_750), Flow("2008-10-30", 4_250), Flow("2009-02-15", 3_250), Flow("2009-04-01", 2_750),
        ]);

        Assert.Equal(RateOutcome.Found, rate.Outcome);
        Assert.Equal(0.373362535, rate.Annual!.Value, tolerance: 1e-8);   // a spreadsheet stops there
        Assert.Equal(Math.Pow(1 + rate.Annual.Value, 456 / 365.0) - 1, rate.Period!.Value, 10);
    }

    // 100 for half a year, 100 more for the other half, 210 at the end: 100x² + 100x = 210.
    [Fact]
    public void A_deposit_in_the_middle_leads_to_a_square()
    {
        var rate = MoneyWeightedReturn.Of([Point(0, 100, 0), Point(182.5, 200, 100), Point(365, 210, 0)]);

        var half = (-100 + Math.Sqrt(100 * 100 + 4 * 100 * 210)) / 200;
        Assert.Equal(half * half - 1, rate.Annual!.Value, 10);
    }

    [Fact]
    public void No_rate_and_several_rates_are_said()
    {
        Assert.Equal(RateOutcome.NoRate, MoneyWeightedReturn.Of([Flow("2008-01-01", 100), Flow("2009-01-01", 100)]).Outcome);
        Assert.Equal(RateOutcome.NoRate, MoneyWeightedReturn.Of([Point(0, 100, 0), Point(10, 0, 0)]).Outcome);
        Assert.Equal(RateOutcome.NoRate, MoneyWeightedReturn.Of([Point(0, 100, 0)]).Outcome);
        // -100 + 230x - 132x² is zero at 1/1.1 and at 1/1.2.
        Assert.Equal(RateOutcome.SeveralRates, MoneyWeightedReturn.Of([Flow("2008-01-01", -100), Flow("2008-07-01", 230), Flow("2008-12-30", -132)]).Outcome);
    }

    [Fact]
    public void Without_flows_both_returns_are_one() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Curves.ToArbitrary(), gains =>
    {
        var curve = Build(gains, depositAt: -1);

        var total = (double)(curve[^1].Equity / curve[0].Equity) - 1;
        Assert.Equal(total, TimeWeightedReturn.Of(curve)!.Value, 9);
        Assert.Equal(total, MoneyWeightedReturn.Of(curve).Period!.Value, 9);
    }));

    [Fact]
    public void A_deposit_at_any_moment_leaves_the_time_weighted_return_as_it_is() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from gains in Curves from at in Gen.Choose(1, gains.Length) select (gains, at)).ToArbitrary(), sample =>
        Assert.Equal(TimeWeightedReturn.Of(Build(sample.gains, -1))!.Value, TimeWeightedReturn.Of(Build(sample.gains, sample.at))!.Value, 9)));

    // What the rate promises: the flows are worth nothing together at the beginning, reckoned here with powers of days instead of a logarithm.
    [Fact]
    public void At_the_rate_that_is_found_the_flows_are_worth_nothing_together() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from gains in Curves from at in Gen.Choose(1, gains.Length) select (gains, at)).ToArbitrary(), sample =>
        {
            var curve = Build(sample.gains, sample.at);
            var rate = MoneyWeightedReturn.Of(curve);
            Assert.Equal(RateOutcome.Found, rate.Outcome);
            var worth = -(double)curve[0].Equity + curve.Skip(1).Select((point, day) =>
                ((double)-point.Flow + (point == curve[^1] ? (double)point.Equity : 0)) / Math.Pow(1 + rate.Period!.Value, (day + 1.0) / sample.gains.Length)).Sum();
            Assert.Equal(0, worth, 4);
        }));

    private static Gen<int[]> Curves => from length in Gen.Choose(1, 40) from gains in Gen.ArrayOf(Gen.Choose(-200, 250), length) select gains;

    // A curve of days with gains in thousandths; a deposit of as much as there was at one of them.
    private static EquityPoint[] Build(int[] gains, int depositAt)
    {
        var points = new List<EquityPoint> { Point(0, 1_000, 0) };
        for (var day = 1; day <= gains.Length; day++)
        {
            var grown = points[^1].Equity * (1 + gains[day - 1] / 1_000m);
            var deposit = day == depositAt ? decimal.Round(grown, 2) : 0;
            points.Add(Point(day, grown + deposit, deposit));
        }
        return [.. points];
    }

    private static EquityPoint Point(double days, decimal equity, decimal flow) => new(Start + TimeSpan.FromDays(days), equity, flow);

    private static CashFlow Flow(string day, decimal amount) => new(Timestamp.Parse($"{day}T00:00:00Z"), amount);
}
