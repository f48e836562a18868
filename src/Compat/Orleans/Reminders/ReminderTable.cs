using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>A registered reminder.</summary>
/// <param name="GrainId">Whose it is.</param>
/// <param name="ReminderName">Its name among those of the grain.</param>
/// <param name="StartAt">When the first tick is due, UTC.</param>
/// <param name="Period">From one tick to the next.</param>
/// <param name="ETag">The version; it grows when the reminder is registered anew.</param>
internal sealed record ReminderEntry(GrainId GrainId, string ReminderName, DateTime StartAt, TimeSpan Period, string ETag) : IGrainReminder
{
    /// <summary>The first tick from now on; those before are not replayed.</summary>
    public DateTime FirstDue(DateTime now) => now <= StartAt ? StartAt : NextDue(now);

    /// <summary>The next tick after now. A period of zero is as short as time gets.</summary>
    public DateTime NextDue(DateTime now)
    {
        var period = Math.Max(1, Period.Ticks);
        return now < StartAt ? StartAt : StartAt.AddTicks(((now - StartAt).Ticks / period + 1) * period);
    }
}

/// <summary>Where reminders are kept.</summary>
internal interface IReminderTable
{
    Task Start(CancellationToken cancellation);

    Task<List<ReminderEntry>> ReadAll();

    Task<List<ReminderEntry>> ReadRows(GrainId grainId);

    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Adds or replaces a reminder and gives it as it is kept.</summary>
    Task<ReminderEntry> Upsert(ReminderEntry entry);

    /// <summary>Removes a reminder; false when it is not there in this version.</summary>
    Task<bool> Remove(GrainId grainId, string reminderName, string etag);
}

/// <summary>Keeps reminders for as long as the silo lives.</summary>
internal sealed class MemoryReminderTable : IReminderTable
{
    private readonly ConcurrentDictionary<(GrainId GrainId, string Name), ReminderEntry> _rows = new();
    private int _versions;

    public Task Start(CancellationToken cancellation) => Task.CompletedTask;

    public Task<List<ReminderEntry>> ReadAll() => Task.FromResult(_rows.Values.ToList());

    public Task<List<ReminderEntry>> ReadRows(GrainId grainId) => Task.FromResult(_rows.Values.Where(row => row.GrainId == grainId).ToList());

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        Task.FromResult(_rows.GetValueOrDefault((grainId, reminderName)));

    public Task<ReminderEntry> Upsert(ReminderEntry entry)
    {
        var kept = entry with { ETag = Interlocked.Increment(ref _versions).ToString(CultureInfo.InvariantCulture) };
        _rows[(entry.GrainId, entry.ReminderName)] = kept;
        return Task.FromResult(kept);
    }

    public Task<bool> Remove(GrainId grainId, string reminderName, string etag) => Task.FromResult(
        _rows.TryGetValue((grainId, reminderName), out var row) && row.ETag == etag
        && _rows.TryRemove(KeyValuePair.Create((grainId, reminderName), row)));
}
