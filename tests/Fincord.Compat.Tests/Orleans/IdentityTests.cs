using Orleans.Configuration;

namespace Fincord.Compat.Tests.Orleans;

public interface ISingle : IGrainWithStringKey
{
    Task<Guid> Which();

    Task End();
}

/// <summary>Each object of it is another, and ends slowly when it is told to.</summary>
internal sealed class SingleGrain(Gates gates) : Grain, ISingle
{
    private readonly Guid _which = Guid.NewGuid();

    public Task<Guid> Which() => Task.FromResult(_which);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await gates.Pass("ending");
        gates.Note("ended");
    }
}

public interface IGrained : IGrainWithStringKey;

/// <summary>The suffix is cut once.</summary>
internal sealed class GrainGrain : Grain, IGrained;

public sealed class IdentityTests
{
    private static readonly Action<ISiloBuilder> PatientForASecond = silo =>
        silo.Configure<GrainCollectionOptions>(options => options.DeactivationTimeout = TimeSpan.FromSeconds(1));

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S20_First_calls_at_once_meet_in_one_activation()
    {
        await using var cluster = await TestClusters.Deploy();
        for (var round = 0; round < 20; round++)
        {
            var grain = cluster.Client.GetGrain<ISingle>($"grain {round}");
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var calls = Enumerable.Range(0, 8).Select(async _ =>
            {
                await start.Task;
                return await grain.Which();
            }).ToArray();
            start.SetResult();

            Assert.Single((await Task.WhenAll(calls)).Distinct());
        }
    }

    [Fact]
    public async Task S23_A_silo_that_dies_waits_for_no_deactivation()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, PatientForASecond);
        await cluster.Client.GetGrain<ISingle>("a").Which();

        await cluster.KillSiloAsync(cluster.Silos[0]).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Empty(gates.Log);
        gates.Open("ending");
    }

    [Fact]
    public async Task S23_A_deactivation_that_hangs_is_given_up_after_its_timeout()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, PatientForASecond);
        var grain = cluster.Client.GetGrain<ISingle>("a");
        var first = await grain.Which();

        await grain.End();
        await gates.Reached("ending");
        var second = await grain.Which().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.NotEqual(first, second);
        Assert.Empty(gates.Log);
        gates.Open("ending");
    }

    [Fact]
    public async Task S24_The_name_of_a_grain_is_that_of_its_class_in_lower_case_without_its_suffix_or_what_its_attribute_says()
    {
        await using var cluster = await TestClusters.Deploy();
        var client = cluster.Client;

        Assert.Equal("single/A", client.GetGrain<ISingle>("A").GetGrainId().ToString());
        Assert.Equal("grain/a", client.GetGrain<IGrained>("a").GetGrainId().ToString());
        Assert.Equal("firstanswer/a", client.GetGrain<IAmbiguous>("a", "Fincord.Compat.Tests.Orleans.First").GetGrainId().ToString());
        Assert.Equal("sleeper/a", client.GetGrain<ISleeper>("a").GetGrainId().ToString());
        Assert.Equal("compound/1A+x", client.GetGrain<ICompound>(26, "x", null).GetGrainId().ToString());
    }
}
