using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>What an account risked at a moment. Sums are in its base currency.</summary>
/// <param name="At">The moment.</param>
/// <param name="Equity">What it was worth.</param>
/// <param name="GrossExposure">All positions, long and short added up.</param>
/// <param name="NetExposure">Long less short.</param>
/// <param name="Leverage">Gross exposure per unit of equity; null without equity.</param>
/// <param name="MarginRatio">Maintenance margin per unit of equity: at 1 the account is liquidated; null without equity.</param>
/// <param name="ByCurrency">Exposure by the currency that instruments are paid in.</param>
/// <param name="ByInstrument">Exposure by instrument.</param>
/// <param name="Horizon">How far value at risk looks: until the next candle of this interval closes.</param>
/// <param name="SampleSize">How many past periods it is made of: 20 are needed for 95 %, 100 for 99 %.</param>
/// <param name="At95">The loss that 95 of 100 periods do not exceed; null with too few periods.</param>
/// <param name="At99">The loss that 99 of 100 periods do not exceed; null with too few periods.</param>
public sealed record RiskView(
    Timestamp At, decimal Equity, decimal GrossExposure, decimal NetExposure, decimal? Leverage, decimal? MarginRatio,
    IReadOnlyList<ExposureView> ByCurrency, IReadOnlyList<ExposureView> ByInstrument, CandleInterval Horizon, int SampleSize,
    TailRiskView? At95, TailRiskView? At99)
{
    /// <summary>The view of a measure; <paramref name="keyOf"/> tells the key of an instrument's unit.</summary>
    public static RiskView From(AccountRisk risk, string currency, Func<string, string> keyOf) => new(
        risk.At, Currencies.Round(risk.Equity, currency), Currencies.Round(risk.GrossExposure, currency), Currencies.Round(risk.NetExposure, currency),
        Ratio(risk.Leverage), Ratio(risk.MarginRatio),
        [.. risk.ByCurrency.Select(part => ToView(part, part.Name, currency))], [.. risk.ByInstrument.Select(part => ToView(part, keyOf(part.Name), currency))],
        risk.ValueAtRisk.Horizon, risk.ValueAtRisk.SampleSize, TailRiskView.From(risk.ValueAtRisk.At95), TailRiskView.From(risk.ValueAtRisk.At99));

    private static ExposureView ToView(Exposure part, string name, string currency) =>
        new(name, Currencies.Round(part.Gross, currency), Currencies.Round(part.Net, currency));

    private static decimal? Ratio(decimal? ratio) => ratio is { } known ? decimal.Round(known, 6) : null;
}

/// <summary>A part of an account's exposure, in its base currency.</summary>
/// <param name="Name">What of: a currency's code, or an instrument's key.</param>
/// <param name="Gross">Long and short added up.</param>
/// <param name="Net">Long less short.</param>
public sealed record ExposureView(string Name, decimal Gross, decimal Net);

/// <summary>How bad a bad period is, in the account's base currency. Losses are negative.</summary>
/// <param name="ValueAtRisk">By historical simulation.</param>
/// <param name="ExpectedShortfall">The mean of the periods that are as bad or worse (CVaR).</param>
/// <param name="NormalValueAtRisk">If outcomes were normal: a cross-check.</param>
public sealed record TailRiskView(double ValueAtRisk, double ExpectedShortfall, double NormalValueAtRisk)
{
    /// <summary>The view of a tail; null for none.</summary>
    public static TailRiskView? From(TailRisk? tail) => tail is null ? null : new(tail.ValueAtRisk, tail.ExpectedShortfall, tail.NormalValueAtRisk);
}
