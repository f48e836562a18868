using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Binance;

// What Binance does to an account by itself, and what it holds for it.
internal sealed partial class BinanceLink
{
    private const int LongestIncomeList = 1_000;
    private const int LongestForcedList = 100;

    // A movement may be listed some time after its own; its id tells that it was booked.
    private static readonly TimeSpan _lateness = TimeSpan.FromHours(1);

    // Older income is not kept, and older liquidations are not listed.
    private static readonly TimeSpan _oldestIncome = TimeSpan.FromDays(89);
    private static readonly TimeSpan _oldestForced = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);

    // Realized gains and commissions are in the fills. What else there is (transfers, rebates, gifts) shows as a difference.
    private static readonly (string Type, JournalKind Kind)[] _income = [("FUNDING_FEE", JournalKind.Funding), ("INSURANCE_CLEAR", JournalKind.Fee)];

    protected override async Task<IReadOnlyList<ForcedOrder>> FindForcedOrders(Timestamp since, IReadOnlyList<Instrument> instruments, CancellationToken cancellation)
    {
        if (!market.IsFutures) return [];
        var bySymbol = instruments.ToLookup(BinanceOrders.SymbolOf, StringComparer.Ordinal);
        var answer = await _rest.Signed(
            HttpMethod.Get, market.Api + "/forceOrders", [("startTime", Since(since, _oldestForced)), ("limit", $"{LongestForcedList}")], cancellation);
        return
        [
            .. answer.EnumerateArray().Where(order => order.Milliseconds("time") >= since - _lateness)
                .SelectMany(order => bySymbol[order.Text("symbol")].Take(1).Select(instrument => ToForced(order, instrument))),
        ];
    }

    protected override async Task<ImmutableArray<CashMovement>> FindMovements(Timestamp since, CancellationToken cancellation)
    {
        if (!market.IsFutures) return [];
        var movements = ImmutableArray.CreateBuilder<CashMovement>();
        foreach (var (type, kind) in _income)
        {
            for (var page = 1; ; page++)
            {
                var answer = await _rest.Signed(
                    HttpMethod.Get, market.Api + "/income",
                    [("incomeType", type), ("startTime", Since(since, _oldestIncome)), ("page", $"{page}"), ("limit", $"{LongestIncomeList}")], cancellation);
                movements.AddRange(answer.EnumerateArray().Select(income => new CashMovement(
                    $"{market.Venue}/{type}/{income.Text("tranId")}", kind, income.Text("asset"), income.Exact("income"), income.Milliseconds("time"))));
                if (answer.GetArrayLength() < LongestIncomeList) break;
            }
        }
        return movements.ToImmutable();
    }

    protected override Task<ImmutableSortedDictionary<string, decimal?>> FindHoldings(IReadOnlyList<Instrument> instruments, CancellationToken cancellation) =>
        market.IsFutures ? FindContracts(instruments, cancellation) : FindAssets(instruments, cancellation);

    // In hedge mode a symbol has a long and a short position; our position is what both come to.
    private async Task<ImmutableSortedDictionary<string, decimal?>> FindContracts(IReadOnlyList<Instrument> instruments, CancellationToken cancellation)
    {
        var units = instruments.GroupBy(BinanceOrders.SymbolOf, StringComparer.Ordinal)
            .ToDictionary(symbol => symbol.Key, symbol => JournalEntry.UnitOf(symbol.First().Id), StringComparer.Ordinal);
        var holdings = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var balance in (await _rest.Signed(HttpMethod.Get, "/fapi/v3/balance", [], cancellation)).EnumerateArray())
            holdings[balance.Text("asset")] = balance.Exact("balance");
        foreach (var position in (await _rest.Signed(HttpMethod.Get, "/fapi/v3/positionRisk", [], cancellation)).EnumerateArray())
        {
            var unit = units.GetValueOrDefault(position.Text("symbol"), position.Text("symbol"));
            holdings[unit] = (holdings.GetValueOrDefault(unit) ?? 0) + position.Exact("positionAmt");
        }
        return holdings.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    // An asset is the units of the instrument that it is the base of; of two such instruments nobody can tell whose it is.
    private async Task<ImmutableSortedDictionary<string, decimal?>> FindAssets(IReadOnlyList<Instrument> instruments, CancellationToken cancellation)
    {
        var bases = instruments.ToLookup(BaseOf, StringComparer.Ordinal);
        var holdings = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var instrument in bases.Where(asset => asset.Count() > 1).SelectMany(asset => asset)) holdings[JournalEntry.UnitOf(instrument.Id)] = null;
        foreach (var balance in (await _rest.Signed(HttpMethod.Get, market.Api + "/account", [("omitZeroBalances", "true")], cancellation)).Member("balances").EnumerateArray())
        {
            var (asset, amount) = (balance.Text("asset"), balance.Exact("free") + balance.Exact("locked"));
            var based = bases[asset].ToList();
            if (based.Count > 1) continue;
            holdings[based.Count == 1 ? JournalEntry.UnitOf(based[0].Id) : asset] = amount;
        }
        return holdings.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static ForcedOrder ToForced(JsonElement order, Instrument instrument) => new(
        instrument,
        new(instrument.Id, order.Text("side") == "BUY" ? OrderSide.Buy : OrderSide.Sell, OrderType.Market,
            new(instrument.QuantityScale.ToCount(order.Exact("origQty"))), TimeInForce.ImmediateOrCancel),
        BinanceMessages.ToState(order));

    private static string BaseOf(Instrument instrument)
    {
        var symbol = BinanceOrders.SymbolOf(instrument);
        return symbol.EndsWith(instrument.Definition.Currency, StringComparison.Ordinal) ? symbol[..^instrument.Definition.Currency.Length] : symbol;
    }

    private string Since(Timestamp since, TimeSpan oldest)
    {
        var (from, first) = (since - _lateness, Around.Time.Now() - oldest);
        return ((from > first ? from : first).Nanoseconds / 1_000_000).ToString(CultureInfo.InvariantCulture);
    }
}
