namespace Fincord.Benchmarks.Trading;

/// <summary>Counts durations in 100,000 equal steps, so that recording one costs next to nothing. For one thread.</summary>
/// <param name="step">Nanoseconds in a step.</param>
internal sealed class LatencyHistogram(int step = 10)
{

    private readonly long[] _counts = new long[100_001];
    private long _total;

    /// <summary>The longest in nanoseconds.</summary>
    public long Maximum { get; private set; }

    public void Record(long nanoseconds)
    {
        _counts[Math.Min(nanoseconds / step, _counts.Length - 1)]++;
        _total++;
        if (nanoseconds > Maximum) Maximum = nanoseconds;
    }

    /// <summary>The upper end of the step that holds the quantile, in nanoseconds.</summary>
    public double Quantile(double quantile)
    {
        var rank = (long)Math.Ceiling(_total * quantile);
        for (var (at, below) = (0, 0L); at < _counts.Length - 1; at++)
            if ((below += _counts[at]) >= rank) return Math.Min((at + 1L) * step, Maximum);
        return Maximum;
    }
}
