using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace Fincord.Compat.Tests.Orleans;

public interface ISelective : IGrainWithStringKey
{
    Task Run(string gate);
}

/// <summary>Lets in what is called "in…", and fails on what is called "throw".</summary>
[MayInterleave(nameof(MayInterleave))]
internal sealed class SelectiveGrain(Gates gates) : Grain, ISelective
{
    public static bool MayInterleave(IInvokable request) => ((string)request.GetArgument(0)!) switch
    {
        "throw" => throw new RottenFruitException("undecided"),
        var gate => gate.StartsWith("in", StringComparison.Ordinal),
    };

    public Task Run(string gate) => gates.Pass(gate);
}

public interface IMoody : IGrainWithStringKey
{
    Task Run(string gate);

    [AlwaysInterleave] Task Admit(string gate);
}

[MayInterleave(nameof(IsAdmitted))]
internal sealed class MoodyGrain(Gates gates) : Grain, IMoody
{
    private string? _admitted;

    public bool IsAdmitted(IInvokable request) => _admitted is not null && Equals(request.GetArgument(0), _admitted);

    public Task Run(string gate) => gates.Pass(gate);

    public Task Admit(string gate)
    {
        _admitted = gate;
        return Task.CompletedTask;
    }
}

public sealed class InterleavingTests
{
    [Fact]
    public async Task S3_A_predicate_of_the_class_lets_chosen_requests_in_and_they_overtake_the_others()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<ISelective>("a");
        var first = grain.Run("first");
        await gates.Reached("first");
        gates.Open("waits");
        gates.Open("in");

        var waits = grain.Run("waits");
        await grain.Run("in");
        Assert.False(waits.IsCompleted);

        gates.Open("first");
        await Task.WhenAll(first, waits);
    }

    [Fact]
    public async Task S3_A_request_that_the_predicate_chooses_lets_others_in_while_it_runs()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<ISelective>("a");
        var first = grain.Run("in");
        await gates.Reached("in");
        gates.Open("other");

        await grain.Run("other");
        Assert.False(first.IsCompleted);

        gates.Open("in");
        await first;
    }

    [Fact]
    public async Task S3_A_predicate_that_throws_fails_the_incoming_call_and_the_grain_goes_on()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<ISelective>("a");
        var first = grain.Run("first");
        await gates.Reached("first");

        var failure = await Assert.ThrowsAsync<RottenFruitException>(() => grain.Run("throw"));

        Assert.Equal("undecided", failure.Message);
        gates.Open("first");
        await first;
        gates.Open("last");
        await grain.Run("last");
    }

    [Fact]
    public async Task S3_A_predicate_may_ask_the_grain_itself()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<IMoody>("a");
        var first = grain.Run("first");
        await gates.Reached("first");
        gates.Open("second");

        await grain.Admit("second");
        await grain.Run("second");

        Assert.False(first.IsCompleted);
        gates.Open("first");
        await first;
    }
}
