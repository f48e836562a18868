namespace Fincord.Benchmarks.Actors;

/// <summary>Counts durations in steps of 10 µs up to one second, so that quantiles of millions of them cost no memory. For any thread.</summary>
internal sealed class Lateness
{
    private const int StepMicroseconds = 10;

    private readonly int[] _counts = new int[100_001];
    private long _maximumTicks;

    public void Record(TimeSpan duration)
    {
        var step = Math.Clamp((long)duration.TotalMicroseconds / StepMicroseconds, 0, _counts.Length - 1);
        Interlocked.Increment(ref _counts[step]);
        for (var known = Volatile.Read(ref _maximumTicks); duration.Ticks > known;)
        {
            var seen = Interlocked.CompareExchange(ref _maximumTicks, duration.Ticks, known);
            if (seen == known) break;
            known = seen;
        }
    }

    /// <summary>How many were recorded.</summary>
    public long Count => _counts.Sum(count => (long)count);

    /// <summary>The longest, in microseconds.</summary>
    public double Maximum => TimeSpan.FromTicks(Volatile.Read(ref _maximumTicks)).TotalMicroseconds;

    /// <summary>The upper end of the step that holds the quantile, in microseconds.</summary>
    public double Quantile(double quantile)
    {
        var rank = (long)Math.Ceiling(Count * quantile);
        var below = 0L;
        for (var step = 0; step < _counts.Length; step++)
        {
            below += _counts[step];
            if (below >= rank) return Math.Min((step + 1) * (double)StepMicroseconds, Maximum);
        }
        return Maximum;
    }
}
