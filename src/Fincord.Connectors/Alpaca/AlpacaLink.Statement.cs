using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Alpaca;

// What Alpaca does to an account by itself, and what it holds for it.
internal sealed partial class AlpacaLink
{
    // Activities have a day and no time, and some are listed days later; their ids tell that they were booked.
    private static readonly TimeSpan _lateness = TimeSpan.FromDays(7);

    private static readonly (string Type, JournalKind Kind)[] _activities =
    [
        ("DIV", JournalKind.Dividend), ("DIVCGL", JournalKind.Dividend), ("DIVCGS", JournalKind.Dividend), ("DIVFEE", JournalKind.Dividend),
        ("DIVFT", JournalKind.Dividend), ("DIVNRA", JournalKind.Dividend), ("DIVROC", JournalKind.Dividend), ("DIVTW", JournalKind.Dividend),
        ("DIVTXEX", JournalKind.Dividend), ("INT", JournalKind.Borrow), ("INTNRA", JournalKind.Borrow), ("INTTW", JournalKind.Borrow), ("FEE", JournalKind.Fee),
        ("PTC", JournalKind.Fee), ("PTR", JournalKind.Fee),
    ];

    protected override async Task<ImmutableArray<CashMovement>> FindMovements(Timestamp since, CancellationToken cancellation)
    {
        var kinds = _activities.ToDictionary(activity => activity.Type, activity => activity.Kind, StringComparer.Ordinal);
        var movements = ImmutableArray.CreateBuilder<CashMovement>();
        var query = $"/v2/account/activities?activity_types={string.Join(',', kinds.Keys)}&direction=asc&page_size={PageSize}"
            + $"&after={Uri.EscapeDataString((since - _lateness).ToString())}";
        for (string? last = null; ;)
        {
            var token = last is null ? "" : $"&page_token={Uri.EscapeDataString(last)}";
            if (await _rest.Send(HttpMethod.Get, query + token, null, cancellation) is not { ValueKind: JsonValueKind.Array } page) break;
            movements.AddRange(page.EnumerateArray().Where(activity => kinds.ContainsKey(activity.Text("activity_type"))).Select(activity => new CashMovement(
                $"{Venue}/{activity.Text("id")}", kinds[activity.Text("activity_type")], Dollar, activity.Exact("net_amount"), DayOf(activity))));
            if (page.GetArrayLength() < PageSize) break;
            last = page[PageSize - 1].Text("id");
        }
        return movements.ToImmutable();
    }

    protected override async Task<ImmutableSortedDictionary<string, decimal?>> FindHoldings(IReadOnlyList<Instrument> instruments, CancellationToken cancellation)
    {
        var units = instruments.GroupBy(instrument => instrument.Key.Symbol, StringComparer.Ordinal)
            .ToDictionary(symbol => symbol.Key, symbol => JournalEntry.UnitOf(symbol.First().Id), StringComparer.Ordinal);
        var found = await _rest.Send(HttpMethod.Get, "/v2/account", null, cancellation) ?? throw new VenueFormatException("Alpaca does not find the account.");
        var holdings = new Dictionary<string, decimal?>(StringComparer.Ordinal) { [found.Text("currency")] = found.Exact("cash") };
        if (await _rest.Send(HttpMethod.Get, "/v2/positions", null, cancellation) is { ValueKind: JsonValueKind.Array } positions)
        {
            foreach (var position in positions.EnumerateArray())
                holdings[units.GetValueOrDefault(position.Text("symbol"), position.Text("symbol"))] = position.Exact("qty");     // negative when short
        }
        return holdings.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static Timestamp DayOf(JsonElement activity) =>
        DateOnly.TryParseExact(activity.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Timestamp.FromDateTimeOffset(new(day, TimeOnly.MinValue, TimeSpan.Zero))
            : throw new VenueFormatException("'date' is no day.");
}
