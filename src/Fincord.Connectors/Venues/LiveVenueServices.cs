using Fincord.Connectors.Alpaca;
using Fincord.Connectors.Binance;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Connectors.Venues;

/// <summary>Registers live venues.</summary>
public static class LiveVenueServices
{
    // How long a connection serves before the venue's name is looked up again.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The live venues that section <see cref="VenueOptions.Section"/> enables, none by default, as <see cref="IVenue"/>s: <c>alpaca</c>,
    /// <c>binance</c>, <c>binance-futures</c>. Keys come from the configuration unless another <see cref="IVenueCredentials"/> is registered.
    /// <paramref name="random"/> gives the jitter of pauses, in [0, 1).
    /// </summary>
    public static IServiceCollection AddLiveVenues(this IServiceCollection services, IConfiguration configuration, Func<double> random)
    {
        // A setting with a typing error in its name would be a venue that is off, or at another place, without a word.
        services.AddOptions<VenueOptions>().BindConfiguration(VenueOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<VenueOptions>, VenueOptionsCheck>();
        services.TryAddSingleton<IVenueCredentials, ConfiguredCredentials>();
        services.TryAddSingleton<HttpMessageInvoker>(_ => new(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime, AllowAutoRedirect = false }));
        var options = configuration.GetSection(VenueOptions.Section).Get<VenueOptions>() ?? new();
        if (options.Alpaca.Enabled)
            services.AddSingleton<IVenue>(provider => new AlpacaVenue(Options(provider).Alpaca, Client(provider), Keys(provider), Surroundings(provider, random)));
        if (options.Binance.Enabled)
            services.AddSingleton<IVenue>(provider => new BinanceVenue(BinanceMarket.Spot, Options(provider).Binance, Client(provider), Keys(provider), Surroundings(provider, random)));
        if (options.BinanceFutures.Enabled)
            services.AddSingleton<IVenue>(provider => new BinanceVenue(BinanceMarket.UsdMFutures, Options(provider).BinanceFutures, Client(provider), Keys(provider), Surroundings(provider, random)));
        services.AddSingleton<IInstrumentTermsSource, LiveVenueTerms>();
        return services;
    }

    private static VenueOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<VenueOptions>>().Value;

    private static HttpMessageInvoker Client(IServiceProvider provider) => provider.GetRequiredService<HttpMessageInvoker>();

    private static IVenueCredentials Keys(IServiceProvider provider) => provider.GetRequiredService<IVenueCredentials>();

    // The grain factory is asked for at the first report: it is not there yet when the grains' own services are made.
    private static VenueSurroundings Surroundings(IServiceProvider provider, Func<double> random) => new(
        (account, reports) => provider.GetRequiredService<IGrainFactory>().GetGrain<IAccountGrain>(GrainKeys.Account(account)).Report(reports),
        account => provider.GetRequiredService<IGrainFactory>().GetGrain<IAccountGrain>(GrainKeys.Account(account)).Reconcile(),
        (id, cancellation) => provider.GetRequiredService<IInstrumentRegistry>().Find(id, cancellation),
        provider.GetRequiredService<TimeProvider>(), random, Options(provider), provider.GetRequiredService<ILoggerFactory>().CreateLogger("Fincord.Connectors.Venues"))
    {
        Terms = provider.GetRequiredService<TradingTerms>(),
    };
}
