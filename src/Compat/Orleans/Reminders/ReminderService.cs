using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>
/// Sends the ticks of the reminders of the table. Those that are due soon are in memory; the table is read again from time to time for the
/// next of them. A tick is due at the first one's time plus a whole number of periods; those that fell due while nobody could send them are
/// left out.
/// </summary>
internal sealed class ReminderService(IServiceProvider services, Silo silo, IOptions<ReminderOptions> options, ILogger<ReminderService> logger)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly Dictionary<(GrainId GrainId, string Name), Reminder> _reminders = [];
    private readonly CancellationTokenSource _stopped = new();

    // The table and the running reminders change together; otherwise a read of the table could bring back what was just removed.
    private readonly SemaphoreSlim _changing = new(1);

    public TimeProvider Time { get; } = services.GetRequiredKeyedService<TimeProvider>(ReminderTimeProviderNames.Reminders);

    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    public Silo Silo => silo;

    public ILogger Logger => logger;

    private IReminderTable Table => services.GetRequiredService<IReminderTable>();

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(ReminderService), ServiceLifecycleStage.Active, Start, _ =>
        {
            Dispose();
            return Task.CompletedTask;
        });

    public async Task<IGrainReminder> Register(GrainId grainId, string name, TimeSpan dueTime, TimeSpan period)
    {
        // Databases keep milliseconds; what is read back must be what runs.
        var first = Now + dueTime;
        first = first.AddTicks(-(first.Ticks % TimeSpan.TicksPerMillisecond));
        var asked = new ReminderEntry(grainId, name, first, period, ETag: "");
        return await Change(async () =>
        {
            var entry = await Table.Upsert(asked);
            RunWhenSoon(entry);
            return entry;
        });
    }

    public Task Unregister(ReminderEntry entry) => Change(async () =>
    {
        if (!await Table.Remove(entry.GrainId, entry.ReminderName, entry.ETag)
            && await Table.ReadRow(entry.GrainId, entry.ReminderName) is not null)
        {
            throw new ReminderException($"Reminder '{entry.ReminderName}' of {entry.GrainId} has been registered anew.");
        }
        End((entry.GrainId, entry.ReminderName));
        return true;
    });

    public async Task<IGrainReminder?> Find(GrainId grainId, string name) => await Table.ReadRow(grainId, name);

    public async Task<List<IGrainReminder>> FindAll(GrainId grainId) => [.. await Table.ReadRows(grainId)];

    public void Dispose() => _stopped.Cancel();

    private async Task Start(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Value.InitializationTimeout, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        await Table.Start(either.Token).WaitAsync(either.Token);
        await Refresh().WaitAsync(either.Token);
        silo.Instruments.Reminders.Observe(() => _reminders.Count);
        _ = KeepFresh();
    }

    private async Task KeepFresh()
    {
        using var timer = new PeriodicTimer(options.Value.RefreshReminderListPeriod, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopped.Token))
            {
                try
                {
                    await Refresh();
                }
                catch (OrleansException failure)
                {
                    logger.LogWarning(failure, "The table of reminders was not read; what is known of it goes on.");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private Task Refresh() => Change(async () =>
    {
        var rows = await Table.ReadAll();
        foreach (var gone in _reminders.Keys.Except(rows.Select(row => (row.GrainId, row.ReminderName))).ToArray()) End(gone);
        foreach (var row in rows)
        {
            // What runs knows best whether its tick is still to come.
            if (!_reminders.TryGetValue((row.GrainId, row.ReminderName), out var running) || running.Entry != row) RunWhenSoon(row);
            else if (!IsSoon(running.Due)) End((row.GrainId, row.ReminderName));
        }
        return true;
    });

    // Away from the grain that asks: should its activation die half-way, nobody else could change anything any more.
    private Task<T> Change<T>(Func<Task<T>> change) => Task.Run(async () =>
    {
        await _changing.WaitAsync();
        try
        {
            return await change();
        }
        finally
        {
            _changing.Release();
        }
    });

    private void RunWhenSoon(ReminderEntry entry)
    {
        var key = (entry.GrainId, entry.ReminderName);
        End(key);
        if (IsSoon(entry.FirstDue(Now))) _reminders.Add(key, new(this, entry, _stopped.Token));
    }

    private bool IsSoon(DateTime due) => due - Now <= options.Value.ReminderLoadingWindow;

    private void End((GrainId GrainId, string Name) key)
    {
        if (_reminders.Remove(key, out var ended)) ended.Dispose();
    }
}
