using System.Globalization;
using Fincord.Compat.Tests.Orleans.Databases;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Reminders;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

public interface IPunctual : IGrainWithStringKey
{
    Task Remind(TimeSpan dueTime, TimeSpan period);
}

[GrainType("punctual")]
internal sealed class PunctualGrain(Gates gates) : Grain, IPunctual, IRemindable
{
    public Task Remind(TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder("beat", dueTime, period);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        gates.Note(status.CurrentTickTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        gates.Reach($"tick {status.CurrentTickTime:HH:mm}");
        return Task.CompletedTask;
    }
}

/// <summary>Tells of every timer that somebody sets on a clock, so that a test moves it only when someone waits.</summary>
internal sealed class WatchedTime(ManualTime time, Gates gates) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        gates.Reach($"timer {time.GetUtcNow() + dueTime:HH:mm}");
        return timer;
    }
}

/// <summary>The cadence on virtual time.</summary>
public sealed class VirtualReminderTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task S31_Ticks_keep_the_cadence_of_the_first_and_those_missed_are_not_replayed()
    {
        await using var database = TestDatabase.CreateSqlite();
        var time = new ManualTime();
        var gates = new Gates();
        await using (var before = await Deploy(database, time, gates))
        {
            await before.Client.GetGrain<IPunctual>("a").Remind(3 * Minute, 10 * Minute);
            await Until(time, gates, 3);
            await Until(time, gates, 13);
        }
        // 23, 33 and 43 pass while nobody is there. (The table is read again every five minutes: not when a tick is due.)
        time.Advance(34 * Minute);
        await using var after = await Deploy(database, time, gates);
        await Until(time, gates, 53);
        await Until(time, gates, 63);

        Assert.Equal(["00:03:00", "00:13:00", "00:53:00", "01:03:00"], gates.Log);
    }

    private static async Task Until(ManualTime time, Gates gates, int minute)
    {
        var due = DateTimeOffset.UnixEpoch.AddDays(1) + minute * Minute;
        await gates.Reached($"timer {due:HH:mm}");
        time.Advance(due - time.GetUtcNow());
        await gates.Reached($"tick {due:HH:mm}");
    }

    private static Task<InProcessTestCluster> Deploy(TestDatabase database, ManualTime time, Gates gates) =>
        TestClusters.Deploy(gates, silo =>
        {
            silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, new WatchedTime(time, gates));
            silo.Services.PostConfigure<ClusterOptions>(options => options.ServiceId = "compat");
            silo.UseAdoNetReminderService(options =>
                (options.Invariant, options.ConnectionString) = (database.Invariant, database.ConnectionString));
        });
}
