using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>A store whose writes always meet a state that somebody else wrote, or fail altogether.</summary>
internal sealed class FailingStorage : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => stateName == "compat.conflict"
        ? throw new InconsistentStateException("somebody else wrote", "2", "1")
        : throw new RottenFruitException("the disk is full");

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
}

public interface IUnlucky : IGrainWithStringKey
{
    Task WriteWithConflict();

    Task WriteWithFailure();

    Task<int> Entries();

    Task LetOtherWrite(string other);
}

internal sealed class UnluckyGrain : Grain, IUnlucky
{
    private readonly IPersistentState<Diary> _conflicting;
    private readonly IPersistentState<Diary> _failing;

    public UnluckyGrain(
        Gates gates,
        [PersistentState("compat.conflict", "failing")] IPersistentState<Diary> conflicting,
        [PersistentState("compat.failure", "failing")] IPersistentState<Diary> failing)
    {
        gates.Note($"{IdentityString} made");
        (_conflicting, _failing) = (conflicting, failing);
    }

    public Task WriteWithConflict()
    {
        _conflicting.State.Entries.Add("lost");
        return _conflicting.WriteStateAsync();
    }

    public Task WriteWithFailure()
    {
        _failing.State.Entries.Add("kept in memory");
        return _failing.WriteStateAsync();
    }

    public Task<int> Entries() => Task.FromResult(_conflicting.State.Entries.Count + _failing.State.Entries.Count);

    public Task LetOtherWrite(string other) => GrainFactory.GetGrain<IUnlucky>(other).WriteWithConflict();
}

public sealed class StorageConflictTests
{
    private static readonly Action<ISiloBuilder> Failing = silo => silo.Services.AddGrainStorage("failing", (_, _) => new FailingStorage());

    [Fact]
    public async Task S26_A_stale_write_that_escapes_the_grain_deactivates_it()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, Failing);
        var grain = cluster.Client.GetGrain<IUnlucky>("a");

        await Assert.ThrowsAsync<InconsistentStateException>(grain.WriteWithConflict);

        Assert.Equal(0, await grain.Entries());
        Assert.Equal(["unlucky/a made", "unlucky/a made"], gates.Log);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S26_A_calling_grain_through_which_it_passes_is_not_deactivated()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, Failing);
        var caller = cluster.Client.GetGrain<IUnlucky>("caller");

        await Assert.ThrowsAsync<InconsistentStateException>(() => caller.LetOtherWrite("other"));
        await caller.Entries();

        Assert.Equal(["unlucky/caller made", "unlucky/other made"], gates.Log);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S27_A_failed_write_keeps_the_state_in_memory_and_is_wrapped_in_an_OrleansException()
    {
        await using var cluster = await TestClusters.Deploy(new Gates(), Failing);
        var grain = cluster.Client.GetGrain<IUnlucky>("a");

        var failure = await Assert.ThrowsAsync<OrleansException>(grain.WriteWithFailure);

        Assert.IsType<RottenFruitException>(failure.InnerException);
        Assert.Equal(1, await grain.Entries());
    }
}
