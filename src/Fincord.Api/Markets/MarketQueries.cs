using System.Text;
using Fincord.Contracts.Members;
using Fincord.Domain.Markets;
using HotChocolate.Authorization;
using HotChocolate.Language;
using HotChocolate.Types.Pagination;

namespace Fincord.Api.Markets;

/// <summary>Questions about markets.</summary>
[ExtendObjectType(OperationType.Query)]
public sealed class MarketQueries
{
    // Smaller than a page of candles: each instrument may be asked for its market, which is a grain call.
    private const int MaxInstruments = 200;

    /// <summary>The instrument that a key names now, or null.</summary>
    [Authorize(Permissions.MarketsRead)]
    public async Task<InstrumentNode?> GetInstrumentAsync(string key, MarketReader markets, CancellationToken cancellation) =>
        await markets.TryFindInstrument(key, cancellation) is { } instrument ? new(instrument) : null;

    /// <summary>All instruments, by key.</summary>
    [Authorize(Permissions.MarketsRead)]
    [UsePaging(DefaultPageSize = 50, MaxPageSize = MaxInstruments, AllowBackwardPagination = false, ConnectionName = "Instruments")]
    public async Task<Connection<InstrumentNode>> GetInstrumentsAsync(
        int? first, string? after, MarketReader markets, CancellationToken cancellation)
    {
        var page = await markets.ListInstruments(after is null ? null : ToKey(after), first ?? 50, cancellation);
        var edges = page.Items.Select(instrument => new Edge<InstrumentNode>(new(instrument), ToCursor(instrument.Key))).ToList();
        return new(edges, new ConnectionPageInfo(
            page.HasNext, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
    }

    private static string ToCursor(InstrumentKey key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key.Value));

    private static InstrumentKey ToKey(string cursor)
    {
        Span<byte> text = stackalloc byte[InstrumentKey.MaxLength * 4];
        return Convert.TryFromBase64String(cursor, text, out var length) && InstrumentKey.TryParse(Encoding.UTF8.GetString(text[..length]), out var key)
            ? key
            : throw RefusalException.InvalidArgument($"'{cursor}' is not a cursor of this list.");
    }
}
