using System.Numerics;

namespace Fincord.Domain.Markets;

/// <summary>The trades of one half-open interval, summed up.</summary>
/// <param name="Interval">The length.</param>
/// <param name="OpenTime">Its start, inclusive.</param>
/// <param name="Open">Price of the first trade by (event time, source sequence).</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Price of the last trade by (event time, source sequence).</param>
/// <param name="Volume">Sum of quantities, as a count in the quantity scale.</param>
/// <param name="Notional">Sum of price × quantity, as a count with price scale + quantity scale digits.</param>
/// <param name="TradeCount">Number of trades; bars of a source add none, because it does not tell.</param>
/// <param name="Revision">How many late trades have amended it since it closed.</param>
/// <param name="IsClosed">Whether its interval is over.</param>
[GenerateSerializer, Immutable, Alias("markets.candle")]
public readonly record struct Candle(
    [property: Id(0)] CandleInterval Interval,
    [property: Id(1)] Timestamp OpenTime,
    [property: Id(2)] Price Open,
    [property: Id(3)] Price High,
    [property: Id(4)] Price Low,
    [property: Id(5)] Price Close,
    [property: Id(6)] Int128 Volume,
    [property: Id(7)] Int128 Notional,
    [property: Id(8)] long TradeCount,
    [property: Id(9)] int Revision,
    [property: Id(10)] bool IsClosed)
{
    private const int VwapDigits = 9;

    /// <summary>Its end, exclusive.</summary>
    public Timestamp CloseTime => Interval.CloseTime(OpenTime);

    /// <summary>Volume-weighted average price, notional / volume, to nine decimal digits half-even; null without volume or when bars hide the trades.</summary>
    /// <param name="priceScale">The instrument's price scale.</param>
    public decimal? Vwap(DecimalScale priceScale)
    {
        if (Volume == 0 || TradeCount == 0) return null;
        // Notional has the digits of price + quantity and volume those of quantity, so the quotient has those of price.
        var numerator = (BigInteger)Notional * BigInteger.Pow(10, VwapDigits);
        var denominator = (BigInteger)Volume * BigInteger.Pow(10, priceScale.Digits);
        var quotient = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var remainder);
        var twice = (remainder * 2).CompareTo(denominator);
        if (twice > 0 || (twice == 0 && !quotient.IsEven)) quotient++;
        return (decimal)(numerator.Sign < 0 ? -quotient : quotient) / 1_000_000_000m;
    }
}
