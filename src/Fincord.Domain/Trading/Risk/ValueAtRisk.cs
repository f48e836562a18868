using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;

namespace Fincord.Domain.Trading;

/// <summary>
/// What positions may lose until the next candle closes, by historical simulation: today's positions lived through the past. Only prices move;
/// currencies stay as they are.
/// </summary>
/// <param name="Horizon">The interval of the candles, which is how far it looks.</param>
/// <param name="SampleSize">How many past periods all positions have in common.</param>
/// <param name="At95">At 95 %, in the account's base currency; null with fewer than 20 periods.</param>
/// <param name="At99">At 99 %; null with fewer than 100 periods.</param>
public sealed record ValueAtRisk(CandleInterval Horizon, int SampleSize, TailRisk? At95, TailRisk? At99)
{
    /// <summary>The risk of positions, whose values in the base currency are negative when short, by their closed candles in order of time.</summary>
    public static ValueAtRisk Of(
        CandleInterval horizon, IReadOnlyDictionary<InstrumentId, decimal> values, IReadOnlyDictionary<InstrumentId, IReadOnlyList<Candle>> candles)
    {
        var outcomes = values.Select(position => Outcomes(position.Value, candles.GetValueOrDefault(position.Key) ?? [])).ToList();
        double[] sums = outcomes.Count == 0 ? []
            : [.. outcomes[0].Keys.Where(time => outcomes.TrueForAll(known => known.ContainsKey(time))).Select(time => outcomes.Sum(known => known[time]))];
        return new(horizon, sums.Length, TailRisk.At95(sums), TailRisk.At99(sums));
    }

    private static Dictionary<Timestamp, double> Outcomes(decimal value, IReadOnlyList<Candle> candles)
    {
        var outcomes = new Dictionary<Timestamp, double>();
        for (var next = 1; next < candles.Count; next++)
        {
            var (before, after) = (candles[next - 1].Close.Count, candles[next].Close.Count);
            if (before > 0) outcomes[candles[next].OpenTime] = (double)value * ((double)after / before - 1);
        }
        return outcomes;
    }
}
