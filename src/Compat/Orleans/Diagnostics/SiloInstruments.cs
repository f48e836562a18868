using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>What a silo counts, under the meter, names, units and tags that Microsoft.Orleans has, so that dashboards and alarms fit both.</summary>
internal sealed class SiloInstruments
{
    private readonly Counter<int> _longTurns;

    public SiloInstruments(IMeterFactory meters, Func<IEnumerable<Activation>> activations)
    {
        var meter = meters.Create("Microsoft.Orleans");
        Calls = new(meter);
        Catalog = new(meter, activations);
        Storage = new(meter);
        Reminders = new(meter);
        Streams = new(meter);
        _longTurns = meter.CreateCounter<int>("orleans-scheduler-long-running-turns");
    }

    public CallInstruments Calls { get; }

    public CatalogInstruments Catalog { get; }

    public StorageInstruments Storage { get; }

    public ReminderInstruments Reminders { get; }

    public StreamInstruments Streams { get; }

    public void LongTurn() => _longTurns.Add(1);
}
