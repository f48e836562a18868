using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>Counts reminders and their ticks.</summary>
internal sealed class ReminderInstruments(Meter meter)
{
    private readonly Histogram<double> _tardiness = meter.CreateHistogram<double>("orleans-reminders-tardiness", "seconds");
    private readonly Counter<int> _delivered = meter.CreateCounter<int>("orleans-reminders-ticks-delivered");

    /// <summary>Shows how many reminders are in memory.</summary>
    public void Observe(Func<int> countReminders) => meter.CreateObservableGauge(
        "orleans-reminders-active", countReminders, description: "Reminders that are due within the loading window");

    /// <summary>A tick goes to its grain, this long after it was due.</summary>
    public void Ticks(TimeSpan tardiness) => _tardiness.Record(tardiness.TotalSeconds);

    /// <summary>The grain has taken the tick.</summary>
    public void Delivered() => _delivered.Add(1);
}
