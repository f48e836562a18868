using Fincord.Domain.Markets;
using V1 = Fincord.Schemas.Market.V1;

namespace Fincord.Schemas.Markets;

/// <summary>Between <see cref="MarketState"/> and the protobuf message that keeps it in counts.</summary>
public static class MarketStateMapping
{
    /// <summary>The message of a market's state.</summary>
    public static V1.MarketState ToMessage(this MarketState state)
    {
        var message = new V1.MarketState();
        if (state.Quote is { } quote) message.Quote = ToMessage(quote);
        if (state.Last is { } last) message.Last = last.Count;
        if (state.LastSize is { } lastSize) message.LastSize = lastSize.Count;
        if (state.OccurredAt is { } occurredAt) message.OccurredAt = occurredAt.Nanoseconds;
        return message;
    }

    /// <summary>The market's state of a message.</summary>
    public static MarketState ToDomain(this V1.MarketState message) => new(
        message.Quote is { } quote ? ToDomain(quote) : null,
        message.HasLast ? new Price(message.Last) : null,
        message.HasLastSize ? new Quantity(message.LastSize) : null,
        message.HasOccurredAt ? new Timestamp(message.OccurredAt) : null);

    private static V1.QuoteCounts ToMessage(Quote quote)
    {
        var message = new V1.QuoteCounts { OccurredAt = quote.OccurredAt.Nanoseconds, SourceSequence = quote.SourceSequence };
        if (quote.Bid is { } bid) message.Bid = bid.Count;
        if (quote.BidSize is { } bidSize) message.BidSize = bidSize.Count;
        if (quote.Ask is { } ask) message.Ask = ask.Count;
        if (quote.AskSize is { } askSize) message.AskSize = askSize.Count;
        return message;
    }

    private static Quote ToDomain(V1.QuoteCounts message) => new(
        new(message.OccurredAt),
        message.SourceSequence,
        message.HasBid ? new Price(message.Bid) : null,
        message.HasBidSize ? new Quantity(message.BidSize) : null,
        message.HasAsk ? new Price(message.Ask) : null,
        message.HasAskSize ? new Quantity(message.AskSize) : null);
}
