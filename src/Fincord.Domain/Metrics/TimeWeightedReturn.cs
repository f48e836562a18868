namespace Fincord.Domain.Metrics;

/// <summary>
/// The time-weighted return: what a unit of money that stayed from the beginning became, whatever came and went meanwhile. The curve is cut at
/// each flow and the parts' growths are multiplied (GIPS, "true" time weighting), so it needs a point at each flow.
/// </summary>
public static class TimeWeightedReturn
{
    /// <summary>
    /// The return over a curve as a fraction (0.05 is 5 %), not annualized; 0 for one point. Null where it is not defined: without points, or when
    /// gains or losses were made while the equity was zero or less.
    /// </summary>
    public static double? Of(IEnumerable<EquityPoint> curve)
    {
        EquityPoint? before = null;
        var growth = 1.0;
        foreach (var point in curve)
        {
            if (before is not null)
            {
                if (GrowthBetween(before, point) is not { } part) return null;
                growth *= part;
            }
            before = point;
        }
        return before is null ? null : growth - 1;
    }

    // Nothing that neither gained nor lost stayed what it was, even when it was nothing.
    private static double? GrowthBetween(EquityPoint before, EquityPoint point)
    {
        var gain = point.GainSince(before);
        return gain == 0 ? 1 : before.Equity > 0 ? 1 + (double)gain / (double)before.Equity : null;
    }
}
