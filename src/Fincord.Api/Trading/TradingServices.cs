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
            .AddSingleton<InstrumentActor>()
            .AddSingleton<SettlementReader>()
            .AddSingleton<RiskControl>()
            .AddSingleton<TermsReader>()
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
        .AddTypeExtension<InstrumentTermsFields>()
        .AddTypeExtension<HaltMutations>()
        .AddTypeExtension<AccountFields>()
        .AddTypeExtension<OrderFields>()
        .AddTypeExtension<FillFields>()
        .AddTypeExtension<PositionFields>()
        .AddTypeExtension<JournalLineFields>()
        .AddType<TermsType>()
        .AddType<SessionType>()
        .AddType<HaltType>()
        .AddType<AccountType>()
        .AddType<RiskLimitsType>()
        .AddType<VenueDifferenceType>()
        .AddType<BalanceType>()
        .AddType<PositionType>()
        .AddType<OrderObjectType>()
        .AddType<BreakerType>()
        .AddType<DenialType>()
        .AddType<KillSwitchType>()
        .AddType<RiskChangeType>()
        .AddType<FillType>()
        .AddType<JournalEntryType>()
        .AddType<JournalLineType>()
        .AddType<EquityPointType>()
        .AddInstrumentActions()
        .AddDataLoader<InstrumentById>();

    private static IRequestExecutorBuilder AddInstrumentActions(this IRequestExecutorBuilder builder) => builder
        .AddTypeExtension<InstrumentActionQueries>()
        .AddTypeExtension<InstrumentActionMutations>()
        .AddTypeExtension<SettlementFields>()
        .AddTypeExtension<FillSettlementFields>()
        .AddType<InstrumentActionType>()
        .AddType<SettlementsType>()
        .AddType<SettlementCashType>()
        .AddType<SettlementInstructionType>()
        .AddType<SettlingFillType>();
}
