using System.ComponentModel;
using Fincord.Api.Http;
using Fincord.Contracts.Members;
using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Fincord.Api.Http.RequestText;

namespace Fincord.Api.Markets;

/// <summary>The REST endpoints of markets, below <c>/api/v1/instruments</c>.</summary>
public static class MarketEndpoints
{
    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder MapMarkets(this IEndpointRouteBuilder routes)
    {
        var instruments = routes.MapGroup("/api/v1/instruments").WithTags("Markets").RequireAuthorization(Permissions.MarketsRead)
            .ProducesProblemBody(400, 401, 403, 500);
        instruments.MapGet("/", ListInstruments).WithName(nameof(ListInstruments))
            .WithSummary("All instruments, by key.");
        instruments.MapGet("/{key}", GetInstrument).WithName(nameof(GetInstrument)).ProducesProblemBody(404)
            .WithSummary("The instrument that a key names now.");
        instruments.MapGet("/{key}/quote", GetQuote).WithName(nameof(GetQuote)).ProducesProblemBody(404)
            .WithSummary("The last known state of a market: best bid and ask, and the last trade.");
        instruments.MapGet("/{key}/candles", ListCandles).WithName(nameof(ListCandles)).ProducesProblemBody(404)
            .WithSummary("Candles with open times in [from, to), by open time.");
        return routes;
    }

    private static async Task<Ok<PageView<InstrumentView>>> ListInstruments(
        MarketReader markets, CancellationToken cancellation,
        [Description("Go on after this key.")] string? after = null,
        [Description("At most so many, 1 to 1,000.")] string? limit = null)
    {
        InstrumentKey? afterKey = after is null ? null
            : InstrumentKey.TryParse(after, out var parsed) ? parsed : throw RefusalException.InvalidArgument(InstrumentKey.Explain(after));
        var page = await markets.ListInstruments(afterKey, ReadLimit(limit, MarketReader.MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<InstrumentView>(
            [.. page.Items.Select(InstrumentView.From)], page.HasNext ? page.Items[^1].Key.Value : null));
    }

    private static async Task<Ok<InstrumentView>> GetInstrument(string key, MarketReader markets, CancellationToken cancellation) =>
        TypedResults.Ok(InstrumentView.From(await markets.FindInstrument(Unescape(key), cancellation)));

    private static async Task<Ok<QuoteView>> GetQuote(string key, MarketReader markets, CancellationToken cancellation)
    {
        var instrument = await markets.FindInstrument(Unescape(key), cancellation);
        return TypedResults.Ok(QuoteView.From(instrument, await markets.ReadState(instrument.Id)));
    }

    private static async Task<Ok<PageView<CandleView>>> ListCandles(
        string key, MarketReader markets, CancellationToken cancellation,
        [Description("S1 S5 M1 M5 M15 M30 H1 H4 D1 W1 or MN1.")] string? interval = null,
        [Description("First open time, inclusive; RFC 3339.")] string? from = null,
        [Description("Last open time, exclusive; RFC 3339.")] string? to = null,
        [Description("Go on after the candle with this open time.")] string? after = null,
        [Description("At most so many, 1 to 1,000.")] string? limit = null)
    {
        var instrument = await markets.FindInstrument(Unescape(key), cancellation);
        var start = MarketReader.StartAfter(ReadTime(nameof(after), after), ReadTime(nameof(from), from));
        var page = await markets.ReadCandles(instrument.Id, ReadInterval(interval), start, ReadTime(nameof(to), to) ?? Timestamp.MaxValue,
            ReadLimit(limit, MarketReader.MaxPageSize), cancellation);
        return TypedResults.Ok(new PageView<CandleView>(
            [.. page.Items.Select(candle => CandleView.From(instrument, candle))], page.HasNext ? page.Items[^1].OpenTime.ToString() : null));
    }

    // Kestrel leaves %2F in a path as it is, and symbols such as BCH/EUR have one. A key itself never has a percent sign.
    private static string Unescape(string key) => Uri.UnescapeDataString(key);

    private static CandleInterval ReadInterval(string? text) =>
        text is not null && Enum.TryParse<CandleInterval>(text, ignoreCase: true, out var interval) && Enum.IsDefined(interval) && !char.IsAsciiDigit(text[0])
            ? interval
            : throw RefusalException.InvalidArgument($"interval is one of {string.Join(' ', CandleIntervals.All)}, not '{text}'.");
}
