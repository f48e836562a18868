using Fincord.Contracts;
using HotChocolate.Execution.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fincord.Api.Trading;

/// <summary>Registers the API of trading.</summary>
internal static class TradingServices
{
    /// <summary>What its resolvers and endpoints take.</summary>
    public static IServiceCollection AddTrading(this IServiceCollection services)
    {
        services.TryAddSingleton<IIdGenerator, VersionSevenIds>();
        return services
            .AddSingleton<OrderTickets>()
            .AddSingleton<AccountReader>()
            .AddSingleton<Trader>()
            .AddSingleton<RiskControl>()
            .AddSingleton<LocalAccount>()
            .AddSingleton<AccountHub>()
            .AddHostedService(provider => provider.GetRequiredService<AccountHub>());
    }

    /// <summary>Its types.</summary>
    public static IRequestExecutorBuilder AddTrading(this IRequestExecutorBuilder builder) => builder
        .AddTypeExtension<TradingQueries>()
        .AddTypeExtension<TradingMutations>()
        .AddTypeExtension<TradingSubscriptions>()
        .AddTypeExtension<RiskQueries>()
        .AddTypeExtension<RiskMutations>()
        .AddTypeExtension<AccountFields>()
        .AddTypeExtension<OrderFields>()
        .AddTypeExtension<FillFields>()
        .AddTypeExtension<PositionFields>()
        .AddTypeExtension<JournalLineFields>()
        .AddType<AccountType>()
        .AddType<BalanceType>()
        .AddType<PositionType>()
        .AddType<OrderObjectType>()
        .AddType<BreakerType>()
        .AddType<DenialType>()
        .AddType<KillSwitchType>()
        .AddType<BudgetType>()
        .AddType<RiskChangeType>()
        .AddType<FillType>()
        .AddType<JournalEntryType>()
        .AddType<JournalLineType>()
        .AddType<EquityPointType>()
        .AddDataLoader<InstrumentById>();
}
