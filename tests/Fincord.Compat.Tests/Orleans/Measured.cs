using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>What was measured under a name.</summary>
/// <param name="Name">The instrument's name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The value.</param>
/// <param name="Tags">The tags.</param>
internal sealed record Measurement(string Name, string? Unit, double Value, IReadOnlyDictionary<string, string> Tags);

/// <summary>Hears of all that silos measure. Tests run side by side, so what it hears may be another test's.</summary>
internal sealed class Measured : IDisposable
{
    private readonly ConcurrentQueue<Measurement> _all = new();
    private readonly MeterListener _listener = new();

    public Measured()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Microsoft.Orleans") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IEnumerable<Measurement> Of(string name) => _all.Where(one => one.Name == name);

    /// <summary>The values under this name that have this tag.</summary>
    public IEnumerable<Measurement> Of(string name, string tag, string value) => Of(name).Where(one => one.Tags.GetValueOrDefault(tag) == value);

    /// <summary>Asks the instruments that tell their value when asked.</summary>
    public void Ask() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _all.Enqueue(new(
        instrument.Name, instrument.Unit, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => $"{tag.Value}", StringComparer.Ordinal)));
}
