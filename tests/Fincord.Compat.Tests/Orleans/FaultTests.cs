using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>A store that fails to read until a test opens the gate "readable", and is slow to write until it opens "written".</summary>
internal sealed class AilingStorage(Gates gates) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (!gates.Log.Contains("readable")) throw new RottenFruitException("the disk is gone");
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => gates.Pass("written");

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
}

public interface IPatient : IGrainWithStringKey
{
    [ResponseTimeout("00:00:01")] Task Write();

    Task Use();
}

internal sealed class PatientGrain([PersistentState("compat.patient", "ailing")] IPersistentState<Diary> diary) : Grain, IPatient
{
    public Task Write() => diary.WriteStateAsync();

    public Task Use() => Task.CompletedTask;
}

public interface IFragile : IGrainWithStringKey
{
    Task<int> Use();

    Task StartTimer();

    Task<int> UseOther(string other);
}

/// <summary>What its key says goes wrong.</summary>
[GrainType("fragile")]
internal sealed class FragileGrain(Gates gates) : Grain, IFragile, IIncomingGrainCallFilter
{
    private string Name => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        gates.Note("activated");
        if (Name == "hangs at first" && gates.Log.Count == 1) await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        gates.Note("deactivated");
        if (Name == "throws at last") throw new RottenFruitException("not now");
        if (Name == "hangs at last") await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
    }

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (Name == "filters badly" && context.MethodName == nameof(Use)) throw new RottenFruitException("the grain's own filter");
        return context.Invoke();
    }

    public Task<int> Use() => Task.FromResult(42);

    public Task<int> UseOther(string other) => GrainFactory.GetGrain<IFragile>(other).Use();

    public Task StartTimer()
    {
        var ticks = 0;
        this.RegisterGrainTimer(() => gates.Reach($"tick {++ticks}"), TimeSpan.FromMilliseconds(10));
        return Task.CompletedTask;
    }
}

internal static class TimerOfTests
{
    /// <summary>A timer whose first tick is due after its period, too.</summary>
    public static void RegisterGrainTimer(this IGrainBase grain, Action tick, TimeSpan period) => grain.RegisterGrainTimer(
        () =>
        {
            tick();
            return Task.CompletedTask;
        },
        period, period);
}

/// <summary>Whatever fails, the sentence's outcome follows, no caller hangs, and the grain goes on.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task S19_A_throwing_read_fails_the_caller_and_a_later_call_retries()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.Services.AddGrainStorage("ailing", (_, _) => new AilingStorage(gates)));
        var patient = cluster.Client.GetGrain<IPatient>("a");

        var failure = await Assert.ThrowsAsync<OrleansException>(patient.Use);
        Assert.Contains("the disk is gone", failure.ToString(), StringComparison.Ordinal);
        gates.Note("readable");

        await patient.Use();
    }

    [Fact]
    public async Task A_store_that_is_slow_lets_its_callers_time_out_and_the_grain_goes_on_when_it_is_done()
    {
        var gates = new Gates();
        gates.Note("readable");
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.Services.AddGrainStorage("ailing", (_, _) => new AilingStorage(gates)));
        var patient = cluster.Client.GetGrain<IPatient>("a");

        await Assert.ThrowsAsync<TimeoutException>(patient.Write);
        var waiting = patient.Use();
        Assert.False(waiting.IsCompleted);
        gates.Open("written");

        await waiting;
    }

    [Fact]
    public async Task S15_A_throwing_filter_fails_its_call_alone()
    {
        var isBroken = true;
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddIncomingGrainCallFilter(context =>
            isBroken && context.MethodName == nameof(IFragile.Use) ? throw new RottenFruitException("arriving") : context.Invoke()));
        var grain = cluster.Client.GetGrain<IFragile>("a");

        Assert.Equal("arriving", (await Assert.ThrowsAsync<RottenFruitException>(grain.Use)).Message);
        isBroken = false;

        Assert.Equal(42, await grain.Use());
    }

    [Fact]
    public async Task S15_A_throwing_filter_of_the_caller_fails_its_call_alone()
    {
        var isBroken = true;
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddOutgoingGrainCallFilter(context =>
            isBroken && context.MethodName == nameof(IFragile.Use) ? throw new RottenFruitException("leaving") : context.Invoke()));
        var grain = cluster.Client.GetGrain<IFragile>("a");

        Assert.Equal("leaving", (await Assert.ThrowsAsync<RottenFruitException>(() => grain.UseOther("b"))).Message);
        isBroken = false;

        Assert.Equal(42, await grain.UseOther("b"));
    }

    [Fact]
    public async Task S15_A_throwing_filter_of_the_grain_itself_fails_the_call()
    {
        await using var cluster = await TestClusters.Deploy();
        var grain = cluster.Client.GetGrain<IFragile>("filters badly");

        Assert.Equal("the grain's own filter", (await Assert.ThrowsAsync<RottenFruitException>(grain.Use)).Message);

        Assert.Equal(42, await grain.UseOther("b"));
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S30_A_filter_that_throws_at_a_tick_does_not_end_the_timer()
    {
        Assert.SkipUnless(Flavour.IsOwn, "On the real packages such a filter ends the timer.");
        var gates = new Gates();
        var failures = 0;
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.AddIncomingGrainCallFilter(context =>
            context.TargetId == GrainId.Create("fragile", "ticks") && context.InterfaceMethod.DeclaringType != typeof(IFragile) && ++failures < 3
                ? throw new RottenFruitException("no tick")
                : context.Invoke()));

        await cluster.Client.GetGrain<IFragile>("ticks").StartTimer();
        await gates.Reached("tick 2");

        Assert.True(failures >= 3);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S19_An_activation_that_does_not_end_in_time_fails_its_callers_and_a_later_call_retries()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(
            gates, silo => silo.Configure<GrainCollectionOptions>(options => options.ActivationTimeout = TimeSpan.FromSeconds(1)));

        var grain = cluster.Client.GetGrain<IFragile>("hangs at first");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(grain.Use);
        Assert.Equal(42, await grain.Use());

        Assert.Equal(["activated", "activated"], gates.Log);
    }

    [Theory]
    [OneProcessOnly("an activation stays in memory")]
    [InlineData("throws at last")]
    [InlineData("hangs at last")]
    public async Task S23_A_deactivation_is_bounded_and_its_failure_keeps_nobody_from_a_new_activation(string name)
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(
            gates, silo => silo.Configure<GrainCollectionOptions>(options => options.DeactivationTimeout = TimeSpan.FromSeconds(1)));
        var grain = cluster.Client.GetGrain<IFragile>(name);

        await grain.Use();
        await cluster.DeactivateAsync(grain);

        Assert.Equal(42, await grain.Use());
        Assert.Equal(["activated", "deactivated", "activated"], gates.Log);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S23_A_silo_that_dies_deactivates_nothing()
    {
        Assert.SkipUnless(Flavour.IsOwn, "In the real packages' test cluster silos are not killed but stopped in a hurry.");
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        await cluster.Client.GetGrain<IFragile>("a").Use();

        await cluster.KillSiloAsync(cluster.Silos[0]);

        Assert.Equal(["activated"], gates.Log);
    }

    [Fact]
    public async Task S41_A_throwing_startup_task_keeps_the_silo_from_starting()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => TestClusters.Deploy(
            configure: silo => silo.AddStartupTask((_, _) => throw new RottenFruitException("cannot start"))));

        Assert.Contains("cannot start", failure.ToString(), StringComparison.Ordinal);
    }
}
