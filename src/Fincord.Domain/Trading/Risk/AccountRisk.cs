using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Positions at the market's prices, in the account's base currency.</summary>
/// <param name="Name">What of: a currency's code, or an instrument's unit (<c>instr:42</c>).</param>
/// <param name="Gross">Long and short added up.</param>
/// <param name="Net">Long less short.</param>
public sealed record Exposure(string Name, decimal Gross, decimal Net);

/// <summary>What an account risks at a moment. Sums are in its base currency.</summary>
/// <param name="At">The moment.</param>
/// <param name="Equity">What it is worth.</param>
/// <param name="GrossExposure">All positions, long and short added up.</param>
/// <param name="NetExposure">Long less short.</param>
/// <param name="Leverage">Gross exposure per unit of equity; null without equity.</param>
/// <param name="MarginRatio">Maintenance margin per unit of equity: at 1 the account is liquidated; null without equity.</param>
/// <param name="ByCurrency">Exposure by the currency that instruments are paid in.</param>
/// <param name="ByInstrument">Exposure by instrument.</param>
/// <param name="ValueAtRisk">What the positions may lose.</param>
public sealed record AccountRisk(
    Timestamp At,
    decimal Equity,
    decimal GrossExposure,
    decimal NetExposure,
    decimal? Leverage,
    decimal? MarginRatio,
    ImmutableArray<Exposure> ByCurrency,
    ImmutableArray<Exposure> ByInstrument,
    ValueAtRisk ValueAtRisk)
{
    /// <summary>
    /// Measures an account. Days are looked at when there are enough of them for 95 %, hours otherwise. A position without a price counts at its
    /// cost, and one whose currency has no rate as nothing, as in its valuation.
    /// </summary>
    public static AccountRisk Of(
        AccountState account, TradingContext context,
        IReadOnlyDictionary<InstrumentId, IReadOnlyList<Candle>> days, IReadOnlyDictionary<InstrumentId, IReadOnlyList<Candle>> hours)
    {
        var (valuation, values) = (AccountValuation.Of(account, context), ValuesOf(account, context));
        var daily = ValueAtRisk.Of(CandleInterval.D1, values, days);
        var hourly = daily.At95 is null ? ValueAtRisk.Of(CandleInterval.H1, values, hours) : null;
        var (gross, net) = (values.Values.Sum(Math.Abs), values.Values.Sum());
        return new(
            context.Now, valuation.Equity, gross, net, Per(gross, valuation.Equity), Per(valuation.MaintenanceMargin, valuation.Equity),
            [
                .. values.GroupBy(value => context.Markets[value.Key].Terms.Currency, StringComparer.Ordinal).OrderBy(currency => currency.Key, StringComparer.Ordinal)
                    .Select(currency => new Exposure(currency.Key, currency.Sum(value => Math.Abs(value.Value)), currency.Sum(value => value.Value))),
            ],
            [.. values.Select(value => new Exposure(JournalEntry.UnitOf(value.Key), Math.Abs(value.Value), value.Value))],
            hourly?.At95 is null ? daily : hourly);
    }

    private static SortedDictionary<InstrumentId, decimal> ValuesOf(AccountState account, TradingContext context)
    {
        var values = new SortedDictionary<InstrumentId, decimal>(Comparer<InstrumentId>.Create((left, right) => left.Value.CompareTo(right.Value)));
        foreach (var position in account.Positions.Values)
        {
            if (position.IsFlat || !context.Markets.TryGetValue(position.InstrumentId, out var market)) continue;
            values[position.InstrumentId] = context.ToBase(
                market.Mark is { } mark ? position.Value(market.Terms, mark) : position.Cost, market.Terms.Currency);
        }
        return values;
    }

    private static decimal? Per(decimal sum, decimal equity) => equity > 0 ? sum / equity : null;
}
