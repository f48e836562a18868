using Fincord.Compat.Tests.Orleans.Databases;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

public interface ISleeper : IGrainWithStringKey
{
    Task Remind(string name, TimeSpan dueTime, TimeSpan period);

    Task Forget(string name);

    Task<List<string>> Names();
}

[GrainType("sleeper")]
internal sealed class SleeperGrain(Gates gates) : Grain, ISleeper, IRemindable
{
    private int _ticks;

    public Task Remind(string name, TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder(name, dueTime, period);

    public async Task Forget(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task<List<string>> Names() => [.. (await this.GetReminders()).Select(one => one.ReminderName).Order(StringComparer.Ordinal)];

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        gates.Note($"{reminderName} period {status.Period} first {status.CurrentTickTime >= status.FirstTickTime}");
        gates.Reach($"{reminderName} {++_ticks}");
        return Task.CompletedTask;
    }
}

public interface IForgetful : IGrainWithStringKey
{
    Task Remind();
}

internal sealed class ForgetfulGrain : Grain, IForgetful
{
    public Task Remind() => this.RegisterOrUpdateReminder("name", TimeSpan.Zero, TimeSpan.FromMinutes(1));
}

/// <summary>What holds on either runtime. Virtual time is in <see cref="VirtualReminderTests"/>.</summary>
public sealed class ReminderTests(PostgreSqlDatabases databases)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task S31_A_reminder_ticks_after_its_due_time_and_activates_the_grain()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.UseInMemoryReminderService());
        var sleeper = cluster.Client.GetGrain<ISleeper>("a");

        await sleeper.Remind("wake up", TimeSpan.FromSeconds(1), Minute);
        await cluster.DeactivateAsync(sleeper);
        await gates.Reached("wake up 1");

        Assert.Equal(["wake up period 00:01:00 first True"], gates.Log);
    }

    [Fact]
    public async Task S31_A_period_below_the_minimum_or_a_negative_time_is_refused()
    {
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.UseInMemoryReminderService());
        var sleeper = cluster.Client.GetGrain<ISleeper>("a");

        await Assert.ThrowsAsync<ArgumentException>(() => sleeper.Remind("name", Minute, TimeSpan.FromSeconds(59)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => sleeper.Remind("name", -Minute, Minute));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => sleeper.Remind("name", Minute, Timeout.InfiniteTimeSpan));
        await Assert.ThrowsAsync<ArgumentNullException>(() => sleeper.Remind(" ", Minute, Minute));
        Assert.Empty(await sleeper.Names());
    }

    [Fact]
    public async Task S31_A_shorter_minimum_may_be_set()
    {
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.UseInMemoryReminderService()
            .Configure<ReminderOptions>(options => options.MinimumReminderPeriod = TimeSpan.FromSeconds(1)));
        var sleeper = cluster.Client.GetGrain<ISleeper>("a");

        await sleeper.Remind("name", Minute, TimeSpan.FromSeconds(1));

        Assert.Equal(["name"], await sleeper.Names());
    }

    [Fact]
    public async Task S31_Without_a_place_for_reminders_the_silo_does_not_start() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TestClusters.Deploy(configure: silo => silo.AddReminders()));

    [Fact]
    public async Task S31_A_grain_that_is_not_remindable_cannot_register()
    {
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.UseInMemoryReminderService());

        await Assert.ThrowsAsync<InvalidOperationException>(cluster.Client.GetGrain<IForgetful>("a").Remind);
    }

    [Fact]
    public async Task S31_The_same_name_replaces_and_an_unregistered_reminder_is_gone()
    {
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.UseInMemoryReminderService());
        var sleeper = cluster.Client.GetGrain<ISleeper>("a");

        await sleeper.Remind("one", Minute, Minute);
        await sleeper.Remind("one", Minute, 2 * Minute);
        await sleeper.Remind("two", Minute, Minute);
        Assert.Equal(["one", "two"], await sleeper.Names());
        await sleeper.Forget("one");

        Assert.Equal(["two"], await sleeper.Names());
    }

    [Theory, MemberData(nameof(AdoNetStorageTests.Kinds), MemberType = typeof(AdoNetStorageTests))]
    public async Task S31_A_reminder_in_a_database_survives_a_restart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using (var before = await Deploy(database, new()))
        {
            await before.Client.GetGrain<ISleeper>("a").Remind("wake up", TimeSpan.FromSeconds(3), Minute);
        }
        var gates = new Gates();
        await using var after = await Deploy(database, gates);

        await gates.Reached("wake up 1");

        var sleeper = after.Client.GetGrain<ISleeper>("a");
        Assert.Equal(["wake up"], await sleeper.Names());
        await sleeper.Forget("wake up");
        Assert.Empty(await sleeper.Names());
    }

    [Theory, MemberData(nameof(AdoNetStorageTests.Kinds), MemberType = typeof(AdoNetStorageTests))]
    public async Task S31_A_row_of_a_reminder_has_the_columns_and_the_hash_of_Orleans(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database, new());
        var id = GrainId.Create("sleeper", "a");

        await cluster.Client.GetGrain<ISleeper>("a").Remind("wake up", Minute, 2 * Minute);
        await cluster.Client.GetGrain<ISleeper>("a").Remind("wake up", Minute, 3 * Minute);

        var row = Assert.Single(await database.Query("SELECT ServiceId, GrainId, ReminderName, Period, GrainHash, Version FROM OrleansRemindersTable"));
        Assert.Equal(
            $"compat sleeper/a wake up 180000 {unchecked((int)id.GetUniformHashCode())} 1", FormattableString.Invariant(
                $"{row[0]} {row[1]} {row[2]} {row[3]} {row[4]} {row[5]}"));
    }

    private static Task<InProcessTestCluster> Deploy(TestDatabase database, Gates gates) => TestClusters.Deploy(gates, silo =>
    {
        silo.Services.PostConfigure<ClusterOptions>(options => options.ServiceId = "compat");
        silo.UseAdoNetReminderService(options =>
            (options.Invariant, options.ConnectionString) = (database.Invariant, database.ConnectionString));
    });
}
