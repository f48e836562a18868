namespace Orleans.Reminders;

/// <summary>The key under which reminders look for a <see cref="TimeProvider"/> of their own; without one they use that of the host.</summary>
public static class ReminderTimeProviderNames
{
    /// <summary>The clock of reminders.</summary>
    public const string Reminders = "Orleans.Reminders";
}
