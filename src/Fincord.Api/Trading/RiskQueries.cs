using Fincord.Contracts.Members;
using Fincord.Schemas.Views;
using HotChocolate.Authorization;
using HotChocolate.Language;

namespace Fincord.Api.Trading;

/// <summary>Questions about what stands above accounts.</summary>
[ExtendObjectType(OperationType.Query)]
public sealed class RiskQueries
{
    /// <summary>The kill switches above accounts that are on.</summary>
    [Authorize(Permissions.RiskRead)]
    public Task<IReadOnlyList<KillSwitchView>> GetKillSwitchesAsync(RiskControl risk, CancellationToken cancellation) => risk.ListKillSwitches(cancellation);

    /// <summary>The limits above the accounts of a scope, and what is used of them.</summary>
    [Authorize(Permissions.RiskRead)]
    public Task<BudgetView> GetBudgetAsync(string scope, RiskControl risk) => risk.ReadBudget(scope);

    /// <summary>Who changed kill switches and limits, and why: the latest first, at most 1,000, below an epoch when given, of one scope when given.</summary>
    [Authorize(Permissions.RiskRead)]
    public async Task<IReadOnlyList<RiskChangeView>> GetRiskChangesAsync(
        RiskControl risk, CancellationToken cancellation, string? scope = null, long? before = null, int first = 100)
    {
        if (first is < 1 or > RiskControl.MaxPageSize) throw RefusalException.InvalidArgument($"first is a number from 1 to {RiskControl.MaxPageSize}.");
        return (await risk.ReadChanges(scope, before, first, cancellation)).Items;
    }
}
