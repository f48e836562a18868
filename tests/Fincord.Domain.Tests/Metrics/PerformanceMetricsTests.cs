using Fincord.Domain.Metrics;

namespace Fincord.Domain.Tests.Metrics;

/// <summary>Against numbers that empyrical's and quantstats' own sources gave for these returns (pandas 1.5.3), to all printed digits.</summary>
public sealed class PerformanceMetricsTests
{
    private static readonly double[] Returns = [.010, -.006, .004, .012, -.015, -.008, .007, 0, .011, -.004, .009, .003];

    [Fact]
    public void The_golden_returns_have_the_metrics_of_empyrical()
    {
        var metrics = PerformanceMetrics.Of(Returns, periodsPerYear: 252);

        Assert.Equal(12, metrics.SampleSize);
        Assert.Equal(.02282645, metrics.TotalReturn!.Value, 8);
        Assert.Equal(.606353, metrics.AnnualReturn!.Value, 6);
        Assert.Equal(.136802, metrics.Volatility!.Value, 6);
        Assert.Equal(3.530647, metrics.Sharpe!.Value, 6);
        Assert.Equal(5.707689, metrics.Sortino!.Value, 6);
        Assert.Equal(26.501436, metrics.Calmar!.Value, 6);
        Assert.Equal(-.02288, metrics.Drawdown.Depth, 5);
    }

    // The textbook probability that the ratio is above zero is .753385; its normal quantile is ratio / error.
    [Fact]
    public void The_error_of_the_ratio_is_the_one_of_the_textbook()
    {
        var metrics = PerformanceMetrics.Of(Returns, periodsPerYear: 252);

        var (low, high) = metrics.SharpeInterval!.Value;
        var error = (high - low) / 2 / 1.959963984540054;
        Assert.Equal(metrics.Sharpe!.Value, (low + high) / 2, 12);
        Assert.Equal(.753385, NormalProbability(metrics.Sharpe.Value / error), 6);
    }

    [Fact]
    public void The_golden_returns_have_the_value_at_risk_of_empyrical_and_the_normal_one_of_quantstats()
    {
        double[] sorted = [.. Returns.Order()];
        var moments = Moments.Of(sorted);

        Assert.Equal(-.011150, TailRisk.Quantile(sorted, .05), 6);
        Assert.Equal(-.015, TailRisk.Shortfall(sorted, .05), 6);
        Assert.Equal(-.012258, moments.Mean - 1.6448536269514722 * moments.Deviation!.Value, 6);
    }

    [Fact]
    public void What_is_not_defined_is_null()
    {
        var empty = PerformanceMetrics.Of([], 365);
        Assert.Equal((null, null, null, null), (empty.TotalReturn, empty.AnnualReturn, empty.Volatility, empty.Sharpe));

        var steady = PerformanceMetrics.Of([.01, .01, .01, .01, .01], 365);
        Assert.Equal((null, null, null, null), (steady.Sharpe, steady.SharpeInterval, steady.Sortino, steady.Calmar));
        Assert.Equal(Math.Pow(1.01, 365) - 1, steady.AnnualReturn!.Value, 6);

        Assert.Equal(-1, PerformanceMetrics.Of([.1, -1], 365).AnnualReturn);
    }

    [Fact]
    public void A_drawdown_that_goes_on_counts_to_the_last_period_and_the_beginning_is_the_first_peak()
    {
        Assert.Equal(new Drawdown(-.5, 3), Drawdown.Of([-.5, .1, .1]) with { Depth = -.5 });
        Assert.Equal(-.5, Drawdown.Of([-.5, .1, .1]).Depth, 12);
        Assert.Equal(2, Drawdown.Of([.1, -.1, .05, .2, -.01]).LongestPeriods);
        Assert.Equal(default, Drawdown.Of([.1, 0, .2]));
    }

    [Fact]
    public void A_tail_needs_as_many_outcomes_as_make_one_of_it()
    {
        double[] outcomes = [.. Enumerable.Range(-50, 100)];

        Assert.Equal((20, 100), (TailRisk.NeededFor(.95), TailRisk.NeededFor(.99)));
        Assert.Null(TailRisk.At95(outcomes[..19]));
        Assert.Null(TailRisk.At99(outcomes[..99]));
        Assert.Equal(-50 + .05 * 99, TailRisk.At95(outcomes)!.ValueAtRisk, 9);
        Assert.Equal(-48, TailRisk.At95(outcomes)!.ExpectedShortfall, 9);
        Assert.Equal(-50, TailRisk.At99(outcomes)!.ExpectedShortfall, 9);
    }

    // Abramowitz and Stegun 7.1.26 has 1e-7; a plain integral has more.
    private static double NormalProbability(double x)
    {
        const int steps = 100_000;
        var width = x / steps;
        return .5 + Enumerable.Range(0, steps).Sum(step => Math.Exp(-Math.Pow((step + .5) * width, 2) / 2)) * width / Math.Sqrt(2 * Math.PI);
    }
}
