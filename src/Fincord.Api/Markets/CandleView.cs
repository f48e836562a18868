using Fincord.Domain.Markets;

namespace Fincord.Api.Markets;

/// <summary>The trades of one interval, summed up.</summary>
[GraphQLName("Candle")]
public sealed record CandleView
{
    private readonly Instrument _instrument;
    private readonly Candle _candle;

    internal CandleView(Instrument instrument, Candle candle) => (_instrument, _candle) = (instrument, candle);

    /// <summary>Its start, inclusive.</summary>
    public Timestamp OpenTime => _candle.OpenTime;

    /// <summary>First price.</summary>
    public decimal Open => _instrument.PriceScale.ToDecimal(_candle.Open);

    /// <summary>Highest price.</summary>
    public decimal High => _instrument.PriceScale.ToDecimal(_candle.High);

    /// <summary>Lowest price.</summary>
    public decimal Low => _instrument.PriceScale.ToDecimal(_candle.Low);

    /// <summary>Last price.</summary>
    public decimal Close => _instrument.PriceScale.ToDecimal(_candle.Close);

    /// <summary>Quantity traded.</summary>
    public decimal Volume => _instrument.QuantityScale.ToDecimal(_candle.Volume);

    /// <summary>Volume-weighted average price, nine decimal digits half-even; null without volume or when bars hide the trades.</summary>
    public decimal? Vwap => _candle.Vwap(_instrument.PriceScale);

    /// <summary>Number of trades.</summary>
    public long TradeCount => _candle.TradeCount;

    /// <summary>How many late trades have amended it since it closed.</summary>
    public int Revision => _candle.Revision;

    /// <summary>Whether its interval is over.</summary>
    public bool IsClosed => _candle.IsClosed;
}
