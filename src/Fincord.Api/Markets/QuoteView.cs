using Fincord.Domain.Markets;

namespace Fincord.Api.Markets;

/// <summary>The last known state of a market: best bid and ask, and the last trade. What is not known is null.</summary>
[GraphQLName("Quote")]
public sealed record QuoteView
{
    private readonly MarketState _state;
    private readonly Instrument _instrument;

    internal QuoteView(Instrument instrument, MarketState state) => (_instrument, _state) = (instrument, state);

    /// <summary>Best bid price.</summary>
    public decimal? Bid => ToDecimal(_state.Quote?.Bid);

    /// <summary>Best ask price.</summary>
    public decimal? Ask => ToDecimal(_state.Quote?.Ask);

    /// <summary>Quantity at the best bid.</summary>
    public decimal? BidSize => ToDecimal(_state.Quote?.BidSize);

    /// <summary>Quantity at the best ask.</summary>
    public decimal? AskSize => ToDecimal(_state.Quote?.AskSize);

    /// <summary>Price of the last trade.</summary>
    public decimal? Last => ToDecimal(_state.Last);

    /// <summary>Quantity of the last trade.</summary>
    public decimal? LastSize => ToDecimal(_state.LastSize);

    /// <summary>When the venue says that the later of quote and last trade happened.</summary>
    public Timestamp? OccurredAt => _state.OccurredAt;

    private decimal? ToDecimal(Price? price) => price is { } known ? _instrument.PriceScale.ToDecimal(known) : null;

    private decimal? ToDecimal(Quantity? quantity) => quantity is { } known ? _instrument.QuantityScale.ToDecimal(known) : null;
}
