using Orleans.Providers;

namespace Fincord.Compat.Tests.Orleans;

[GenerateSerializer]
public sealed class Tally
{
    [Id(0)]
    public int Count { get; set; }
}

public interface ITally : IGrainWithStringKey
{
    Task<int> Add(bool write);

    Task<int> Clear();

    Task<int> Read();

    Task End();
}

[StorageProvider(ProviderName = "tallies")]
internal sealed class TallyGrain : Grain<Tally>, ITally
{
    public async Task<int> Add(bool write)
    {
        State.Count++;
        if (write) await WriteStateAsync();
        return State.Count;
    }

    public async Task<int> Clear()
    {
        await ClearStateAsync();
        return State.Count;
    }

    public async Task<int> Read()
    {
        await ReadStateAsync();
        return State.Count;
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed class StatefulGrainTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S25_The_state_of_a_stateful_grain_is_read_before_its_first_call()
    {
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddMemoryGrainStorage("tallies"));
        var grain = cluster.Client.GetGrain<ITally>("a");

        Assert.Equal(1, await grain.Add(write: false));
        Assert.Equal(2, await grain.Add(write: true));
        await grain.End();

        Assert.Equal(3, await grain.Add(write: false));
    }

    [Fact]
    public async Task S25_A_stateful_grain_reads_and_clears_its_state_when_it_asks()
    {
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddMemoryGrainStorage("tallies"));
        var grain = cluster.Client.GetGrain<ITally>("a");
        await grain.Add(write: true);
        await grain.Add(write: false);

        Assert.Equal(1, await grain.Read());
        Assert.Equal(0, await grain.Clear());
        Assert.Equal(0, await grain.Read());
    }
}
