using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Reminders;

/// <summary>Checks what grains ask for and hands it to the service.</summary>
internal sealed class ReminderRegistry(ReminderService service, IOptions<ReminderOptions> options) : IReminderRegistry
{
    public Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        // Infinity is negative, too.
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        var shortest = options.Value.MinimumReminderPeriod;
        if (period < shortest)
            throw new ArgumentException($"Reminder '{reminderName}' has the period {period}; the shortest allowed is {shortest}.", nameof(period));
        ArgumentException.ThrowIfNullOrEmpty(reminderName);
        return Service().Register(callingGrainId, reminderName, dueTime, period);
    }

    public Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder) => Service().Unregister((ReminderEntry)reminder);

    public Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName)
    {
        ArgumentException.ThrowIfNullOrEmpty(reminderName);
        return Service().Find(callingGrainId, reminderName);
    }

    public Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) => Service().FindAll(callingGrainId);

    private ReminderService Service()
    {
        if (Activation.Current is null) throw new InvalidOperationException("Only grains have reminders: this code runs outside of one.");
        return service;
    }
}
