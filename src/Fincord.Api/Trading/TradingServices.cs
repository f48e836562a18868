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
            .AddSingleton<FigureReader>()
            .AddSingleton<Trader>()
            .AddSingleton<RiskControl>()
            .AddSingleton<TermsReader>()
            .AddSingleton<InstrumentActor>()
            .AddSingleton<SettlementReader>()
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
        .AddTypeExtension<FigureFields>()
        .AddTypeExtension<TradeFields>()
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
        .AddType<BudgetType>()
        .AddType<RiskChangeType>()
        .AddType<FillType>()
        .AddType<JournalEntryType>()
        .AddType<JournalLineType>()
        .AddType<EquityPointType>()
        .AddInstrumentActions()
        .AddFigureTypes()
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

    private static IRequestExecutorBuilder AddFigureTypes(this IRequestExecutorBuilder builder) => builder
        .AddType<AccountStatementType>()
        .AddType<StatementEndType>()
        .AddType<AmountType>()
        .AddType<HoldingType>()
        .AddType<MovementType>()
        .AddType<RealizedType>()
        .AddType<ProfitType>()
        .AddType<DailyPnlType>()
        .AddType<PerformanceType>()
        .AddType<RiskType>()
        .AddType<ExposureType>()
        .AddType<TailRiskType>()
        .AddType<TradeType>();
}
