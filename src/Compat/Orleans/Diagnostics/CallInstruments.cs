using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>Counts calls and what becomes of them.</summary>
internal sealed class CallInstruments
{
    private readonly Counter<long> _timedOut;
    private readonly Counter<long> _canceled;
    private readonly Counter<int> _expired;
    private readonly Counter<int> _rejected;
    private readonly Histogram<double> _latency;
    private readonly ObservableCounter<long> _sentCounter;
    private readonly ObservableCounter<long> _forwardedCounter;
    private long _sent;
    private long _forwarded;

    public CallInstruments(Meter meter)
    {
        _timedOut = meter.CreateCounter<long>("orleans-app-requests-timedout");
        _canceled = meter.CreateCounter<long>("orleans-app-requests-canceled");
        _latency = meter.CreateHistogram<double>("orleans-app-requests-latency", "ms");
        _expired = meter.CreateCounter<int>("orleans-messaging-expired");
        _rejected = meter.CreateCounter<int>("orleans-messaging-rejected");
        _sentCounter = meter.CreateObservableCounter("orleans-messaging-sent-local", () => Interlocked.Read(ref _sent));
        _forwardedCounter = meter.CreateObservableCounter(
            "orleans-messaging-processing-dispatcher-forwarded", () => Interlocked.Read(ref _forwarded));
    }

    /// <summary>When a call begins, in ticks of <see cref="Stopwatch"/>; zero while nobody listens: the clock is not read for nothing.</summary>
    public long Begin()
    {
        if (_sentCounter.Enabled) Interlocked.Increment(ref _sent);
        return _latency.Enabled ? Stopwatch.GetTimestamp() : 0;
    }

    public void End(long began) => _latency.Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds);

    /// <summary>The caller waits no more, because its time is over.</summary>
    public void TimedOut(GrainType grainType) => _timedOut.Add(1, new KeyValuePair<string, object?>("grain_type", grainType.ToString()));

    /// <summary>The caller waits no more, because it cancelled.</summary>
    public void Canceled(GrainType grainType) => _canceled.Add(1, new KeyValuePair<string, object?>("grain_type", grainType.ToString()));

    /// <summary>A call was too late when its turn came, and was not executed.</summary>
    public void Expired() => _expired.Add(1, new KeyValuePair<string, object?>("Phase", "Dispatch"));

    /// <summary>A call was refused by the runtime.</summary>
    public void Rejected(bool oneWay) => _rejected.Add(1, new KeyValuePair<string, object?>("Direction", oneWay ? "OneWay" : "Request"));

    /// <summary>A call met an activation at its end and went to the next.</summary>
    public void Forwarded()
    {
        if (_forwardedCounter.Enabled) Interlocked.Increment(ref _forwarded);
    }
}
