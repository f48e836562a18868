using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Benchmarks.Actors;

/// <summary>A host with a silo of its own, as Fincord's is.</summary>
internal static class ActorHost
{
    public static async Task<IHost> Start(Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddConsole();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Lateness>();
        builder.Services.AddSingleton<FanOutTally>();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
