using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>Clusters for tests: one silo, written against the public API alone.</summary>
internal static class TestClusters
{
    public static async Task<InProcessTestCluster> Deploy(Action<ISiloBuilder>? configure = null, Action<IClientBuilder>? configureClient = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => configure?.Invoke(silo));
        builder.ConfigureClient(client => configureClient?.Invoke(client));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
