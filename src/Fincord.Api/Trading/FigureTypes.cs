using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>The GraphQL type <c>AccountStatement</c>.</summary>
public sealed class AccountStatementType : ObjectType<AccountStatementView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<AccountStatementView> descriptor) => descriptor.Name("AccountStatement");
}

/// <summary>The GraphQL type <c>StatementEnd</c>.</summary>
public sealed class StatementEndType : ObjectType<StatementEndView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<StatementEndView> descriptor) => descriptor.Name("StatementEnd");
}

/// <summary>The GraphQL type <c>Amount</c>.</summary>
public sealed class AmountType : ObjectType<AmountView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<AmountView> descriptor) => descriptor.Name("Amount");
}

/// <summary>The GraphQL type <c>Holding</c>.</summary>
public sealed class HoldingType : ObjectType<HoldingView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<HoldingView> descriptor) => descriptor.Name("Holding");
}

/// <summary>The GraphQL type <c>Movement</c>.</summary>
public sealed class MovementType : ObjectType<MovementView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<MovementView> descriptor) => descriptor.Name("Movement");
}

/// <summary>The GraphQL type <c>Realized</c>.</summary>
public sealed class RealizedType : ObjectType<RealizedView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<RealizedView> descriptor) => descriptor.Name("Realized");
}

/// <summary>The GraphQL type <c>Profit</c>.</summary>
public sealed class ProfitType : ObjectType<ProfitView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<ProfitView> descriptor) => descriptor.Name("Profit");
}

/// <summary>The GraphQL type <c>DailyPnl</c>.</summary>
public sealed class DailyPnlType : ObjectType<DailyPnlView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<DailyPnlView> descriptor) => descriptor.Name("DailyPnl");
}

/// <summary>The GraphQL type <c>Performance</c>.</summary>
public sealed class PerformanceType : ObjectType<PerformanceView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<PerformanceView> descriptor) => descriptor.Name("Performance");
}

/// <summary>The GraphQL type <c>Risk</c>.</summary>
public sealed class RiskType : ObjectType<RiskView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<RiskView> descriptor) => descriptor.Name("Risk");
}

/// <summary>The GraphQL type <c>Exposure</c>.</summary>
public sealed class ExposureType : ObjectType<ExposureView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<ExposureView> descriptor) => descriptor.Name("Exposure");
}

/// <summary>The GraphQL type <c>TailRisk</c>.</summary>
public sealed class TailRiskType : ObjectType<TailRiskView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<TailRiskView> descriptor) => descriptor.Name("TailRisk");
}

/// <summary>The GraphQL type <c>Trade</c>.</summary>
public sealed class TradeType : ObjectType<TradeView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<TradeView> descriptor)
    {
        descriptor.Name("Trade");
        descriptor.Field(trade => trade.Id).Type<NonNullType<IdType>>();
        descriptor.Field(trade => trade.EntryOrderIds).Type<NonNullType<ListType<NonNullType<IdType>>>>();
        descriptor.Field(trade => trade.ExitOrderIds).Type<NonNullType<ListType<NonNullType<IdType>>>>();
        descriptor.Field(trade => trade.InstrumentId).Ignore();
    }
}
