using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>Refuses options under which ticks would be lost.</summary>
internal sealed class ReminderOptionsValidator(IOptions<ReminderOptions> options) : ISiloValidator
{
    public void Validate()
    {
        var given = options.Value;
        Require(given.MinimumReminderPeriod >= TimeSpan.Zero, $"{nameof(ReminderOptions.MinimumReminderPeriod)} must not be negative");
        Require(given.RefreshReminderListPeriod > TimeSpan.Zero, $"{nameof(ReminderOptions.RefreshReminderListPeriod)} must be positive");
        // Whatever falls due before the next look at the table must be in memory after this one.
        Require(
            given.ReminderLoadingWindow >= given.RefreshReminderListPeriod,
            $"{nameof(ReminderOptions.ReminderLoadingWindow)} must not be less than {nameof(ReminderOptions.RefreshReminderListPeriod)}");
    }

    private static void Require(bool isMet, string demand)
    {
        if (!isMet) throw new OrleansConfigurationException($"{nameof(ReminderOptions)}: {demand}.");
    }
}
