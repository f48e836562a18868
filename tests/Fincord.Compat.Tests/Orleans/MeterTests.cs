using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Streams;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

public interface IMeasured : IGrainWithStringKey
{
    Task Use();

    Task Block();

    [ResponseTimeout("00:00:01")] Task Hang(string gate);

    Task Write();

    Task Clear();

    Task WriteAndFail();

    Task Remind();

    Task Subscribe();

    Task Publish();

    Task Unsubscribe();
}

[GrainType("measured")]
internal sealed class MeasuredGrain(
    Gates gates,
    [PersistentState("compat.measured")] IPersistentState<Diary> diary,
    [PersistentState("compat.measured-failing", "failing")] IPersistentState<Diary> failing) : Grain, IMeasured, IRemindable
{
    private StreamSubscriptionHandle<Tick>? _subscription;

    private IAsyncStream<Tick> Stream => this.GetStreamProvider("measured").GetStream<Tick>("measured", "a");

    public Task Use() => Task.CompletedTask;

    public Task Block()
    {
        SpinWait.SpinUntil(() => false, TimeSpan.FromMilliseconds(300));
        return Task.CompletedTask;
    }

    public Task Hang(string gate) => gates.Pass(gate);

    public Task Write() => diary.WriteStateAsync();

    public Task Clear() => diary.ClearStateAsync();

    public Task WriteAndFail() => failing.WriteStateAsync();

    public Task Remind() => this.RegisterOrUpdateReminder("measured", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    public async Task Subscribe() => _subscription = await Stream.SubscribeAsync((_, _) => Task.CompletedTask);

    public Task Publish() => Stream.OnNextAsync(new(1, ""));

    public Task Unsubscribe() => _subscription!.UnsubscribeAsync();

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        gates.Reach("measured tick");
        return Task.CompletedTask;
    }
}

/// <summary>What dashboards and alarms read.</summary>
public sealed class MeterTests
{
    [Fact]
    public async Task A_turn_that_blocks_its_thread_is_counted_and_logged()
    {
        using var measured = new Measured();
        using var logs = new HeardLogs();
        await using var cluster = await Deploy(configure: silo =>
        {
            logs.ListenTo(silo);
            silo.Configure<SchedulingOptions>(options => options.TurnWarningLengthThreshold = TimeSpan.FromMilliseconds(100));
        });

        await cluster.Client.GetGrain<IMeasured>("blocking").Block();
        // The turn ends after its answer.
        await cluster.Client.GetGrain<IMeasured>("blocking").Use();

        Assert.NotEmpty(measured.Of("orleans-scheduler-long-running-turns"));
        var entry = Assert.Single(logs.Entries, one => one.Values.ContainsKey("TurnWarningLengthThreshold") && one.Text.Contains("measured/blocking"));
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.Equal(TimeSpan.FromMilliseconds(100), entry.Values["TurnWarningLengthThreshold"]);
    }

    [Fact]
    public async Task A_call_that_was_too_late_when_its_turn_came_is_counted_as_expired()
    {
        using var measured = new Measured();
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var grain = cluster.Client.GetGrain<IMeasured>("late");

        var running = grain.Hang("first");
        await gates.Reached("first");
        var waiting = grain.Hang("second");
        await Assert.ThrowsAsync<TimeoutException>(() => running);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        gates.Open("first");
        await grain.Use();

        Assert.Contains(measured.Of("orleans-messaging-expired"), one => one.Value == 1 && one.Tags.ContainsKey("Phase"));
        Assert.NotEmpty(measured.Of("orleans-app-requests-timedout", "grain_type", "measured"));
    }

    [Fact]
    public async Task Calls_are_counted_and_measured()
    {
        using var measured = new Measured();
        await using var cluster = await Deploy();

        await cluster.Client.GetGrain<IMeasured>("counted").Use();
        measured.Ask();

        Assert.Contains(measured.Of("orleans-app-requests-latency"), one => one is { Unit: "ms", Value: > 0 });
        Assert.NotEmpty(measured.Of("orleans-messaging-sent-local"));
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task Activations_are_counted_from_their_making_to_their_end()
    {
        using var measured = new Measured();
        await using var cluster = await Deploy();
        var grain = cluster.Client.GetGrain<IMeasured>("counted");

        await grain.Use();
        measured.Ask();
        await cluster.DeactivateAsync(grain);

        Assert.NotEmpty(Of("orleans-catalog-activation-created"));
        Assert.Contains(Of("orleans-catalog-activations"), one => one.Value >= 1);
        Assert.NotEmpty(Of("orleans-catalog-activation-destroyed"));
        Assert.Contains(Of("orleans-catalog-activation-shutdown"), one => one.Tags["via"] == "deactivateOnIdle");
        Assert.Contains(
            Of("orleans-catalog-activation-latency"), one => one is { Unit: "ms" } && one.Tags["status"] == "success" && one.Tags["directory"] == "enabled");
        Assert.Contains(Of("orleans-catalog-deactivation-latency"), one => one is { Unit: "ms" } && one.Tags["via"] == "deactivateOnIdle");
        Assert.Contains(Of("orleans-grains"), one => one.Value == 1);
        Assert.Contains(Of("orleans-grains"), one => one.Value == -1);

        IEnumerable<Measurement> Of(string name) => measured.Of(name, "grain_type", "measured");
    }

    [Fact]
    public async Task Operations_on_stored_states_are_measured_and_those_that_fail_are_counted()
    {
        using var measured = new Measured();
        await using var cluster = await Deploy();
        var grain = cluster.Client.GetGrain<IMeasured>("stored");

        await grain.Write();
        await grain.Clear();
        await Assert.ThrowsAsync<OrleansException>(grain.WriteAndFail);

        foreach (var operation in (string[])["read", "write", "clear"])
        {
            Assert.Contains(measured.Of($"orleans-storage-{operation}-latency", "state_name", "compat.measured"), one =>
                one is { Unit: "ms" } && one.Tags["provider_type_name"] == "MemoryGrainStorage" && one.Tags["state_type"] == nameof(Diary));
        }
        var error = Assert.Single(measured.Of("orleans-storage-write-errors", "state_name", "compat.measured-failing"));
        Assert.Equal(nameof(FailingStorage), error.Tags["provider_type_name"]);
    }

    [Fact]
    public async Task Reminders_and_their_ticks_are_counted()
    {
        using var measured = new Measured();
        var gates = new Gates();
        await using var cluster = await Deploy(gates);
        var grain = cluster.Client.GetGrain<IMeasured>("reminded");

        await grain.Remind();
        await gates.Reached("measured tick");
        measured.Ask();

        Assert.Contains(measured.Of("orleans-reminders-active"), one => one.Value >= 1);
        Assert.Contains(measured.Of("orleans-reminders-tardiness"), one => one is { Unit: "seconds", Value: >= 0 });
        await Eventually.True(() => measured.Of("orleans-reminders-ticks-delivered").Any());
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task Subscriptions_and_events_of_streams_are_counted()
    {
        using var measured = new Measured();
        await using var cluster = await Deploy(configure: silo => silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams("measured"));
        var grain = cluster.Client.GetGrain<IMeasured>("subscribed");

        await grain.Subscribe();
        await grain.Publish();
        await Eventually.True(() => measured.Of("orleans-streams-persistent-stream-messages-sent", "provider", "measured").Any());
        await grain.Unsubscribe();

        Assert.Contains(measured.Of("orleans-streams-persistent-stream-messages-read", "provider", "measured"), one => one.Tags.ContainsKey("queue"));
        foreach (var (name, values) in (ReadOnlySpan<(string, double[])>)[("-added", [1]), ("-removed", [1]), ("", [1, -1])])
        {
            var counted = measured.Of($"orleans-streams-pubsub-consumers{name}", "provider", "measured").Where(one => one.Tags["grain_type"] == "measured");
            Assert.Equal(values, counted.Select(one => one.Value));
        }
    }

    [Fact]
    public async Task A_call_that_the_runtime_refuses_is_counted_as_rejected()
    {
        using var measured = new Measured();
        await using var cluster = await Deploy();

        await Assert.ThrowsAnyAsync<Exception>(cluster.Client.GetGrain<IMeasured>(GrainId.Create("nobody", "a")).Use);

        Assert.NotEmpty(measured.Of("orleans-messaging-rejected", "Direction", "Request"));
    }

    private static Task<InProcessTestCluster> Deploy(Gates? gates = null, Action<ISiloBuilder>? configure = null) =>
        TestClusters.Deploy(gates, silo =>
        {
            silo.UseInMemoryReminderService();
            silo.Services.AddGrainStorage("failing", (_, _) => new FailingStorage());
            configure?.Invoke(silo);
        });
}
