using Orleans.Concurrency;

namespace Fincord.Compat.Tests.Orleans;

public interface ICounter : IGrainWithStringKey
{
    Task AddSlowly(int times);

    Task<(int Count, int MostAtOnce)> Read();
}

[Reentrant]
internal sealed class CounterGrain : Grain, ICounter
{
    private int _count;
    private int _inTurn;
    private int _mostAtOnce;

    public async Task AddSlowly(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _mostAtOnce = Math.Max(_mostAtOnce, Interlocked.Increment(ref _inTurn));
            var seen = _count;
            Thread.SpinWait(50);
            _count = seen + 1;
            Interlocked.Decrement(ref _inTurn);
            await Task.Yield();
        }
    }

    public Task<(int Count, int MostAtOnce)> Read() => Task.FromResult((_count, _mostAtOnce));
}

public interface IWhere : IGrainWithStringKey
{
    Task<bool> AfterAwait();

    Task<bool> InContinuation();

    Task<bool> InStartNew();

    Task<bool> InTaskRun();

    Task<bool> AfterConfigureAwaitFalse();
}

internal sealed class WhereGrain : Grain, IWhere
{
    public async Task<bool> AfterAwait()
    {
        var own = TaskScheduler.Current;
        await Elsewhere();
        return TaskScheduler.Current == own && own != TaskScheduler.Default;
    }

    public Task<bool> InContinuation()
    {
        var own = TaskScheduler.Current;
        return Elsewhere().ContinueWith(_ => TaskScheduler.Current == own);
    }

    public Task<bool> InStartNew()
    {
        var own = TaskScheduler.Current;
        return Task.Factory.StartNew(() => TaskScheduler.Current == own);
    }

    public Task<bool> InTaskRun()
    {
        var own = TaskScheduler.Current;
        return Task.Run(() => TaskScheduler.Current == own);
    }

    public async Task<bool> AfterConfigureAwaitFalse()
    {
        var own = TaskScheduler.Current;
#pragma warning disable ORLEANS0014 // What it does is what is tested.
        await Elsewhere().ConfigureAwait(false);
#pragma warning restore ORLEANS0014
        return TaskScheduler.Current == own;
    }

    // Completes later, on a thread of the pool.
    private static Task Elsewhere() => Task.Run(() => Thread.SpinWait(10_000));
}

public interface IRoom : IGrainWithStringKey
{
    Task Enter(string who);

    [ReadOnly] Task Look(string who);

    [AlwaysInterleave] Task Knock(string who);
}

internal sealed class RoomGrain(Gates gates) : Grain, IRoom
{
    public Task Enter(string who) => Stay(who);

    public Task Look(string who) => Stay(who);

    public Task Knock(string who) => Stay(who);

    private async Task Stay(string who)
    {
        gates.Note($"{who} in");
        await gates.Pass(who);
        gates.Note($"{who} out");
    }
}

public sealed class SchedulingTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S1_At_most_one_turn_of_an_activation_runs_at_any_instant()
    {
        await using var cluster = await TestClusters.Deploy();
        var grain = cluster.Client.GetGrain<ICounter>("a");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.AddSlowly(100)));

        Assert.Equal((5_000, 1), await grain.Read());
    }

    [Fact]
    public async Task S2_Awaits_continuations_and_StartNew_come_back_to_the_activation()
    {
        await using var cluster = await TestClusters.Deploy();
        var grain = cluster.Client.GetGrain<IWhere>("a");

        Assert.True(await grain.AfterAwait());
        Assert.True(await grain.InContinuation());
        Assert.True(await grain.InStartNew());
    }

    [Fact]
    public async Task S2_Task_Run_and_ConfigureAwait_false_leave_the_activation()
    {
        await using var cluster = await TestClusters.Deploy();
        var grain = cluster.Client.GetGrain<IWhere>("a");

        Assert.False(await grain.InTaskRun());
        Assert.False(await grain.AfterConfigureAwaitFalse());
    }

    [Fact]
    public async Task S3_A_request_does_not_start_while_another_is_suspended()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var room = cluster.Client.GetGrain<IRoom>("a");
        gates.Open("second");
        gates.Open("knock");

        var first = room.Enter("first");
        await gates.Reached("first");
        var second = room.Enter("second");
        await room.Knock("knock");
        gates.Open("first");
        await Task.WhenAll(first, second);

        Assert.Equal(["first in", "knock in", "knock out", "first out", "second in", "second out"], gates.Log);
    }

    [Fact]
    public async Task S3_Read_only_requests_interleave_and_a_writer_waits_for_them()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var room = cluster.Client.GetGrain<IRoom>("a");
        gates.Open("reader 2");
        gates.Open("writer");

        var reader = room.Look("reader 1");
        await gates.Reached("reader 1");
        var writer = room.Enter("writer");
        await room.Look("reader 2");
        gates.Open("reader 1");
        await Task.WhenAll(reader, writer);

        Assert.Equal(["reader 1 in", "reader 2 in", "reader 2 out", "reader 1 out", "writer in", "writer out"], gates.Log);
    }

    [Fact]
    public async Task S3_An_always_interleaving_request_lets_others_in()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var room = cluster.Client.GetGrain<IRoom>("a");
        gates.Open("guest");

        var knock = room.Knock("knock");
        await gates.Reached("knock");
        await room.Enter("guest");
        gates.Open("knock");
        await knock;

        Assert.Equal(["knock in", "guest in", "guest out", "knock out"], gates.Log);
    }
}
