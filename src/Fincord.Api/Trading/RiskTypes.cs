using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>The GraphQL type <c>KillSwitch</c>.</summary>
public sealed class KillSwitchType : ObjectType<KillSwitchView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<KillSwitchView> descriptor) => descriptor.Name("KillSwitch");
}

/// <summary>The GraphQL type <c>RiskChange</c>.</summary>
public sealed class RiskChangeType : ObjectType<RiskChangeView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<RiskChangeView> descriptor) => descriptor.Name("RiskChange");
}

/// <summary>The GraphQL type <c>Budget</c>.</summary>
public sealed class BudgetType : ObjectType<BudgetView>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<BudgetView> descriptor) => descriptor.Name("Budget");
}
