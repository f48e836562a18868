using Orleans.Core.Internal;

namespace Fincord.Compat.Tests.Orleans;

public interface IGreeting : IGrainExtension
{
    Task<string> Greet(string name);
}

internal sealed class Greeting(IGrainContextAccessor accessor) : IGreeting
{
    private int _count;

    public Task<string> Greet(string name) => Task.FromResult($"{accessor.GrainContext.GrainId.Key} greets {name} for the {++_count}. time");
}

/// <summary>Of this test alone: the real package counts activations for the whole process, in which other tests run silos, too.</summary>
public interface ICounted : IGrainWithStringKey
{
    Task Wake();
}

internal sealed class CountedGrain : Grain, ICounted
{
    public Task Wake() => Task.CompletedTask;
}

public sealed class ManagementTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task The_management_grain_tells_what_is_in_memory()
    {
        await using var cluster = await TestClusters.Deploy();
        var management = cluster.Client.GetGrain<IManagementGrain>(0);
        var a = cluster.Client.GetGrain<ICounted>("a");
        await a.Wake();
        await cluster.Client.GetGrain<ICounted>("b").Wake();
        var absent = cluster.Client.GetGrain<ICounted>("absent");

        var host = Assert.Single(await management.GetHosts(onlyActive: true));
        Assert.Equal(SiloStatus.Active, host.Value);
        Assert.Equal(["a", "b"], (await management.GetActiveGrains(a.GetGrainId().Type)).Select(one => one.Key.ToString()).Order());
        Assert.Equal(host.Key, await management.GetActivationAddress(a));
        Assert.Null(await management.GetActivationAddress(absent));
        var counted = Assert.Single(await management.GetSimpleGrainStatistics(), one => one.GrainType.Contains(nameof(CountedGrain)));
        Assert.Equal((2, host.Key), (counted.ActivationCount, counted.SiloAddress));
        Assert.Equal(2, (await management.GetDetailedGrainStatistics([counted.GrainType])).Length);
        Assert.True(await management.GetTotalActivationCount() >= 2);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S22_A_forced_collection_ends_what_has_nothing_to_do_but_not_what_is_delayed()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var management = cluster.Client.GetGrain<IManagementGrain>(0);
        await cluster.Client.GetGrain<IDelayer>("delayed").Delay(TimeSpan.FromHours(1));
        await cluster.Client.GetGrain<IDelayer>("idle").Delay();

        await management.ForceActivationCollection(TimeSpan.Zero);
        await gates.Reached("idle");

        Assert.Equal(["idle"], gates.Log);
        Assert.Equal(["delayed"], (await management.GetActiveGrains(cluster.Client.GetGrain<IDelayer>("idle").GetGrainId().Type))
            .Select(one => one.Key.ToString()));
    }

    [Fact]
    public async Task S21_Every_grain_can_be_told_to_deactivate_from_outside()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<IDelayer>("told");
        await grain.Delay();

        await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

        await gates.Reached("told");
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task A_grain_extension_is_an_object_of_the_activation()
    {
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddGrainExtension<IGreeting, Greeting>());
        var greeting = cluster.Client.GetGrain<IDelayer>("a").AsReference<IGreeting>();

        Assert.Equal("a greets Ann for the 1. time", await greeting.Greet("Ann"));
        Assert.Equal("a greets Bob for the 2. time", await greeting.Greet("Bob"));
        Assert.Equal("b greets Bob for the 1. time", await cluster.Client.GetGrain<IDelayer>("b").AsReference<IGreeting>().Greet("Bob"));
    }

    [Fact]
    public async Task An_extension_that_the_silo_does_not_have_fails_the_call()
    {
        await using var cluster = await TestClusters.Deploy();

        await Assert.ThrowsAsync<GrainExtensionNotInstalledException>(
            () => cluster.Client.GetGrain<IDelayer>("a").AsReference<IGreeting>().Greet("Ann"));
    }
}
