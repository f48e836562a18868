namespace Fincord.Domain.Markets;

/// <summary>The best bid and ask of a moment (L1). A side without orders is null.</summary>
/// <param name="OccurredAt">When the venue says it held.</param>
/// <param name="SourceSequence">Its place in its source, rising.</param>
/// <param name="Bid">Best bid price.</param>
/// <param name="BidSize">Quantity at the best bid.</param>
/// <param name="Ask">Best ask price.</param>
/// <param name="AskSize">Quantity at the best ask.</param>
[GenerateSerializer, Immutable, Alias("markets.quote")]
public sealed record Quote(Timestamp OccurredAt, long SourceSequence, Price? Bid, Quantity? BidSize, Price? Ask, Quantity? AskSize);

/// <summary>The last known state of an instrument's market: best bid and ask, and the last trade. What is not known is null.</summary>
/// <param name="Quote">The best bid and ask.</param>
/// <param name="Last">Price of the last trade by event time.</param>
/// <param name="LastSize">Quantity of the last trade.</param>
/// <param name="OccurredAt">The later of the quote's and the last trade's time.</param>
[GenerateSerializer, Immutable, Alias("markets.market-state")]
public sealed record MarketState(Quote? Quote, Price? Last, Quantity? LastSize, Timestamp? OccurredAt)
{
    /// <summary>The halt of its trading; null while it is traded.</summary>
    [Id(0)]
    public TradingHalt? Halt { get; init; }

    /// <summary>The state in which nothing is known.</summary>
    public static readonly MarketState Empty = new(null, null, null, null);

    /// <summary>The state after a new best bid and ask, unless that is older than the known one.</summary>
    public MarketState With(Quote quote) => Quote is { } known && quote.OccurredAt < known.OccurredAt
        ? this
        : this with { Quote = quote, OccurredAt = Later(quote.OccurredAt) };

    /// <summary>The state after a trade that is the latest of all.</summary>
    public MarketState WithLast(in TradePrint trade) =>
        this with { Last = trade.Price, LastSize = trade.Quantity, OccurredAt = Later(trade.OccurredAt) };

    /// <summary>The state after a bar that ends latest of all: its close is the last price, of a trade whose size nobody told.</summary>
    public MarketState WithLast(in Bar bar) =>
        this with { Last = bar.Close, LastSize = null, OccurredAt = Later(bar.Interval.CloseTime(bar.OpenTime)) };

    private Timestamp Later(Timestamp moment) => OccurredAt is { } known && known > moment ? known : moment;
}
