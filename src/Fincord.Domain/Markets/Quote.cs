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
    /// <summary>The state in which nothing is known.</summary>
    public static readonly MarketState Empty = new(null, null, null, null);
}
