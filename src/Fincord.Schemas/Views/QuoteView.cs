using Fincord.Domain.Markets;

namespace Fincord.Schemas.Views;

/// <summary>The last known state of a market: best bid and ask, and the last trade. What is not known is null.</summary>
/// <param name="Key">The instrument's key.</param>
/// <param name="Bid">Best bid price.</param>
/// <param name="BidSize">Quantity at the best bid.</param>
/// <param name="Ask">Best ask price.</param>
/// <param name="AskSize">Quantity at the best ask.</param>
/// <param name="Last">Price of the last trade by event time.</param>
/// <param name="LastSize">Quantity of the last trade.</param>
/// <param name="OccurredAt">The later of the quote's and the last trade's time at the venue.</param>
public sealed record QuoteView(
    string Key,
    decimal? Bid,
    decimal? BidSize,
    decimal? Ask,
    decimal? AskSize,
    decimal? Last,
    decimal? LastSize,
    Timestamp? OccurredAt)
{
    /// <summary>The view of an instrument's market.</summary>
    public static QuoteView From(Instrument instrument, MarketState state) => new(
        instrument.Key.Value,
        Price(instrument, state.Quote?.Bid),
        Quantity(instrument, state.Quote?.BidSize),
        Price(instrument, state.Quote?.Ask),
        Quantity(instrument, state.Quote?.AskSize),
        Price(instrument, state.Last),
        Quantity(instrument, state.LastSize),
        state.OccurredAt);

    private static decimal? Price(Instrument instrument, Price? price) => price is { } known ? instrument.PriceScale.ToDecimal(known) : null;

    private static decimal? Quantity(Instrument instrument, Quantity? quantity) => quantity is { } known ? instrument.QuantityScale.ToDecimal(known) : null;
}
