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

/// <summary>The REST endpoints of what instruments do to those who hold them, and of how accounts settle.</summary>
public static class InstrumentActionEndpoints
{
    private const string KeyHeader = "Idempotency-Key";
    private const int MaxPageSize = 1_000;

    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder MapInstrumentActions(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/v1/actions").WithTags("Trading").RequireAuthorization(Permissions.MarketsRead).ProducesProblemBody(400, 401, 403, 404, 500)
            .MapGet("/{key}", ListActions).WithName(nameof(ListActions)).WithSummary("An instrument's actions (dividends, splits, funding and the like), the latest known first.");
        routes.MapGroup("/api/v1/actions").WithTags("Trading").RequireAuthorization(Permissions.InstrumentsAct).ProducesProblemBody(400, 401, 403, 404, 409, 422, 500)
            .MapPost("/", AnnounceAction).WithName(nameof(AnnounceAction)).WithSummary("Announces an action of an instrument. It counts for what all accounts hold when it takes effect.");
        routes.MapGroup("/api/v1/accounts").WithTags("Trading").RequireAuthorization(Permissions.AccountRead).ProducesProblemBody(400, 401, 403, 404, 500)
            .MapGet("/{account}/settlements", GetSettlements).WithName(nameof(GetSettlements)).WithSummary("What of an account's trades has settled, and what is to be delivered against what.");
        return routes;
    }

    private static async Task<Ok<PageView<InstrumentActionView>>> ListActions(
        string key, InstrumentActor actions, CancellationToken cancellation,
        [Description("Go on with older ones: what the page before called next.")] string? after = null,
        [Description("At most so many, 1 to 1,000.")] string? limit = null)
    {
        var page = await actions.Read(Uri.UnescapeDataString(key), ReadSequence(nameof(after), after), ReadLimit(limit, MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<InstrumentActionView>(page.Items, page.HasNext ? page.Items[^1].Sequence.ToString() : null));
    }

    private static async Task<Created<InstrumentActionView>> AnnounceAction(
        AnnounceActionRequest request, CurrentMember member, InstrumentActor actions, CancellationToken cancellation, [FromHeader(Name = KeyHeader)] string? key = null)
    {
        if (key is null) throw RefusalException.InvalidArgument($"This needs the header {KeyHeader}: 1 to 64 visible ASCII characters.");
        var view = await actions.Announce(member, key, request, cancellation);
        return TypedResults.Created($"/api/v1/actions/{Uri.EscapeDataString(view.InstrumentKey)}", view);
    }

    private static async Task<Ok<SettlementsView>> GetSettlements(
        string account, CurrentMember member, SettlementReader settlements, CancellationToken cancellation,
        [Description("As it stands at this moment, now by default; RFC 3339.")] string? asOf = null) =>
        TypedResults.Ok(await settlements.Read(member, TradingIds.ToAccount(account), ReadTime(nameof(asOf), asOf), cancellation));
}
