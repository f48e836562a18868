using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.Actions.ActionExamples;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Actions;

public sealed class ActionRulesTests
{
    [Fact]
    public void Actions_that_make_sense_are_taken()
    {
        Assert.Null(ActionRules.Check(Split(2, 1), Acme, null));
        Assert.Null(ActionRules.Check(Dividend(1), Acme, null));
        Assert.Null(ActionRules.Check(Funding(-0.0001m), Perpetual, null));
        Assert.Null(ActionRules.Check(Merger(1, 2, 60), Acme, Beta));
        Assert.Null(ActionRules.Check(Merger(1, 2, 60, cash: 3, share: 0.5m), Acme, Beta));
        Assert.Null(ActionRules.Check(Of(InstrumentActionKind.Merger, 1) with { CashPerUnit = 3 }, Acme, null));
        Assert.Null(ActionRules.Check(SpinOff(1, 2, 60, 0.1m), Acme, Beta));
        Assert.Null(ActionRules.Check(Expiry(0), Acme, null));
        Assert.Null(ActionRules.Check(Of(InstrumentActionKind.BorrowRate, 1) with { Rate = 0.02m }, Acme, null));
        Assert.Null(ActionRules.Check(Of(InstrumentActionKind.SymbolChange, 1) with { Symbol = "META" }, Acme, null));
    }

    [Fact]
    public void Actions_that_make_none_are_refused_with_a_code()
    {
        Refused("OUT_OF_RANGE", Split(0, 1));
        Refused("OUT_OF_RANGE", Split(1, 0));
        Refused("OUT_OF_RANGE", Split(1, 1));
        Refused("OUT_OF_RANGE", Split(1_000_001, 1));
        Refused("OUT_OF_RANGE", Dividend(0));
        Refused("OUT_OF_RANGE", Dividend(-1));
        Refused("OUT_OF_RANGE", SpinOff(1, 2, 60, 1.1m), Beta);
        Refused("OUT_OF_RANGE", Expiry(-1));
        Refused("OUT_OF_RANGE", Of(InstrumentActionKind.SymbolChange, 1) with { Symbol = " " });
        Refused("INVALID_ARGUMENT", Dividend(1) with { Rate = 1 });
        Refused("INVALID_ARGUMENT", Of(InstrumentActionKind.Split, 1));
        Refused("INVALID_ARGUMENT", Merger(1, 2, 60, cash: 3), Beta);
        Refused("INVALID_ARGUMENT", Of(InstrumentActionKind.Funding, 1) with { Rate = 0.1m, Price = 100 });
        Refused("INVALID_ARGUMENT", Merger(1, 1, 60) with { Into = Acme.InstrumentId }, Acme);
        Refused("INVALID_ARGUMENT", Merger(1, 1, 60), Beta with { Currency = "EUR" });
        Refused("UNKNOWN_INSTRUMENT", Merger(1, 1, 60));
    }

    [Theory]
    [InlineData(100, null, 0.0001)]
    [InlineData(100, 100.0, 0.0001)]        // no premium: the interest
    [InlineData(100.03, 100.0, 0.0001)]     // a premium within the damping of the interest: still the interest
    [InlineData(100.2, 100.0, 0.0015)]      // 0.2 % premium, drawn down by 0.05 %
    [InlineData(99.8, 100.0, -0.0015)]
    [InlineData(110, 100.0, 0.0075)]        // never beyond the cap
    public void Funding_follows_the_premium_of_the_mark_over_the_index(double mark, double? index, double rate) =>
        Assert.Equal((decimal)rate, FundingSchedule.RateOf((decimal)mark, (decimal?)index, 0.0001m));

    [Fact]
    public void Funding_is_due_every_eight_hours_from_midnight() => Assert.Equal(
        ["2026-01-02T16:00:00.000000000Z", "2026-01-03T00:00:00.000000000Z", "2026-01-03T08:00:00.000000000Z"],
        FundingSchedule.Moments(Noon, Later(20), FundingSchedule.Interval).Select(moment => moment.ToString()));

    [Fact]
    public void Fills_of_an_instrument_that_settle_on_a_day_are_delivered_together()
    {
        SettlingFill Fill(int number, OrderSide side, long quantity, decimal price, double settles) => new(
            Filled(number, side, quantity, price, number, fee: 1).Fill! with { SettlesOn = Later(settles) }, quantity * price, 0);
        var terms = new Dictionary<Domain.Markets.InstrumentId, InstrumentTerms> { [Acme.InstrumentId] = Acme };

        var instructions = Settlements.Instruct([Fill(1, OrderSide.Buy, 10, 100, 12), Fill(2, OrderSide.Sell, 4, 110, 12), Fill(3, OrderSide.Buy, 1, 90, 36)], terms, Later(12));

        Assert.Equal(
            [new(Later(12), Acme.InstrumentId, "USD", SettlementStatus.Settled, 6, -1_000 + 440 - 2, 2), new(Later(36), Acme.InstrumentId, "USD", SettlementStatus.Pending, 1, -91, 1)],
            instructions);
        Assert.Equal(-91, Settlements.UnsettledCash(instructions)["USD"]);
    }

    private static void Refused(string code, InstrumentAction action, InstrumentTerms? into = null) => Assert.Equal(code, ActionRules.Check(action, Acme, into)?.Code);
}
