using Fincord.Domain.Markets;

namespace Fincord.Connectors.Sim;

/// <summary>An instrument of the simulated market: what it is, and how its market behaves.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Reference">The price it keeps coming back to, in its price scale.</param>
/// <param name="Tick">The step between two prices, as a count in its price scale.</param>
/// <param name="Lot">The step between two quantities, as a count in its quantity scale.</param>
/// <param name="Volatility">Standard deviation of the yearly logarithmic return: 0.2 is 20 %.</param>
/// <param name="ArrivalsPerSecond">How often something happens, on average: a quote, a trade, or both.</param>
/// <param name="TradeShare">The share of arrivals that trade, 0 to 1.</param>
/// <param name="MeanSpread">The bid-ask spread it keeps coming back to, in ticks.</param>
/// <param name="MeanTrade">Mean quantity of a trade, in lots.</param>
public sealed record SimInstrument(
    InstrumentDefinition Definition, Price Reference, long Tick, long Lot,
    double Volatility, double ArrivalsPerSecond, double TradeShare, double MeanSpread, double MeanTrade)
{
    /// <summary>The key it is known by.</summary>
    public InstrumentKey Key => Definition.Key;

    /// <summary>The instrument whose price moves it, as a perpetual swap follows its spot; null when it moves by itself.</summary>
    public InstrumentKey? Follows { get; init; }

    /// <summary>How many per cent it moves when the one it follows moves by one.</summary>
    public double Leverage { get; init; } = 1;
}
