using Fincord.Contracts.Markets;
using Fincord.Grains.Markets.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Grains.Markets;

/// <summary>Registers what the noun Markets runs beside its grains.</summary>
public static class MarketGrainServices
{
    /// <summary>The grains' options, section <see cref="MarketOptions.Section"/>, validated at start.</summary>
    public static IServiceCollection AddMarketGrains(this IServiceCollection services)
    {
        services.AddOptions<MarketOptions>().BindConfiguration(MarketOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    /// <summary>The ingest worker (role <c>ingest</c>). Register it after the silo, so that it stops before the silo does.</summary>
    public static IServiceCollection AddMarketIngest(this IServiceCollection services)
    {
        services.AddSingleton<IngestProgress>();
        services.AddSingleton<IIngestProgress>(provider => provider.GetRequiredService<IngestProgress>());
        services.AddSingleton<Refusals>();
        services.AddHostedService<IngestWorker>();
        return services;
    }
}
