using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.Orleans;

public interface IClock : IGrainWithStringKey
{
    Task Start();

    Task StartFailing();

    Task StartAndHold(bool interleave);
}

internal sealed class ClockGrain(Gates gates) : Grain, IClock
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    private int _ticks;

    private string Name => this.GetPrimaryKeyString();

    public Task Start()
    {
        this.RegisterGrainTimer(Tick, Period, Period);
        return Task.CompletedTask;
    }

    public Task StartFailing()
    {
        this.RegisterGrainTimer(static (grain, _) => grain.TickAndFail(), this, Period, Period);
        return Task.CompletedTask;
    }

    public async Task StartAndHold(bool interleave)
    {
        this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(Period, Period) { Interleave = interleave });
        gates.Note($"{Name} held");
        await gates.Pass($"{Name} held");
        gates.Note($"{Name} let go");
    }

    private async Task TickAndFail()
    {
        await Tick();
        throw new RottenFruitException("this tick fails");
    }

    private Task Tick()
    {
        _ticks++;
        gates.Note($"{Name} tick");
        gates.Reach($"{Name} tick {_ticks}");
        return Task.CompletedTask;
    }
}

public sealed class TimerTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S30_A_tick_that_throws_does_not_end_the_timer()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        await cluster.Client.GetGrain<IClock>("a").StartFailing();

        await gates.Reached("a tick 3");
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task Timers_run_on_the_clock_that_is_registered_for_grains()
    {
        var gates = new Gates();
        var time = new ManualTime();
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, time));
        var clock = cluster.Client.GetGrain<IClock>("a");

        await clock.Start();
        Assert.Empty(gates.Log);
        time.Advance(TimeSpan.FromMilliseconds(10));

        await gates.Reached("a tick 1");
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S30_Ticks_wait_while_a_call_is_suspended()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        var held = cluster.Client.GetGrain<IClock>("a").StartAndHold(interleave: false);
        await gates.Reached("a held");
        // The ticks of another grain tell that time goes on.
        await cluster.Client.GetGrain<IClock>("witness").Start();
        await gates.Reached("witness tick 10");
        gates.Open("a held");
        await held;
        await gates.Reached("a tick 1");

        Assert.DoesNotContain("a tick", gates.Log.TakeWhile(entry => entry != "a let go"));
    }

    [Fact]
    public async Task S30_The_ticks_of_an_interleaving_timer_do_not_wait()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        var held = cluster.Client.GetGrain<IClock>("a").StartAndHold(interleave: true);
        await gates.Reached("a tick 2");
        gates.Open("a held");
        await held;
    }
}
