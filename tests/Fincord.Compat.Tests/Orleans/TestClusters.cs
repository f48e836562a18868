using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>Clusters of one silo, with the gates that a test shares with its grains.</summary>
internal static class TestClusters
{
    public static async Task<InProcessTestCluster> Deploy(
        Gates? gates = null, Action<ISiloBuilder>? configure = null, Action<IClientBuilder>? configureClient = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(gates ?? new Gates());
            silo.AddMemoryGrainStorageAsDefault();
            configure?.Invoke(silo);
        });
        builder.ConfigureClient(client => configureClient?.Invoke(client));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
