namespace Fincord.Domain.Metrics;

/// <summary>
/// How good a series of period returns was, by the definitions of empyrical (<c>stats.py</c>) with a risk-free rate of zero. What is not defined
/// (no loss to divide by, too few returns) is null, never a number that stands for it.
/// </summary>
/// <param name="SampleSize">How many returns.</param>
/// <param name="PeriodsPerYear">How many periods a year has: 365 for days of markets that never close, 252 for days of exchanges.</param>
/// <param name="TotalReturn">What one became, less one.</param>
/// <param name="AnnualReturn">The same per year, compounded: (1 + total)^(periods per year / n) - 1.</param>
/// <param name="Volatility">Sample standard deviation, times the root of the periods per year.</param>
/// <param name="Sharpe">Mean over standard deviation, times the root of the periods per year.</param>
/// <param name="SharpeInterval">
/// Its 95 % confidence interval, by the error of Mertens (2002): variance (1 - skewness·SR + (kurtosis - 1)/4·SR²)/(n - 1) of the ratio per period.
/// </param>
/// <param name="Sortino">Mean per year over downside deviation per year, which is the root mean square of the negative returns over all periods.</param>
/// <param name="Calmar">Annual return over the largest drawdown.</param>
/// <param name="Drawdown">The largest drawdown.</param>
public sealed record PerformanceMetrics(
    int SampleSize,
    int PeriodsPerYear,
    double? TotalReturn,
    double? AnnualReturn,
    double? Volatility,
    double? Sharpe,
    (double Low, double High)? SharpeInterval,
    double? Sortino,
    double? Calmar,
    Drawdown Drawdown)
{
    /// <summary>The name of these definitions.</summary>
    public const string Definition = "empyrical";

    /// <summary>The metrics of period returns, as fractions.</summary>
    public static PerformanceMetrics Of(IReadOnlyList<double> returns, int periodsPerYear)
    {
        var (moments, drawdown, root) = (Moments.Of(returns), Drawdown.Of(returns), Math.Sqrt(periodsPerYear));
        double? total = moments.Count == 0 ? null : returns.Aggregate(1.0, (value, part) => value * (1 + part)) - 1;
        // What lost everything, or more, has no rate per year.
        double? annual = total > -1 ? Math.Pow(1 + total.Value, (double)periodsPerYear / moments.Count) - 1 : total is null ? null : -1;
        var ratio = moments.Mean / Positive(moments.Deviation);
        var downside = moments.Count == 0 ? 0 : Math.Sqrt(returns.Average(part => Math.Pow(Math.Min(part, 0), 2)));
        return new(
            moments.Count, periodsPerYear, total, annual, moments.Deviation * root, ratio * root, IntervalOf(ratio, moments, root),
            moments.Mean * root / Positive(downside), annual / Positive(-drawdown.Depth), drawdown);
    }

    private static (double Low, double High)? IntervalOf(double? ratio, Moments moments, double root)
    {
        if (ratio is not { } sharpe || moments is not { Skewness: { } skewness, Kurtosis: { } kurtosis }) return null;
        var variance = (1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe) / (moments.Count - 1);
        if (variance < 0) return null;
        var reach = NormalQuantile.OfTwoSided95 * Math.Sqrt(variance);
        return ((sharpe - reach) * root, (sharpe + reach) * root);
    }

    private static double? Positive(double? divisor) => divisor > 0 ? divisor : null;
}
