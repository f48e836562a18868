namespace Fincord.Domain.Metrics;

/// <summary>The largest loss from a peak.</summary>
/// <param name="Depth">The loss as a fraction of the peak: 0, or negative.</param>
/// <param name="LongestPeriods">The most periods from a peak until it was reached again; one that was not counts to the last period.</param>
public readonly record struct Drawdown(double Depth, int LongestPeriods)
{
    /// <summary>The drawdown of something that grew by these returns; what it was at the beginning is the first peak.</summary>
    public static Drawdown Of(IEnumerable<double> returns)
    {
        var (value, peak, depth) = (1.0, 1.0, 0.0);
        var (below, longest) = (0, 0);
        foreach (var part in returns)
        {
            value *= 1 + part;
            below = value >= peak ? 0 : below + 1;
            peak = Math.Max(peak, value);
            depth = Math.Min(depth, value / peak - 1);
            longest = Math.Max(longest, below);
        }
        return new(depth, longest);
    }
}
