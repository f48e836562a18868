using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;

namespace Fincord.Schemas.Views;

/// <summary>How well an account did. Returns are fractions; what is not defined is null.</summary>
/// <param name="From">The mark that it begins with; null without marks.</param>
/// <param name="To">The mark that it ends with; null without marks.</param>
/// <param name="TimeWeightedReturn">What a unit of money that stayed all the time became, less one; not annualized.</param>
/// <param name="MoneyWeightedReturn">The internal rate of return over the period.</param>
/// <param name="MoneyWeightedAnnual">The same per year of 365 days (XIRR).</param>
/// <param name="MoneyWeightedOutcome">Whether exactly one such rate exists.</param>
/// <param name="Definition">Whose definitions the metrics below follow.</param>
/// <param name="SampleSize">How many daily returns they are made of; days are cut at midnight UTC, and days without marks count as flat.</param>
/// <param name="PeriodsPerYear">Days per year: 365, since accounts are marked every day.</param>
/// <param name="AnnualReturn">Compounded return per year.</param>
/// <param name="Volatility">Standard deviation per year.</param>
/// <param name="Sharpe">Sharpe ratio per year, risk-free rate zero.</param>
/// <param name="SharpeLow">The lower end of its 95 % confidence interval.</param>
/// <param name="SharpeHigh">The upper end.</param>
/// <param name="Sortino">Sortino ratio per year.</param>
/// <param name="Calmar">Annual return over the largest drawdown.</param>
/// <param name="MaxDrawdown">The largest loss from a peak of daily closes: 0, or negative.</param>
/// <param name="LongestDrawdownDays">The most days below a peak; a drawdown that goes on counts to the last day.</param>
public sealed record PerformanceView(
    Timestamp? From,
    Timestamp? To,
    double? TimeWeightedReturn,
    double? MoneyWeightedReturn,
    double? MoneyWeightedAnnual,
    RateOutcome MoneyWeightedOutcome,
    string Definition,
    int SampleSize,
    int PeriodsPerYear,
    double? AnnualReturn,
    double? Volatility,
    double? Sharpe,
    double? SharpeLow,
    double? SharpeHigh,
    double? Sortino,
    double? Calmar,
    double MaxDrawdown,
    int LongestDrawdownDays)
{
    /// <summary>The view of a curve and its daily returns.</summary>
    public static PerformanceView Of(IReadOnlyList<EquityPoint> curve, IReadOnlyList<double> returns)
    {
        var (rate, metrics) = (Domain.Metrics.MoneyWeightedReturn.Of(curve), PerformanceMetrics.Of(returns, periodsPerYear: 365));
        return new(
            curve.Count > 0 ? curve[0].At : null, curve.Count > 0 ? curve[^1].At : null, Domain.Metrics.TimeWeightedReturn.Of(curve),
            rate.Period, rate.Annual, rate.Outcome, PerformanceMetrics.Definition, metrics.SampleSize, metrics.PeriodsPerYear, metrics.AnnualReturn,
            metrics.Volatility, metrics.Sharpe, metrics.SharpeInterval?.Low, metrics.SharpeInterval?.High, metrics.Sortino, metrics.Calmar,
            metrics.Drawdown.Depth, metrics.Drawdown.LongestPeriods);
    }
}
