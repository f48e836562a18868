using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>The GraphQL type <c>Account</c>.</summary>
public sealed class AccountType : ObjectType<AccountView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<AccountView> descriptor)
    {
        descriptor.Name("Account");
        descriptor.Field(account => account.Id).Type<NonNullType<IdType>>();
    }
}

/// <summary>The GraphQL type <c>RiskLimits</c>.</summary>
public sealed class RiskLimitsType : ObjectType<RiskLimitsView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<RiskLimitsView> descriptor) => descriptor.Name("RiskLimits");
}

/// <summary>The GraphQL type <c>VenueDifference</c>.</summary>
public sealed class VenueDifferenceType : ObjectType<VenueDifferenceView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<VenueDifferenceView> descriptor) => descriptor.Name("VenueDifference");
}

/// <summary>The GraphQL type <c>Balance</c>.</summary>
public sealed class BalanceType : ObjectType<BalanceView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<BalanceView> descriptor) => descriptor.Name("Balance");
}

/// <summary>The GraphQL type <c>Position</c>.</summary>
public sealed class PositionType : ObjectType<PositionView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<PositionView> descriptor)
    {
        descriptor.Name("Position");
        descriptor.Field(position => position.InstrumentId).Ignore();
    }
}

/// <summary>The GraphQL type <c>Order</c>.</summary>
public sealed class OrderObjectType : ObjectType<OrderView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<OrderView> descriptor)
    {
        descriptor.Name("Order");
        descriptor.Field(order => order.Id).Type<NonNullType<IdType>>();
        descriptor.Field(order => order.AccountId).Type<NonNullType<IdType>>();
        descriptor.Field(order => order.ParentId).Type<IdType>();
        descriptor.Field(order => order.SiblingIds).Type<NonNullType<ListType<NonNullType<IdType>>>>();
        descriptor.Field(order => order.InstrumentId).Ignore();
    }
}

/// <summary>The GraphQL type <c>Breaker</c>.</summary>
public sealed class BreakerType : ObjectType<BreakerView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<BreakerView> descriptor) => descriptor.Name("Breaker");
}

/// <summary>The GraphQL type <c>Denial</c>.</summary>
public sealed class DenialType : ObjectType<DenialView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<DenialView> descriptor) => descriptor.Name("Denial");
}

/// <summary>The GraphQL type <c>Fill</c>.</summary>
public sealed class FillType : ObjectType<FillView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<FillView> descriptor)
    {
        descriptor.Name("Fill");
        descriptor.Field(fill => fill.Id).Type<NonNullType<IdType>>();
        descriptor.Field(fill => fill.OrderId).Type<NonNullType<IdType>>();
        descriptor.Field(fill => fill.InstrumentId).Ignore();
    }
}

/// <summary>The GraphQL type <c>JournalEntry</c>.</summary>
public sealed class JournalEntryType : ObjectType<JournalEntryView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<JournalEntryView> descriptor) => descriptor.Name("JournalEntry");
}

/// <summary>The GraphQL type <c>JournalLine</c>.</summary>
public sealed class JournalLineType : ObjectType<JournalLineView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<JournalLineView> descriptor) => descriptor.Name("JournalLine");
}

/// <summary>The GraphQL type <c>EquityPoint</c>.</summary>
public sealed class EquityPointType : ObjectType<EquityPointView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<EquityPointView> descriptor) => descriptor.Name("EquityPoint");
}
