namespace Fincord.Domain.Markets;

/// <summary>What kind of thing is traded.</summary>
[GenerateSerializer, Alias("markets.instrument-type")]
public enum InstrumentType
{
    /// <summary>A share of a company.</summary>
    Equity = 1,
    /// <summary>An exchange-traded fund.</summary>
    Etf = 2,
    /// <summary>A mutual fund.</summary>
    MutualFund = 3,
    /// <summary>A bond.</summary>
    Bond = 4,
    /// <summary>A pair of currencies.</summary>
    Fx = 5,
    /// <summary>A crypto asset for immediate delivery.</summary>
    CryptoSpot = 6,
    /// <summary>A perpetual swap.</summary>
    Perpetual = 7,
    /// <summary>A dated future.</summary>
    Future = 8,
    /// <summary>An option.</summary>
    Option = 9,
}

/// <summary>What is known of an instrument before it is registered.</summary>
/// <param name="Key">The key it is known by from now on.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Type">What kind of thing is traded.</param>
/// <param name="Currency">ISO 4217 code of the currency that prices are in, or the venue's code for a crypto asset.</param>
/// <param name="PriceScale">Decimal digits of a price.</param>
/// <param name="QuantityScale">Decimal digits of a quantity.</param>
[GenerateSerializer, Immutable, Alias("markets.instrument-definition")]
public sealed record InstrumentDefinition(
    InstrumentKey Key, string Name, InstrumentType Type, string Currency, DecimalScale PriceScale, DecimalScale QuantityScale)
{
    /// <summary>
    /// A definition for a key of which nothing else is known: eight decimal digits each, as most venues have at most; a crypto venue's
    /// pair is taken for spot, or for a perpetual swap when <c>-PERP</c> follows it, and its quote currency read from the pair's end; anything else
    /// is taken for an equity in US dollars.
    /// </summary>
    public static InstrumentDefinition FromKey(InstrumentKey key)
    {
        var eight = new DecimalScale(8);
        var symbol = key.Symbol;
        if (CryptoVenues.Contains(key.Venue) && symbol.EndsWith(Perpetual, StringComparison.Ordinal) && symbol.Length > Perpetual.Length)
            return FromKey(InstrumentKey.Parse($"{key.Venue}:{symbol[..^Perpetual.Length]}")) with { Key = key, Type = InstrumentType.Perpetual };
        if (!CryptoVenues.Contains(key.Venue)) return new(key, symbol, InstrumentType.Equity, "USD", eight, eight);
        var currency = QuoteCurrencies.FirstOrDefault(code => symbol.Length > code.Length && symbol.EndsWith(code, StringComparison.Ordinal)) ?? "USD";
        var @base = symbol.EndsWith(currency, StringComparison.Ordinal) ? symbol[..^currency.Length].TrimEnd('/', '-', '_', '.') : symbol;
        return new(key, $"{@base} / {currency}", InstrumentType.CryptoSpot, currency, eight, eight);
    }

    private const string Perpetual = "-PERP";

    private static readonly HashSet<string> CryptoVenues = new(StringComparer.Ordinal)
        { "BINANCE", "BITFINEX", "BITMEX", "BITSTAMP", "BYBIT", "COINBASE", "DERIBIT", "GATE", "GEMINI", "HUOBI", "KRAKEN", "KUCOIN", "MEXC", "OKX", "UPBIT" };

    private static readonly string[] QuoteCurrencies =
        ["USDT", "USDC", "BUSD", "FDUSD", "TUSD", "USD", "EUR", "GBP", "JPY", "KRW", "AUD", "CAD", "CHF", "TRY", "BRL", "BTC", "XBT", "ETH", "BNB"];
}

/// <summary>An instrument of the catalogue.</summary>
/// <param name="Id">Its immutable number.</param>
/// <param name="Definition">What it is.</param>
[GenerateSerializer, Immutable, Alias("markets.instrument")]
public sealed record Instrument(InstrumentId Id, InstrumentDefinition Definition)
{
    /// <inheritdoc cref="InstrumentDefinition.Key"/>
    public InstrumentKey Key => Definition.Key;

    /// <inheritdoc cref="InstrumentDefinition.PriceScale"/>
    public DecimalScale PriceScale => Definition.PriceScale;

    /// <inheritdoc cref="InstrumentDefinition.QuantityScale"/>
    public DecimalScale QuantityScale => Definition.QuantityScale;
}
