using System.Text;
using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using HotChocolate.Types.Pagination;

namespace Fincord.Api.Markets;

/// <summary>The fields of an instrument that are calls.</summary>
[ExtendObjectType(typeof(InstrumentNode))]
public sealed class InstrumentFields
{
    /// <summary>The last known state of its market.</summary>
    public async Task<QuoteView?> GetQuoteAsync(
        [Parent] InstrumentNode instrument, MarketStateById states, CancellationToken cancellation) =>
        QuoteView.From(instrument.Instrument, await states.LoadRequiredAsync(instrument.Instrument.Id, cancellation));

    /// <summary>Its candles with open times in [from, to), by open time.</summary>
    [UsePaging(DefaultPageSize = 100, MaxPageSize = MarketReader.MaxPageSize, AllowBackwardPagination = false, ConnectionName = "Candles")]
    public async Task<Connection<CandleView>> GetCandlesAsync(
        [Parent] InstrumentNode instrument, CandleInterval interval, Timestamp? from, Timestamp? to, int? first, string? after,
        MarketReader markets, CancellationToken cancellation)
    {
        var start = MarketReader.StartAfter(after is null ? null : Cursor.ToOpenTime(after), from);
        var page = await markets.ReadCandles(
            instrument.Instrument.Id, interval, start, to ?? Timestamp.MaxValue, first ?? 100, cancellation);
        var edges = page.Items.Select(candle => new Edge<CandleView>(CandleView.From(instrument.Instrument, candle), Cursor.Of(candle.OpenTime))).ToList();
        return new(edges, new ConnectionPageInfo(
            page.HasNext, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
    }

    private static class Cursor
    {
        public static string Of(Timestamp openTime) => Convert.ToBase64String(Encoding.UTF8.GetBytes(openTime.Nanoseconds.ToString()));

        public static Timestamp ToOpenTime(string cursor)
        {
            Span<byte> text = stackalloc byte[32];
            return Convert.TryFromBase64String(cursor, text, out var length) && long.TryParse(text[..length], out var nanoseconds)
                ? new(nanoseconds)
                : throw RefusalException.InvalidArgument($"'{cursor}' is not a cursor of this list.");
        }
    }
}
