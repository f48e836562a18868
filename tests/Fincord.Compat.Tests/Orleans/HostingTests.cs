using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Fincord.Compat.Tests.Orleans;

public interface IIdler : IGrainWithStringKey
{
    Task Use();
}

internal class IdlerGrain(Gates gates) : Grain, IIdler
{
    public Task Use() => Task.CompletedTask;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        gates.Note($"{this.GetPrimaryKeyString()} {reason.ReasonCode}");
        gates.Reach($"{this.GetPrimaryKeyString()} deactivated");
        return Task.CompletedTask;
    }
}

public interface IKeeper : IIdler;

[KeepAlive]
internal sealed class KeeperGrain(Gates gates) : IdlerGrain(gates), IKeeper;

public sealed class HostingTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S22_An_idle_activation_is_collected_and_one_that_keeps_alive_is_not()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.Configure<GrainCollectionOptions>(options =>
            (options.CollectionAge, options.CollectionQuantum) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1))));

        await cluster.Client.GetGrain<IKeeper>("keeper").Use();
        await cluster.Client.GetGrain<IIdler>("idler", "Fincord.Compat.Tests.Orleans.Idler").Use();
        await gates.Reached("idler deactivated");

        Assert.Equal(["idler ActivationIdle"], gates.Log);
    }

    [Fact]
    public async Task S41_A_startup_task_may_call_grains()
    {
        var gates = new Gates();

        await using var cluster = await TestClusters.Deploy(gates, silo => silo.AddStartupTask(async (services, _) =>
        {
            await services.GetRequiredService<IGrainFactory>().GetGrain<IKeeper>("early").Use();
            gates.Note("started");
        }));

        Assert.Equal(["started"], gates.Log);
    }

    [Fact]
    public async Task UseOrleans_puts_a_silo_into_a_host_with_its_client()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(siloPort: 18_111, gatewayPort: 18_112));
        builder.Services.AddSingleton(new Gates());
        using var host = builder.Build();
        await host.StartAsync();

        await host.Services.GetRequiredService<IClusterClient>().GetGrain<IKeeper>("a").Use();
        await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IKeeper>("a").Use();

        await host.StopAsync();
    }
}
