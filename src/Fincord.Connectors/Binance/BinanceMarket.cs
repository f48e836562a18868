using Fincord.Connectors.Venues;

namespace Fincord.Connectors.Binance;

/// <summary>What differs between Binance's markets in words only.</summary>
internal sealed record BinanceMarket(string Venue, string Api, string Trades, int WeightLimit, bool IsFutures)
{
    public static readonly BinanceMarket Spot = new(VenueNames.Binance, "/api/v3", "/api/v3/myTrades", 6_000, IsFutures: false);

    public static readonly BinanceMarket UsdMFutures = new(VenueNames.BinanceFutures, "/fapi/v1", "/fapi/v1/userTrades", 2_400, IsFutures: true);

    public string Orders => Api + "/order";

    /// <summary>Conditional orders of futures have lived in a service of their own since December 2025; elsewhere they are refused with -4120.</summary>
    public string ConditionalOrders => Api + "/algoOrder";
}
