using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>Counts durations by their upper bounds in milliseconds.</summary>
internal sealed class LatencyHistogram
{
    private static readonly long[] Bounds = [1, 2, 4, 6, 8, 10, 50, 100, 200, 400, 800, 1_000, 1_500, 2_000, 5_000, 10_000, 15_000];
    private static readonly KeyValuePair<string, object?>[] Tags =
        [.. Bounds.Append(long.MaxValue).Select(bound => new KeyValuePair<string, object?>("duration", $"{bound}ms"))];

    private readonly long[] _counts = new long[Bounds.Length + 1];
    private long _sum;

    public long Count => _counts.Sum();

    public long SumMilliseconds => Interlocked.Read(ref _sum);

    public void Record(long milliseconds)
    {
        var bucket = 0;
        while (bucket < Bounds.Length && milliseconds > Bounds[bucket]) bucket++;
        Interlocked.Increment(ref _counts[bucket]);
        Interlocked.Add(ref _sum, milliseconds);
    }

    public IEnumerable<Measurement<long>> Buckets() =>
        Tags.Select((tag, bucket) => new Measurement<long>(Interlocked.Read(ref _counts[bucket]), tag));
}
