using System.ComponentModel;
using Fincord.Api.Http;
using Fincord.Contracts.Members;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using static Fincord.Api.Http.RequestText;

namespace Fincord.Api.Trading;

/// <summary>The REST endpoints of what stands above accounts, below <c>/api/v1/risk</c>.</summary>
public static class RiskEndpoints
{
    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder MapRisk(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/risk").WithTags("Risk").RequireAuthorization(Permissions.RiskRead).ProducesProblemBody(400, 401, 403, 500);
        read.MapGet("/kill-switches", ListKillSwitches).WithName(nameof(ListKillSwitches)).WithSummary("The kill switches above accounts that are on.");
        read.MapGet("/changes", ListRiskChanges).WithName(nameof(ListRiskChanges)).WithSummary("Who changed kill switches and limits, and why: the latest first.");
        read.MapGet("/budgets/{scope}", GetBudget).WithName(nameof(GetBudget)).WithSummary("The limits above the accounts of a scope, and what is used of them.");

        var manage = routes.MapGroup("/api/v1/risk").WithTags("Risk").RequireAuthorization(Permissions.RiskManage)
            .ProducesProblemBody(400, 401, 403, 409, 500);
        manage.MapPut("/kill-switches/{scope}", TurnScopeKillSwitch).WithName(nameof(TurnScopeKillSwitch))
            .WithSummary("Turns a kill switch of all, venue:NAME, member:ID, bot:ID or fund:ID; on also cancels all open orders of the accounts in its scope.");
        manage.MapPut("/budgets/{scope}", SetBudget).WithName(nameof(SetBudget)).WithSummary("Sets the limits above the accounts of a scope, or takes them away.");
        return routes;
    }

    private static async Task<Ok<PageView<KillSwitchView>>> ListKillSwitches(RiskControl risk, CancellationToken cancellation) =>
        TypedResults.Ok(new PageView<KillSwitchView>(await risk.ListKillSwitches(cancellation)));

    private static async Task<Ok<PageView<RiskChangeView>>> ListRiskChanges(
        RiskControl risk, CancellationToken cancellation,
        [Description("Only those of this scope.")] string? scope = null,
        [Description("Go on with older ones: what the page before called next.")] string? after = null,
        [Description("At most so many, 1 to 1,000.")] string? limit = null)
    {
        var page = await risk.ReadChanges(scope, ReadSequence(nameof(after), after), ReadLimit(limit, RiskControl.MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<RiskChangeView>(page.Items, page.HasNext ? page.Items[^1].Epoch.ToString() : null));
    }

    private static async Task<Ok<KillSwitchTurnView>> TurnScopeKillSwitch(
        string scope, TurnScopeKillSwitchRequest request, CurrentMember member, RiskControl risk,
        [FromHeader(Name = "Idempotency-Key")] string? key = null) =>
        TypedResults.Ok(await risk.Turn(member, RequireKey(key), Uri.UnescapeDataString(scope), request));

    private static async Task<Ok<BudgetView>> GetBudget(string scope, RiskControl risk) => TypedResults.Ok(await risk.ReadBudget(Uri.UnescapeDataString(scope)));

    private static async Task<Ok<BudgetView>> SetBudget(
        string scope, SetBudgetRequest request, CurrentMember member, RiskControl risk, [FromHeader(Name = "Idempotency-Key")] string? key = null) =>
        TypedResults.Ok(await risk.SetBudget(member, RequireKey(key), Uri.UnescapeDataString(scope), request));
}
