using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>What a silo counts, under the meter and the names that Microsoft.Orleans has, so that dashboards and alarms fit both.</summary>
internal sealed class SiloInstruments
{
    private readonly Counter<int> _created;
    private readonly Counter<int> _destroyed;
    private readonly Counter<int> _failedToActivate;
    private readonly Counter<long> _timedOut;
    private readonly Counter<long> _canceled;
    private readonly LatencyHistogram _latency = new();
    private readonly ObservableCounter<long> _latencySum;

    public SiloInstruments(IMeterFactory meters, Func<int> countActivations)
    {
        var meter = meters.Create("Microsoft.Orleans");
        meter.CreateObservableGauge("orleans-catalog-activations", countActivations);
        _created = meter.CreateCounter<int>("orleans-catalog-activation-created");
        _destroyed = meter.CreateCounter<int>("orleans-catalog-activation-destroyed");
        _failedToActivate = meter.CreateCounter<int>("orleans-catalog-activation-failed-to-activate");
        _timedOut = meter.CreateCounter<long>("orleans-app-requests-timedout");
        _canceled = meter.CreateCounter<long>("orleans-app-requests-canceled");
        meter.CreateObservableCounter("orleans-app-requests-latency-bucket", _latency.Buckets);
        meter.CreateObservableCounter("orleans-app-requests-latency-count", () => _latency.Count);
        _latencySum = meter.CreateObservableCounter("orleans-app-requests-latency-sum", () => _latency.SumMilliseconds);
    }

    /// <summary>When a call begins, in ticks of <see cref="Stopwatch"/>; zero while nobody listens: the clock is not read for nothing.</summary>
    public long BeginRequest() => _latencySum.Enabled ? Stopwatch.GetTimestamp() : 0;

    public void EndRequest(long began) => _latency.Record((long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);

    public void TimedOut(GrainType grainType) => _timedOut.Add(1, new KeyValuePair<string, object?>("grain_type", grainType.ToString()));

    public void Canceled(GrainType grainType) => _canceled.Add(1, new KeyValuePair<string, object?>("grain_type", grainType.ToString()));

    public void Activated() => _created.Add(1);

    public void FailedToActivate() => _failedToActivate.Add(1);

    public void Deactivated() => _destroyed.Add(1);
}

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
