using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>Counts activations.</summary>
internal sealed class CatalogInstruments
{
    private readonly Counter<int> _created;
    private readonly Counter<int> _destroyed;
    private readonly Counter<int> _failed;
    private readonly Counter<int> _shutDown;
    private readonly Counter<int> _collections;
    private readonly Histogram<double> _activationLatency;
    private readonly Histogram<double> _deactivationLatency;
    private readonly UpDownCounter<int> _grains;

    public CatalogInstruments(Meter meter, Func<IEnumerable<Activation>> activations)
    {
        meter.CreateObservableGauge("orleans-catalog-activations", () => activations().CountBy(one => one.Class)
            .Select(one => new Measurement<int>(one.Value, one.Key.MetricTag)));
        _created = meter.CreateCounter<int>("orleans-catalog-activation-created");
        _destroyed = meter.CreateCounter<int>("orleans-catalog-activation-destroyed");
        _failed = meter.CreateCounter<int>("orleans-catalog-activation-failed-to-activate");
        _shutDown = meter.CreateCounter<int>("orleans-catalog-activation-shutdown");
        _collections = meter.CreateCounter<int>("orleans-catalog-activation-collections");
        _activationLatency = meter.CreateHistogram<double>("orleans-catalog-activation-latency", "ms");
        _deactivationLatency = meter.CreateHistogram<double>("orleans-catalog-deactivation-latency", "ms");
        _grains = meter.CreateUpDownCounter<int>("orleans-grains");
    }

    /// <summary>When an activation or deactivation begins, in ticks of <see cref="Stopwatch"/>; zero while nobody measures it.</summary>
    public long Begin() => _activationLatency.Enabled || _deactivationLatency.Enabled ? Stopwatch.GetTimestamp() : 0;

    public void Created(GrainClass grainClass)
    {
        _created.Add(1, grainClass.MetricTag);
        _grains.Add(1, grainClass.MetricTag);
    }

    /// <summary>The grain has begun to take calls, or failed to.</summary>
    public void Activated(GrainClass grainClass, long began, Exception? failure)
    {
        if (failure is not null) _failed.Add(1, grainClass.MetricTag);
        if (began == 0) return;
        _activationLatency.Record(
            Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            new("status", failure switch { null => "success", OperationCanceledException => "canceled", _ => "error" }),
            new("directory", grainClass.StatelessWorker is null ? "enabled" : "disabled"),
            grainClass.MetricTag);
    }

    /// <summary>The grain has ended after it took calls.</summary>
    public void ShutDown(GrainClass grainClass, DeactivationReasonCode reason, long began)
    {
        var via = new KeyValuePair<string, object?>("via", reason switch
        {
            DeactivationReasonCode.ActivationIdle => "collection",
            DeactivationReasonCode.ActivationUnresponsive => "deactivateStuckActivation",
            _ => "deactivateOnIdle",
        });
        _shutDown.Add(1, via, grainClass.MetricTag);
        if (began != 0) _deactivationLatency.Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds, via, grainClass.MetricTag);
    }

    /// <summary>The activation is gone, whether it ever took calls or not.</summary>
    public void Destroyed(GrainClass grainClass)
    {
        _destroyed.Add(1, grainClass.MetricTag);
        _grains.Add(-1, grainClass.MetricTag);
    }

    /// <summary>Idle activations were looked for.</summary>
    public void Collected() => _collections.Add(1);
}
