using System.Collections.Concurrent;
using System.Text.Json;
using Fincord.Contracts;
using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fincord.Edges.Tests.Cli;

/// <summary>A small server on a port of its own that speaks the REST interface over two instruments and seven candles.</summary>
public sealed class StandIn : IAsyncLifetime
{
    public static readonly Instrument Ripple = new(new(42), InstrumentDefinition.FromKey(InstrumentKey.Parse("BINANCE:XRPETH")));
    public static readonly Instrument Bitcoin = new(new(7), InstrumentDefinition.FromKey(InstrumentKey.Parse("KRAKEN:BTC/EUR")));

    private readonly WebApplication _app;

    public StandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(Answer);
    }

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>What it was asked: paths and queries as they came over the wire.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The most candles it gives at once.</summary>
    public int PageLimit { get; set; } = 1_000;

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public static CandleView Candle(int minute) => CandleView.From(Ripple, new(
        CandleInterval.M1, new(minute * 60 * Timestamp.NanosecondsPerSecond), new(10_034_000_000), new(10_100_000_000), new(9_950_000_000),
        new(10_000_000_000 + minute * 10_000_000L), 2_300_000_000, (Int128)2_300_000_000 * 10_012_345_678, 3, 0, minute < 6));

    private async Task Answer(HttpContext context)
    {
        var raw = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue(raw);
        switch (raw.Split('?')[0])
        {
            case "/api/v1/instruments":
                await Write(context, new PageView<InstrumentView>([InstrumentView.From(Ripple), InstrumentView.From(Bitcoin)]));
                break;
            case "/api/v1/instruments/BINANCE%3AXRPETH/quote":
                var quote = new Quote(new(1_500_000_000), 1, new(123_000), new(500_000_000), null, null);
                await Write(context, QuoteView.From(Ripple, new(quote, new(123_456), new(100_000_000), new(1_500_000_000))));
                break;
            case "/api/v1/instruments/KRAKEN%3ABTC%2FEUR/quote":
                await Write(context, QuoteView.From(Bitcoin, MarketState.Empty));
                break;
            case "/api/v1/instruments/BINANCE%3AXRPETH/candles":
                await Write(context, Candles(context.Request.Query));
                break;
            case "/api/v1/instruments/BINANCE%3ASLOW/quote":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "/api/v1/instruments/BINANCE%3AHTML/quote":
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                await context.Response.WriteAsync("<html>");
                break;
            case "/api/v1/instruments/BINANCE%3AODD/quote":
                await Write(context, new { price = 1 });
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                await Write(context, new ErrorView(404, "No instrument is known by this key.", RefusalCodes.UnknownInstrument));
                break;
        }
    }

    private PageView<CandleView> Candles(IQueryCollection query)
    {
        var after = query["after"] is [{ } text] ? Timestamp.Parse(text) : Timestamp.MinValue;
        var rest = Enumerable.Range(0, 7).Select(Candle).Where(candle => candle.OpenTime > after).ToArray();
        var page = rest.Take(Math.Min(PageLimit, int.Parse(query["limit"].Single()!))).ToArray();
        return new(page, page.Length < rest.Length ? page[^1].OpenTime.ToString() : null);
    }

    private static Task Write<T>(HttpContext context, T body) =>
        context.Response.WriteAsync(body is PageView<InstrumentView> or PageView<CandleView> or QuoteView or ErrorView
            ? JsonSerializer.Serialize(body, FincordJson.Options)
            : JsonSerializer.Serialize(body));
}
