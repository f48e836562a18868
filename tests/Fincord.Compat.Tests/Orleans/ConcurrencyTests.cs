using Orleans.Concurrency;
using Orleans.Configuration;

namespace Fincord.Compat.Tests.Orleans;

public interface IErrand : IGrainWithStringKey
{
    Task Run(string gate);

    [OneWay] Task Send(string gate);

    [OneWay] Task SendAndFail();

    Task Wait(string gate, CancellationToken cancellation);

    [ResponseTimeout("00:00:01")] Task RunImpatiently(string gate);

    Task<string> CallBack(string other);

    [AlwaysInterleave] Task<string?> Context(string key);

    Task<string?> ContextOfOther(string key);

    Task SetContext(string key, string value);
}

internal sealed class ErrandGrain(Gates gates) : Grain, IErrand
{
    public async Task Run(string gate)
    {
        gates.Note($"{gate} runs");
        await gates.Pass(gate);
    }

    public Task Send(string gate) => Run(gate);

    public Task SendAndFail()
    {
        gates.Reach("failing");
        throw new RottenFruitException("nobody hears");
    }

    public async Task Wait(string gate, CancellationToken cancellation)
    {
        var own = TaskScheduler.Current;
        var cancelled = new TaskCompletionSource();
        await using var registration = cancellation.Register(() =>
        {
            gates.Note(TaskScheduler.Current == own ? "cancelled in a turn" : "cancelled elsewhere");
            cancelled.SetResult();
        });
        gates.Reach(gate);
        await cancelled.Task;
        gates.Reach("cancelled");
    }

    public Task RunImpatiently(string gate) => Run(gate);

    public Task<string> CallBack(string other) =>
        other.Length == 0 ? Task.FromResult("called back") : GrainFactory.GetGrain<IErrand>(other).CallBack("");

    public Task<string?> Context(string key) => Task.FromResult(RequestContext.Get(key) as string);

    public Task<string?> ContextOfOther(string key) => GrainFactory.GetGrain<IErrand>("other").Context(key);

    public Task SetContext(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }
}

public interface IWorker : IGrainWithIntegerKey
{
    Task<Guid> Work(string gate);
}

[StatelessWorker(2)]
internal sealed class WorkerGrain(Gates gates) : Grain, IWorker
{
    private readonly Guid _self = Guid.NewGuid();

    public async Task<Guid> Work(string gate)
    {
        await gates.Pass(gate);
        return _self;
    }
}

public sealed class ConcurrencyTests
{
    private static readonly Action<ISiloBuilder> Impatient =
        silo => silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(2));

    [Fact]
    public async Task S4_A_cycle_of_calls_ends_with_the_callers_timeout()
    {
        await using var cluster = await TestClusters.Deploy(configure: Impatient);

        await Assert.ThrowsAsync<TimeoutException>(() => cluster.Client.GetGrain<IErrand>("a").CallBack("a"));
    }

    [Fact]
    public async Task S9_A_call_that_timed_out_may_still_run_to_its_end()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var errand = cluster.Client.GetGrain<IErrand>("a");

        await Assert.ThrowsAsync<TimeoutException>(() => errand.RunImpatiently("slow"));
        gates.Open("slow");
        gates.Open("next");
        await errand.Run("next");

        Assert.Equal(["slow runs", "next runs"], gates.Log);
    }

    [Fact]
    public async Task S10_A_queued_request_whose_time_has_passed_is_dropped_unexecuted()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var errand = cluster.Client.GetGrain<IErrand>("a");
        gates.Open("third");

        var first = errand.Run("first");
        await gates.Reached("first");
        await Assert.ThrowsAsync<TimeoutException>(() => errand.RunImpatiently("second"));
        gates.Open("first");
        await first;
        await errand.Run("third");

        Assert.Equal(["first runs", "third runs"], gates.Log);
    }

    [Fact]
    public async Task S12_A_one_way_call_returns_when_it_is_handed_over()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var errand = cluster.Client.GetGrain<IErrand>("a");

        await errand.Send("sent");
        await gates.Reached("sent");
        gates.Open("sent");
    }

    [Fact]
    public async Task S12_The_exception_of_a_one_way_call_does_not_reach_the_caller()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        await cluster.Client.GetGrain<IErrand>("a").SendAndFail();
        await gates.Reached("failing");
    }

    [Fact]
    public async Task S13_Cancellation_frees_the_caller_at_once_and_reaches_the_grain_in_a_turn_of_its_own()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        using var source = new CancellationTokenSource();

        var call = cluster.Client.GetGrain<IErrand>("a").Wait("waiting", source.Token);
        await gates.Reached("waiting");
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await gates.Reached("cancelled");

        Assert.Equal(["cancelled in a turn"], gates.Log);
    }

    [Fact]
    public async Task S13_A_token_cancelled_before_the_call_throws_at_the_call()
    {
        await using var cluster = await TestClusters.Deploy();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cluster.Client.GetGrain<IErrand>("a").Wait("waiting", new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task S16_The_request_context_flows_to_the_callee_and_onward_and_never_back()
    {
        await using var cluster = await TestClusters.Deploy();
        var errand = cluster.Client.GetGrain<IErrand>("a");

        RequestContext.Set("who", "me");
        Assert.Equal("me", await errand.Context("who"));
        Assert.Equal("me", await errand.ContextOfOther("who"));
        await errand.SetContext("who", "you");
        Assert.Equal("me", RequestContext.Get("who"));
        RequestContext.Clear();

        Assert.Null(await errand.Context("who"));
    }

    [Fact]
    public async Task S17_Calls_to_a_stateless_worker_go_to_idle_activations()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var worker = cluster.Client.GetGrain<IWorker>(0);

        var one = worker.Work("one");
        await gates.Reached("one");
        var other = worker.Work("other");
        await gates.Reached("other");
        gates.Open("one");
        gates.Open("other");

        Assert.NotEqual(await one, await other);
    }
}
