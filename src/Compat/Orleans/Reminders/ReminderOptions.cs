namespace Orleans.Hosting;

/// <summary>How reminders are kept.</summary>
public sealed class ReminderOptions
{
    /// <summary>The shortest period that may be registered: 1 min by default.</summary>
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the table is read again, for what other programs have changed in it: every 5 min by default.</summary>
    public TimeSpan RefreshReminderListPeriod { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long before its next tick a reminder is loaded from the table: 10 min by default, and not less than
    /// <see cref="RefreshReminderListPeriod"/>. A longer window stands longer failures of the table, and takes more memory.
    /// </summary>
    public TimeSpan ReminderLoadingWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the silo's start may wait for the table: 5 min by default. Then the silo does not start.</summary>
    public TimeSpan InitializationTimeout { get; set; } = TimeSpan.FromMinutes(5);
}
