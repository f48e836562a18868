using Fincord.Domain.Markets;

namespace Fincord.Domain.Metrics;

/// <summary>Money that an investor received (paid when negative).</summary>
/// <param name="At">When.</param>
/// <param name="Amount">How much, in one currency.</param>
public readonly record struct CashFlow(Timestamp At, decimal Amount);

/// <summary>Whether a rate was found.</summary>
public enum RateOutcome : byte
{
    /// <summary>Exactly one rate fits.</summary>
    Found = 1,
    /// <summary>No rate fits: all flows go one way, or everything was lost.</summary>
    NoRate = 2,
    /// <summary>More than one rate fits, so none of them says anything.</summary>
    SeveralRates = 3,
}

/// <summary>
/// The money-weighted return (internal rate of return, XIRR): the one rate at which all that was paid in would have become all that came out,
/// at the times when it did. A year has 365 days (ACT/365), and parts of days count.
/// </summary>
/// <param name="Outcome">Whether there is one.</param>
/// <param name="Period">The return over the whole period, as a fraction; null without a rate.</param>
/// <param name="Annual">The same per year; null without a rate, and where it is beyond all numbers because the period is so short.</param>
public sealed record MoneyWeightedReturn(RateOutcome Outcome, double? Period, double? Annual)
{
    private const double NanosecondsPerYear = 365.0 * 86_400 * Timestamp.NanosecondsPerSecond;

    // Growth over the whole period is looked for between e^-20 and e^20, in steps fine enough to see two roots apart.
    private const double Range = 20;
    private const int Steps = 2_000;

    /// <summary>No rate.</summary>
    public static readonly MoneyWeightedReturn None = new(RateOutcome.NoRate, null, null);

    /// <summary>The rate of a curve: its first point is paid, its last is received, and flows between them are paid or received.</summary>
    public static MoneyWeightedReturn Of(IReadOnlyList<EquityPoint> curve) => curve.Count < 2 ? None : Of(
    [
        new(curve[0].At, -curve[0].Equity),
        .. curve.Skip(1).Where(point => point.Flow != 0).Select(point => new CashFlow(point.At, -point.Flow)),
        new(curve[^1].At, curve[^1].Equity),
    ]);

    /// <summary>The rate of payments, in order of time.</summary>
    public static MoneyWeightedReturn Of(IReadOnlyList<CashFlow> flows)
    {
        var length = flows.Count < 2 ? 0 : (double)flows[^1].At.Nanoseconds - flows[0].At.Nanoseconds;
        if (length <= 0) return None;
        var terms = flows.Select(flow => (Amount: (double)flow.Amount, When: (flow.At.Nanoseconds - (double)flows[0].At.Nanoseconds) / length)).ToArray();
        // What all flows are worth at the beginning when money grows by e^logGrowth over the period.
        double Worth(double logGrowth) => terms.Sum(flow => flow.Amount * Math.Exp(-logGrowth * flow.When));

        double? root = null;
        var (low, worthOfLow) = (-Range, Worth(-Range));
        for (var step = 1; step <= Steps; step++)
        {
            var high = Range * (2.0 * step / Steps - 1);
            var worthOfHigh = Worth(high);
            if (worthOfHigh == 0 || worthOfLow * worthOfHigh < 0)
            {
                if (root is not null) return new(RateOutcome.SeveralRates, null, null);
                root = worthOfHigh == 0 ? high : Bisect(Worth, low, high);
            }
            (low, worthOfLow) = (high, worthOfHigh);
        }
        if (root is not { } found) return None;
        var annual = Math.Exp(found * NanosecondsPerYear / length) - 1;
        return new(RateOutcome.Found, Math.Exp(found) - 1, double.IsFinite(annual) ? annual : null);
    }

    // Halving a bracket never fails; after 60 times it is as small as a double can tell.
    private static double Bisect(Func<double, double> worth, double low, double high)
    {
        var sign = Math.Sign(worth(low));
        for (var round = 0; round < 60; round++)
        {
            var middle = (low + high) / 2;
            if (Math.Sign(worth(middle)) == sign) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
