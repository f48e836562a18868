using System.Collections.Immutable;
using System.Globalization;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Sim;

/// <summary>The instruments that the simulated market has when nobody says otherwise. All companies are invented.</summary>
public static class SimCatalogue
{
    private static readonly InstrumentKey Acme = InstrumentKey.Parse("SIM:ACME");
    private static readonly InstrumentKey Bitcoin = InstrumentKey.Parse("SIM:BTCUSD");
    private static readonly InstrumentKey BroadMarket = InstrumentKey.Parse("SIM:BROAD");

    /// <summary>The instruments.</summary>
    public static readonly ImmutableArray<SimInstrument> Default =
    [
        Create(Acme, "Acme Industries", InstrumentType.Equity, "USD", 2, 0, "142.50", "0.01", "1", 0.28, 2.5, 0.45, 2, 90),
        Create("SIM:NOVABIO", "Nova Biologics", InstrumentType.Equity, "USD", 2, 0, "23.40", "0.01", "1", 0.75, 1.2, 0.4, 2.5, 160),
        Create("SIM:RHEINWERK", "Rheinwerk AG", InstrumentType.Equity, "EUR", 2, 0, "88.20", "0.02", "1", 0.24, 0.9, 0.4, 2, 60),
        Create(BroadMarket, "Broad Market 500 ETF", InstrumentType.Etf, "USD", 2, 0, "512.30", "0.01", "1", 0.15, 3.5, 0.5, 1.5, 120),
        Create("SIM:GOV10Y", "Government Bond 2.5% 2036", InstrumentType.Bond, "EUR", 3, 0, "97.450", "0.005", "1000", 0.06, 0.06, 0.35, 3, 25),
        Create("SIM:EURUSD", "Euro / US Dollar", InstrumentType.Fx, "USD", 5, 0, "1.08420", "0.00001", "1000", 0.075, 4, 0.3, 6, 120),
        Create("SIM:USDJPY", "US Dollar / Japanese Yen", InstrumentType.Fx, "JPY", 3, 0, "151.350", "0.001", "1000", 0.09, 3, 0.3, 7, 120),
        Create(Bitcoin, "Bitcoin / US Dollar", InstrumentType.CryptoSpot, "USD", 2, 8, "64250.00", "0.01", "0.00001", 0.55, 4, 0.5, 120, 4_000),
        Create("SIM:ETHUSD", "Ether / US Dollar", InstrumentType.CryptoSpot, "USD", 2, 8, "3120.00", "0.01", "0.0001", 0.7, 3, 0.5, 25, 6_000),
        Create("SIM:BTCUSD-PERP", "Bitcoin Perpetual Swap", InstrumentType.Perpetual, "USD", 1, 3, "64250.0", "0.5", "0.001", 0.55, 5, 0.55, 2, 180)
            with { Follows = Bitcoin },
        Create("SIM:BROAD-Z27", "Broad Market 500 Future, December 2027", InstrumentType.Future, "USD", 2, 0, "5160.00", "0.25", "1", 0.15, 3, 0.5, 1.5, 4)
            with { Follows = BroadMarket },
        Create("SIM:ACME  271217C00150000", "Acme Industries 17 Dec 2027 150.00 Call", InstrumentType.Option, "USD",
                2, 0, "14.60", "0.05", "1", 1.4, 0.25, 0.25, 3, 8)
            with { Follows = Acme, Leverage = 5 },
    ];

    private static SimInstrument Create(
        string key, string name, InstrumentType type, string currency, int priceDigits, int quantityDigits, string reference, string tick, string lot,
        double volatility, double arrivals, double tradeShare, double spread, double trade) =>
        Create(
            InstrumentKey.Parse(key), name, type, currency, priceDigits, quantityDigits, reference, tick, lot,
            volatility, arrivals, tradeShare, spread, trade);

    private static SimInstrument Create(
        InstrumentKey key, string name, InstrumentType type, string currency, int priceDigits, int quantityDigits, string reference, string tick, string lot,
        double volatility, double arrivals, double tradeShare, double spread, double trade)
    {
        var (priceScale, quantityScale) = (new DecimalScale(priceDigits), new DecimalScale(quantityDigits));
        return new(
            new(key, name, type, currency, priceScale, quantityScale), new(Count(priceScale, reference)), Count(priceScale, tick), Count(quantityScale, lot),
            volatility, arrivals, tradeShare, spread, trade);
    }

    private static long Count(DecimalScale scale, string number) =>
        scale.TryToCount(decimal.Parse(number, CultureInfo.InvariantCulture), out var count)
            ? count
            : throw new FormatException($"'{number}' has more than {scale.Digits} decimal digits.");
}
