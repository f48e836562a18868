using System.Collections.Concurrent;
using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Binance;

/// <summary>What orders of a symbol must fit, as <c>exchangeInfo</c> lists it; null where no filter says anything.</summary>
internal sealed record BinanceSymbol(decimal? Tick, decimal? Lot, decimal? MinQuantity, decimal? MaxQuantity, decimal? MinNotional);

/// <summary>The symbols of a market, asked for when they are first needed, and again after an hour.</summary>
internal sealed class BinanceSymbols(BinanceMarket market, BinanceRest rest, TimeProvider time)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (BinanceSymbol? Symbol, Timestamp Until)> _known = new(StringComparer.Ordinal);

    /// <summary>The symbol, or null when the market does not list it.</summary>
    public async ValueTask<BinanceSymbol?> Find(string symbol, CancellationToken cancellation)
    {
        if (_known.TryGetValue(symbol, out var known) && time.Now() < known.Until) return known.Symbol;
        var until = time.Now() + _lifetime;
        BinanceSymbol? found = null;
        // Spot lists thousands and takes a symbol; futures list a few hundred, and only all of them.
        var info = await rest.Keyed(HttpMethod.Get, market.Api + "/exchangeInfo", market.IsFutures ? [] : [("symbol", symbol)], cancellation);
        foreach (var listed in info.Member("symbols").EnumerateArray())
        {
            var (name, rules) = (listed.Text("symbol"), ToSymbol(listed));
            _known[name] = (rules, until);
            if (name == symbol) found = rules;
        }
        _known[symbol] = (found, until);
        return found;
    }

    private static BinanceSymbol ToSymbol(JsonElement listed)
    {
        var filters = listed.Member("filters").EnumerateArray().DistinctBy(filter => filter.Text("filterType")).ToDictionary(filter => filter.Text("filterType"), StringComparer.Ordinal);
        // Futures call the least notional by another name, and so does spot's older filter.
        return new(
            Of("PRICE_FILTER", "tickSize"), Of("LOT_SIZE", "stepSize"), Of("LOT_SIZE", "minQty"), Of("LOT_SIZE", "maxQty"),
            Of("NOTIONAL", "minNotional") ?? Of("MIN_NOTIONAL", "minNotional") ?? Of("MIN_NOTIONAL", "notional"));

        // A zero switches a rule off.
        decimal? Of(string filter, string name) =>
            filters.TryGetValue(filter, out var rule) && rule.TryGetProperty(name, out _) && rule.Exact(name) is > 0 and var value ? value : null;
    }
}
