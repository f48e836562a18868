using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Statements;

public sealed class AccountRiskTests
{
    private static readonly InstrumentId Other = new(43);
    private static readonly Dictionary<InstrumentId, IReadOnlyList<Candle>> None = [];

    [Fact]
    public void Exposure_and_leverage_are_those_of_the_positions_at_the_market()
    {
        var settings = CashAccount with { Kind = AccountKind.Margin, Leverage = 2 };
        var account = AccountWith(1_000m, settings) with { Positions = AccountWith(0, settings).Positions.Add(42, Short(5, 100m)) };

        // Short 5 at 100: the money of the sale is not in this account's cash, so equity is 1,000 less 500.
        var risk = AccountRisk.Of(account, World(), None, None);

        Assert.Equal((500m, 500m, -500m), (risk.Equity, risk.GrossExposure, risk.NetExposure));
        Assert.Equal((1m, .25m), (risk.Leverage, risk.MarginRatio));
        Assert.Equal([new("USD", 500m, -500m)], risk.ByCurrency);
        Assert.Equal([new Exposure("instr:42", 500m, -500m)], risk.ByInstrument);
        Assert.Equal((0, null, null), (risk.ValueAtRisk.SampleSize, risk.ValueAtRisk.At95, risk.ValueAtRisk.At99));
    }

    [Fact]
    public void Without_equity_there_is_no_leverage()
    {
        var risk = AccountRisk.Of(AccountWith(0), World(), None, None);

        Assert.Equal((null, null, 0m), (risk.Leverage, risk.MarginRatio, risk.GrossExposure));
        Assert.Empty(risk.ByInstrument);
    }

    // Returns of -50 to +49 per mille on 1,000: outcomes -50 to +49.
    [Fact]
    public void Value_at_risk_lets_todays_position_live_through_the_past()
    {
        var candles = new Dictionary<InstrumentId, IReadOnlyList<Candle>> { [Acme.InstrumentId] = Candles(CandleInterval.D1, [.. Enumerable.Range(-50, 100)]) };

        var risk = ValueAtRisk.Of(CandleInterval.D1, new Dictionary<InstrumentId, decimal> { [Acme.InstrumentId] = 1_000m }, candles);

        Assert.Equal(100, risk.SampleSize);
        Assert.Equal(-50 + .05 * 99, risk.At95!.ValueAtRisk, 5);
        Assert.Equal(-48, risk.At95.ExpectedShortfall, 5);
        Assert.Equal(-50 + .01 * 99, risk.At99!.ValueAtRisk, 5);
        Assert.Equal(-.5 - 1.6448536269514722 * Math.Sqrt(100 * 101 / 12.0), risk.At95.NormalValueAtRisk, 4);
    }

    [Fact]
    public void A_long_and_a_short_of_the_same_past_risk_nothing_together()
    {
        var past = Candles(CandleInterval.D1, [.. Enumerable.Range(-15, 30)]);
        var candles = new Dictionary<InstrumentId, IReadOnlyList<Candle>> { [Acme.InstrumentId] = past, [Other] = [.. past.Skip(5)] };

        var risk = ValueAtRisk.Of(CandleInterval.D1, new Dictionary<InstrumentId, decimal> { [Acme.InstrumentId] = 1_000m, [Other] = -1_000m }, candles);

        Assert.Equal(25, risk.SampleSize);
        Assert.Equal((0, 0), (risk.At95!.ValueAtRisk, risk.At95.ExpectedShortfall));
        Assert.Null(risk.At99);
    }

    [Fact]
    public void Hours_are_looked_at_when_there_are_too_few_days()
    {
        var account = AccountWith(1_000m) with { Positions = AccountWith(0).Positions.Add(42, Short(5, 100m) with { Count = 5 }) };
        Dictionary<InstrumentId, IReadOnlyList<Candle>> Past(CandleInterval interval, int count) =>
            new() { [Acme.InstrumentId] = Candles(interval, [.. Enumerable.Range(0, count)]) };

        Assert.Equal((CandleInterval.D1, 20), Horizon(Past(CandleInterval.D1, 20), Past(CandleInterval.H1, 50)));
        Assert.Equal((CandleInterval.H1, 50), Horizon(Past(CandleInterval.D1, 19), Past(CandleInterval.H1, 50)));
        Assert.Equal((CandleInterval.D1, 19), Horizon(Past(CandleInterval.D1, 19), Past(CandleInterval.H1, 19)));

        (CandleInterval, int) Horizon(Dictionary<InstrumentId, IReadOnlyList<Candle>> days, Dictionary<InstrumentId, IReadOnlyList<Candle>> hours) =>
            AccountRisk.Of(account, World(), days, hours).ValueAtRisk is var risk ? (risk.Horizon, risk.SampleSize) : default;
    }

    private static Position Short(long shares, decimal price) => new(Acme.InstrumentId, -shares, -shares * price, 0, 0, 0, [new(-shares, -shares * price, Noon)]);

    // Closes with as many digits as make the returns, in per mille, what they are.
    private static List<Candle> Candles(CandleInterval interval, int[] returns)
    {
        var (candles, close, time) = (new List<Candle>(), 1e15, interval.OpenTime(Noon));
        foreach (var part in returns.Prepend(0))
        {
            close *= 1 + part / 1_000.0;
            var price = new Price((long)close);
            candles.Add(new(interval, time, price, price, price, price, 1, 1, 1, 0, true));
            time = interval.CloseTime(time);
        }
        return candles;
    }
}
