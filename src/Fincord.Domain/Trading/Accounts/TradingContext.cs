using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>What a decision of an account needs to know of the world at its moment. A decision depends on nothing else but the account itself.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Markets">The markets of all instruments that the account holds, has orders in, or asks for.</param>
/// <param name="Rates">What a unit of a currency is worth in the account's base currency; the base itself is 1.</param>
/// <param name="KillSwitch">The kill switch above the account that is on; null when none is.</param>
/// <param name="Budget">What the budgets above the account allow it; null when there are none.</param>
public sealed record TradingContext(
    Timestamp Now,
    IReadOnlyDictionary<InstrumentId, TradedMarket> Markets,
    IReadOnlyDictionary<string, decimal> Rates,
    string? KillSwitch,
    BudgetAllowance? Budget)
{
    /// <summary>A sum in the account's base currency. A currency without a rate counts as nothing: it cannot back anything.</summary>
    public decimal ToBase(decimal amount, string currency) => amount * Rates.GetValueOrDefault(currency);

    /// <summary>The same with the rate of one more currency; unchanged when nobody knows it, or it is there.</summary>
    public TradingContext WithRate(string currency, decimal? rate) =>
        rate is { } known && !Rates.ContainsKey(currency) ? this with { Rates = new Dictionary<string, decimal>(Rates, StringComparer.Ordinal) { [currency] = known } } : this;
}

/// <summary>An instrument's terms and its market at a moment.</summary>
/// <param name="Terms">On what terms it is traded.</param>
/// <param name="State">The last known state of the market.</param>
/// <param name="Phase">What the market does.</param>
public sealed record TradedMarket(InstrumentTerms Terms, MarketState State, TradingPhase Phase)
{
    /// <summary>What the instrument is worth: the middle of bid and ask, or the last trade's price; null when neither is known.</summary>
    public Price? Mark => State.Quote is { Bid: { } bid, Ask: { } ask } ? new((long)(((Int128)bid.Count + ask.Count) / 2)) : State.Last;

    /// <summary>What a market order of this side would meet first; null when nothing is known.</summary>
    public Price? Opposite(OrderSide side) => (side is OrderSide.Buy ? State.Quote?.Ask : State.Quote?.Bid) ?? Mark;
}
