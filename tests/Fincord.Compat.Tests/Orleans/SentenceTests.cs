using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.Streams;
using Orleans.Timers;

namespace Fincord.Compat.Tests.Orleans;

public interface IPurse : IGrainWithStringKey
{
    Task<int> TakeAll(string gate);

    Task<Guid> Self();
}

/// <summary>Checks before it waits and acts after it, which a reentrant grain must not do.</summary>
[Reentrant]
internal sealed class PurseGrain : Grain, IPurse
{
    private readonly Gates _gates;
    private readonly Guid _self = Guid.NewGuid();
    private int _coins = 1;

    public PurseGrain(Gates gates)
    {
        _gates = gates;
        gates.Note("made");
    }

    public async Task<int> TakeAll(string gate)
    {
        var seen = _coins;
        await _gates.Pass(gate);
        _coins -= seen;
        return _coins;
    }

    public Task<Guid> Self() => Task.FromResult(_self);
}

public interface IAlarm : IGrainWithStringKey
{
    Task Ring(TimeSpan dueTime, TimeSpan period, bool keepAlive, string? gate);

    Task Stop();
}

/// <summary>Tells of its timer's ticks.</summary>
[GrainType("alarm")]
internal sealed class AlarmGrain(Gates gates, ITimerRegistry timers) : Grain, IAlarm
{
    private IGrainTimer? _timer;
    private int _ticks;
    private bool _isTicking;

    private string Name => this.GetPrimaryKeyString();

    public Task Ring(TimeSpan dueTime, TimeSpan period, bool keepAlive, string? gate)
    {
        _timer = timers.RegisterGrainTimer(GrainContext, Tick, gate, new(dueTime, period) { KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        gates.Reach($"{Name} {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    private async Task Tick(string? gate, CancellationToken cancellation)
    {
        if (_isTicking) gates.Note("overlap");
        _isTicking = true;
        gates.Note($"{Name} {++_ticks}");
        gates.Reach($"{Name} {_ticks}");
        if (gate is not null) await gates.Pass(gate).WaitAsync(cancellation);
        _isTicking = false;
    }
}

/// <summary>Counts what is asked of it.</summary>
internal sealed class CountingStorage(Gates gates) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        gates.Note("read");
        grainState.State ??= Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        gates.Note($"write {((Diary)(object)grainState.State!).Entries.Count}");
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        gates.Note("clear");
        return Task.CompletedTask;
    }
}

public interface IHasty : IGrainWithStringKey
{
    Task Write();
}

internal sealed class HastyGrain([PersistentState("compat.hasty", "counting")] IPersistentState<Diary> diary) : Grain, IHasty
{
    public async Task Write()
    {
        diary.State.Entries.Add("before");
        var operations = new[] { diary.WriteStateAsync(), diary.WriteStateAsync(), diary.ReadStateAsync(), diary.ClearStateAsync(), diary.ClearStateAsync() };
        diary.State.Entries.Add("in the same turn");
        await Task.WhenAll(operations);
    }
}

public interface IGathering : IGrainWithStringKey
{
    Task Begin();
}

/// <summary>Ticks, is reminded and hears a stream.</summary>
[GrainType("gathering"), ImplicitStreamSubscription("compat.gathering")]
internal sealed class GatheringGrain(Gates gates) : Grain, IGathering, IRemindable
{
    public override Task OnActivateAsync(CancellationToken cancellationToken) => this.GetStreamProvider("compat")
        .GetStream<Tick>("compat.gathering", this.GetPrimaryKeyString()).SubscribeAsync((_, _) => Note("heard"));

    public async Task Begin()
    {
        // It keeps the activation, which without it may end before the first tick.
        this.RegisterGrainTimer(() => Note("ticked"), new GrainTimerCreationOptions(TimeSpan.FromMilliseconds(10), Timeout.InfiniteTimeSpan) { KeepAlive = true });
        await this.RegisterOrUpdateReminder("name", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Note("reminded");

    private Task Note(string what)
    {
        gates.Reach(what);
        return Task.CompletedTask;
    }
}

/// <summary>Sentences that have no other place.</summary>
public sealed class SentenceTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    [Fact]
    public async Task S6_On_a_reentrant_grain_a_check_made_before_an_await_is_not_valid_after_it()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var purse = cluster.Client.GetGrain<IPurse>("a");

        var (one, other) = (purse.TakeAll("one"), purse.TakeAll("other"));
        await Task.WhenAll(gates.Reached("one"), gates.Reached("other"));
        gates.Open("one");
        gates.Open("other");

        Assert.Equal([-1, 0], (await Task.WhenAll(one, other)).Order());
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S20_Many_first_calls_at_once_make_one_activation()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => cluster.Client.GetGrain<IPurse>("shared").Self())));

        Assert.Single(answers.Distinct());
        Assert.Equal(["made"], gates.Log);
    }

    [Fact]
    public async Task S24_A_grains_type_is_its_class_name_without_grain_in_lower_case_or_what_its_attribute_says()
    {
        await using var cluster = await TestClusters.Deploy();

        Assert.Equal("purse", cluster.Client.GetGrain<IPurse>("a").GetGrainId().Type.ToString());
        Assert.Equal("alarm/a", cluster.Client.GetGrain<IAlarm>("a").GetGrainId().ToString());
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S22_Ticks_keep_an_activation_only_when_they_are_told_to()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.Configure<GrainCollectionOptions>(options =>
            (options.CollectionAge, options.CollectionQuantum) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1))));

        await cluster.Client.GetGrain<IAlarm>("kept").Ring(Moment, Moment, keepAlive: true, gate: null);
        await cluster.Client.GetGrain<IAlarm>("idle").Ring(Moment, Moment, keepAlive: false, gate: null);
        await gates.Reached("idle ActivationIdle");

        Assert.False(gates.Reached("kept ActivationIdle").IsCompleted);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S30_An_infinite_period_is_one_tick_and_a_timer_ends_with_its_disposal_or_its_activation()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var (stopped, ended) = (cluster.Client.GetGrain<IAlarm>("stopped"), cluster.Client.GetGrain<IAlarm>("ended"));

        await cluster.Client.GetGrain<IAlarm>("once").Ring(Moment, Timeout.InfiniteTimeSpan, keepAlive: false, gate: null);
        await stopped.Ring(TimeSpan.FromSeconds(1), Moment, keepAlive: false, gate: null);
        await ended.Ring(TimeSpan.FromSeconds(1), Moment, keepAlive: false, gate: null);
        await gates.Reached("once 1");
        await stopped.Stop();
        await cluster.DeactivateAsync(ended);
        // By the ticks of another, more than that second is over.
        await cluster.Client.GetGrain<IAlarm>("witness").Ring(TimeSpan.FromSeconds(1.5), Moment, keepAlive: false, gate: null);
        await gates.Reached("witness 1");

        Assert.Equal(["once 1", "witness 1"], gates.Log.Where(entry => !entry.StartsWith("witness", StringComparison.Ordinal) || entry == "witness 1"));
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S30_Ticks_never_overlap_and_the_period_runs_from_the_end_of_one()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        await cluster.Client.GetGrain<IAlarm>("slow").Ring(Moment, Moment, keepAlive: false, gate: "tick ends");
        await gates.Reached("slow 1");
        await cluster.Client.GetGrain<IAlarm>("witness").Ring(Moment, Moment, keepAlive: false, gate: null);
        await gates.Reached("witness 10");
        Assert.False(gates.Reached("slow 2").IsCompleted);
        gates.Open("tick ends");
        await gates.Reached("slow 5");

        Assert.DoesNotContain("overlap", gates.Log);
    }

    [Fact]
    public async Task S28_Operations_begin_after_the_turn_that_asks_and_what_is_needless_is_left_out()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo =>
            silo.Services.AddKeyedSingleton<IGrainStorage>("counting", new CountingStorage(gates)));

        await cluster.Client.GetGrain<IHasty>("a").Write();

        Assert.Equal(["read", "write 2", "clear"], gates.Log);
    }

    [Fact]
    public async Task S15_Ticks_reminders_and_deliveries_of_streams_pass_through_the_filters()
    {
        var (gates, seen) = (new Gates(), new HashSet<string>());
        await using var cluster = await TestClusters.Deploy(
            gates,
            silo => silo.UseInMemoryReminderService()
                .AddMemoryStreams("compat", stream => stream.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly))
                .AddIncomingGrainCallFilter(context =>
                {
                    if (context.TargetId == GrainId.Create("gathering", "a")) lock (seen) seen.Add(context.MethodName);
                    return context.Invoke();
                }),
            client => client.AddMemoryStreams("compat", stream => stream.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly)));

        await cluster.Client.GetGrain<IGathering>("a").Begin();
        await Task.WhenAll(gates.Reached("ticked"), gates.Reached("reminded"));
        var before = Seen();
        await cluster.Client.GetStreamProvider("compat").GetStream<Tick>("compat.gathering", "a").OnNextAsync(new(1, ""));
        await gates.Reached("heard");

        Assert.Contains(nameof(IGathering.Begin), before);
        Assert.Contains(nameof(IRemindable.ReceiveReminder), before);
        Assert.Equal(3, before.Length);
        Assert.NotEmpty(Seen().Except(before));

        string[] Seen()
        {
            lock (seen) return [.. seen];
        }
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task The_silo_and_an_activation_tell_where_they_are()
    {
        await using var cluster = await TestClusters.Deploy(new Gates());
        var alarm = cluster.Client.GetGrain<IAlarm>("a");
        await alarm.Ring(TimeSpan.FromHours(1), TimeSpan.FromHours(1), keepAlive: false, gate: null);

        Assert.True(cluster.TryGetGrainContext(alarm.GetGrainId(), out var context));
        var silo = cluster.GetSiloServiceProvider().GetRequiredService<ILocalSiloDetails>();
        var inTurn = new TaskCompletionSource<TaskScheduler>(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Scheduler.QueueAction(() => inTurn.SetResult(TaskScheduler.Current));

        Assert.Equal((alarm.GetGrainId(), context.ActivationId), (context.Address.GrainId, context.Address.ActivationId));
        Assert.Equal(silo.SiloAddress, context.Address.SiloAddress);
        Assert.NotEqual(TaskScheduler.Default, await inTurn.Task);
    }
}
