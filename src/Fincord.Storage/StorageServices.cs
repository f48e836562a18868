using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>
    /// Registers the ports of the market (<see cref="IEventLog"/>, <see cref="IMarketStore"/>, <see cref="IInstrumentRegistry"/>,
    /// <see cref="IQuarantine"/>) and of trading (<see cref="ITradingStore"/>, <see cref="IHaltStore"/>, <see cref="IAccountFigures"/>) on files in one folder. The folder is opened when the host starts its services, or when a port is first
    /// asked for: what is wrong then surfaces as a <see cref="StorageException"/> (or an <see cref="OptionsValidationException"/>).
    /// It is closed with the service provider.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Action<StorageOptions> configure)
    {
        services.AddOptions<StorageOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => LocalStorage.Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()).GetAwaiter().GetResult());
        services.AddSingleton<IEventLog>(provider => provider.GetRequiredService<LocalStorage>().EventLog);
        services.AddSingleton<IMarketStore>(provider => provider.GetRequiredService<LocalStorage>().MarketStore);
        services.AddSingleton<IInstrumentRegistry>(provider => provider.GetRequiredService<LocalStorage>().Instruments);
        services.AddSingleton<IQuarantine>(provider => provider.GetRequiredService<LocalStorage>().Quarantine);
        services.AddSingleton<ITradingStore>(provider => provider.GetRequiredService<LocalStorage>().TradingStore);
        services.AddSingleton<IAccountFigures>(provider => provider.GetRequiredService<LocalStorage>().AccountFigures);
        services.AddSingleton<IRiskStore>(provider => provider.GetRequiredService<LocalStorage>().RiskStore);
        services.AddSingleton<IHaltStore>(provider => provider.GetRequiredService<LocalStorage>().Halts);
        services.AddSingleton<IInstrumentActionStore>(provider => provider.GetRequiredService<LocalStorage>().InstrumentActions);
        services.AddSingleton<ISettlementStore>(provider => provider.GetRequiredService<LocalStorage>().Settlements);
        services.AddHostedService<StorageOpener>();
        return services;
    }

    // Opens the folder although nobody has asked for a port yet, so that what is wrong is told at the start.
    private sealed class StorageOpener(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<LocalStorage>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
