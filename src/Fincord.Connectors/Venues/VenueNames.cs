namespace Fincord.Connectors.Venues;

/// <summary>The live venues by name, and whose money is at stake there.</summary>
public static class VenueNames
{
    /// <summary>Alpaca: shares and funds.</summary>
    public const string Alpaca = "alpaca";

    /// <summary>Binance spot.</summary>
    public const string Binance = "binance";

    /// <summary>Binance USD-M futures.</summary>
    public const string BinanceFutures = "binance-futures";

    private static readonly HashSet<string> _realMoney = new(StringComparer.OrdinalIgnoreCase)
    {
        "api.alpaca.markets", "api.binance.com", "api-gcp.binance.com", "api1.binance.com", "api2.binance.com", "api3.binance.com", "api4.binance.com", "fapi.binance.com",
    };

    private static readonly HashSet<string> _playMoney = new(StringComparer.OrdinalIgnoreCase)
    {
        "paper-api.alpaca.markets", "testnet.binance.vision", "demo-api.binance.com", "testnet.binancefuture.com", "demo-fapi.binance.com",
    };

    /// <summary>A phrase for each enabled venue: <c>binance-futures (live: real money, fapi.binance.com)</c>.</summary>
    public static IEnumerable<string> Describe(VenueOptions options) =>
        Endpoints(options).Where(venue => venue.Endpoint.Enabled).Select(venue => $"{venue.Venue} ({MoneyAt(new Uri(venue.Endpoint.Rest))})");

    internal static IEnumerable<(string Venue, string Setting, VenueEndpoint Endpoint)> Endpoints(VenueOptions options) =>
    [
        (Alpaca, nameof(options.Alpaca), options.Alpaca),
        (Binance, nameof(options.Binance), options.Binance),
        (BinanceFutures, nameof(options.BinanceFutures), options.BinanceFutures),
    ];

    private static string MoneyAt(Uri rest) =>
        _realMoney.Contains(rest.Host) ? $"live: real money, {rest.Host}"
        : _playMoney.Contains(rest.Host) ? $"paper: play money, {rest.Host}"
        : $"{rest.Authority}, not a server of the venue's own";
}
