using System.ComponentModel;
using Fincord.Api.Http;
using Fincord.Contracts.Members;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Fincord.Api.Http.RequestText;

namespace Fincord.Api.Trading;

/// <summary>The REST endpoints of what an account did and what it risks, below <c>/api/v1/accounts/{account}</c>.</summary>
public static class FigureEndpoints
{
    private const string First = "First moment, inclusive; RFC 3339. 30 days before the last by default.";
    private const string Last = "Last moment, exclusive; RFC 3339. Now by default.";

    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder MapFigures(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/accounts/{account}").WithTags("Trading").RequireAuthorization(Permissions.AccountRead)
            .ProducesProblemBody(400, 401, 403, 404, 500);
        read.MapGet("/statement", GetStatement).WithName(nameof(GetStatement))
            .WithSummary("What it had at both ends of [from, to), and all that was booked between them.");
        read.MapGet("/pnl", ListDailyPnl).WithName(nameof(ListDailyPnl)).WithSummary("What each UTC day in [from, to) brought, by day.");
        read.MapGet("/performance", GetPerformance).WithName(nameof(GetPerformance))
            .WithSummary("How well it did in [from, to): returns and metrics of its daily equity.");
        read.MapGet("/trades", ListTrades).WithName(nameof(ListTrades)).WithSummary("Its round trips: those that go on, then the latest first.");
        read.MapGet("/risk", ListRisk).WithName(nameof(ListRisk)).WithSummary("What it risked in [from, to), the latest first; it is measured every few minutes.");
        return routes;
    }

    private static async Task<Ok<AccountStatementView>> GetStatement(
        string account, CurrentMember member, FigureReader figures, CancellationToken cancellation,
        [Description(First)] string? from = null, [Description(Last)] string? to = null) => TypedResults.Ok(await figures.ReadStatement(
            await figures.Find(member, account, cancellation), ReadTime(nameof(from), from), ReadTime(nameof(to), to), cancellation));

    private static async Task<Ok<PageView<DailyPnlView>>> ListDailyPnl(
        string account, CurrentMember member, FigureReader figures, CancellationToken cancellation,
        [Description(First)] string? from = null, [Description(Last)] string? to = null) => TypedResults.Ok(new PageView<DailyPnlView>(await figures.ReadDailyPnl(
            await figures.Find(member, account, cancellation), ReadTime(nameof(from), from), ReadTime(nameof(to), to), cancellation)));

    private static async Task<Ok<PerformanceView>> GetPerformance(
        string account, CurrentMember member, FigureReader figures, CancellationToken cancellation,
        [Description(First)] string? from = null, [Description(Last)] string? to = null) => TypedResults.Ok(await figures.ReadPerformance(
            await figures.Find(member, account, cancellation), ReadTime(nameof(from), from), ReadTime(nameof(to), to), cancellation));

    private static async Task<Ok<PageView<TradeView>>> ListTrades(
        string account, CurrentMember member, FigureReader figures, CancellationToken cancellation,
        [Description("Go on with older ones: what the page before called next.")] string? after = null,
        [Description("At most so many, 1 to 1,000.")] string? limit = null)
    {
        FillId? last = after is null ? null : Guid.TryParse(after, out var id) ? new(id)
            : throw RefusalException.InvalidArgument($"after is the id of a trade, not '{after}'.");
        var page = await figures.ReadTrades(await figures.Find(member, account, cancellation), last, ReadLimit(limit, AccountReader.MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<TradeView>(page.Items, page.HasNext ? page.Items[^1].Id : null));
    }

    private static async Task<Ok<PageView<RiskView>>> ListRisk(
        string account, CurrentMember member, FigureReader figures, CancellationToken cancellation,
        [Description(First)] string? from = null, [Description(Last)] string? to = null,
        [Description("At most so many, 1 to 1,000; go on with the last one's time as to.")] string? limit = null)
    {
        var page = await figures.ReadRiskHistory(
            await figures.Find(member, account, cancellation), ReadTime(nameof(from), from), ReadTime(nameof(to), to),
            ReadLimit(limit, AccountReader.MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<RiskView>(page.Items));
    }
}
