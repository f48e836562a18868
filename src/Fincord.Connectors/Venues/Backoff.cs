namespace Fincord.Connectors.Venues;

/// <summary>How long to wait after failures in a row: doubling, up to a most, with jitter so that many do not come back at once.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Func<double> random)
{
    private const int MaxDoublings = 20;

    /// <summary>The wait after so many failures, at least 1: between a half and the whole of the doubled pause.</summary>
    public TimeSpan After(int failures)
    {
        var whole = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, MaxDoublings)));
        return TimeSpan.FromMilliseconds(whole * (0.5 + 0.5 * random()));
    }
}
