using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Fincord.Grains.Trading;

/// <summary>Registers what the noun Trading runs beside its grains.</summary>
public static class TradingGrainServices
{
    /// <summary>The grains' options, section <see cref="TradingOptions.Section"/>, validated at start, and the paper exchange as a venue.</summary>
    public static IServiceCollection AddTradingGrains(this IServiceCollection services)
    {
        services.AddOptions<TradingOptions>().BindConfiguration(TradingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IIdGenerator, VersionSevenIds>();
        services.AddTradingTerms();
        services.AddSingleton<TradingWorld>();
        services.AddSingleton<InstrumentActions>();
        services.AddSingleton<ActionCalendar>();
        services.AddSingleton<AccountRisks>();
        services.AddSingleton<TradingRepairs>();
        services.AddSingleton<RiskDesk>();
        services.AddSingleton<IVenue, PaperVenue>();
        return services;
    }

    /// <summary>On what terms and when instruments are traded, <see cref="TermsOptions"/>; what is wrong with them ends the start.</summary>
    private static void AddTradingTerms(this IServiceCollection services)
    {
        services.AddOptions<TermsOptions>().BindConfiguration(TradingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TermsOptions>, TermsValidation>();
        services.AddSingleton(provider => TermsValidation.Make(provider.GetRequiredService<IOptions<TermsOptions>>().Value, provider.GetServices<ITermsSource>()));
    }

    /// <summary>Recovery after a start. Register it after the silo.</summary>
    public static IServiceCollection AddTradingRecovery(this IServiceCollection services) => services
        .AddHostedService<TradingRecovery>()
        .AddHostedService(provider => provider.GetRequiredService<RiskDesk>());
}
