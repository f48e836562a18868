using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Starts the silo with its host, when nothing is wrong with its configuration.</summary>
internal sealed class SiloHostedService(Silo silo, IEnumerable<ISiloValidator> validators, IEnumerable<GatewayPort> gateways) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var validator in validators) validator.Validate();
        await silo.Start(cancellationToken);
        foreach (var gateway in gateways) Gateways.Add(gateway.Port, silo);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var gateway in gateways) Gateways.Remove(gateway.Port, silo);
        return silo.Stop(cancellationToken);
    }
}

/// <summary>Looks at the configuration before the silo starts.</summary>
internal interface ISiloValidator
{
    /// <summary>Throws <see cref="OrleansConfigurationException"/> when something is wrong.</summary>
    void Validate();
}
