using Fincord.Api.Http;
using Fincord.Api.Markets;
using Fincord.Contracts.Members;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fincord.Api.Trading;

/// <summary>The REST endpoints of terms, sessions and halts, below <c>/api/v1/instruments</c>.</summary>
public static class InstrumentTermsEndpoints
{
    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder MapInstrumentTerms(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/instruments/{key}").WithTags("Trading").RequireAuthorization(Permissions.MarketsRead)
            .ProducesProblemBody(400, 401, 403, 404, 500);
        read.MapGet("/terms", GetTerms).WithName(nameof(GetTerms)).WithSummary("On what terms an instrument is traded.");
        read.MapGet("/session", GetSession).WithName(nameof(GetSession)).WithSummary("What its market does now, and when that changes.");

        var halt = routes.MapGroup("/api/v1/instruments/{key}/halt").WithTags("Trading").RequireAuthorization(Permissions.InstrumentsHalt)
            .ProducesProblemBody(400, 401, 403, 404, 500);
        halt.MapPut("/", HaltInstrument).WithName(nameof(HaltInstrument)).WithSummary("Halts the trading of an instrument for all; its market data goes on.");
        halt.MapDelete("/", ResumeInstrument).WithName(nameof(ResumeInstrument)).WithSummary("Lets the trading of a halted instrument go on.");
        return routes;
    }

    private static async Task<Ok<TermsView>> GetTerms(string key, MarketReader markets, TermsReader terms, CancellationToken cancellation) =>
        TypedResults.Ok(terms.ReadTerms(await markets.FindInstrument(Unescape(key), cancellation)));

    private static async Task<Ok<SessionView>> GetSession(string key, MarketReader markets, TermsReader terms, CancellationToken cancellation)
    {
        var instrument = await markets.FindInstrument(Unescape(key), cancellation);
        return TypedResults.Ok(terms.ToSession(instrument, await markets.ReadState(instrument.Id)));
    }

    private static async Task<Ok<SessionView>> HaltInstrument(string key, HaltRequest request, CurrentMember member, TermsReader terms, CancellationToken cancellation) =>
        TypedResults.Ok((await terms.Halt(member, Unescape(key), TermsReader.CheckReason(request.Reason), cancellation)).Session);

    private static async Task<Ok<SessionView>> ResumeInstrument(string key, CurrentMember member, TermsReader terms, CancellationToken cancellation) =>
        TypedResults.Ok((await terms.Halt(member, Unescape(key), null, cancellation)).Session);

    private static string Unescape(string key) => Uri.UnescapeDataString(key);
}
