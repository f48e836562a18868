using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using static Fincord.Domain.Tests.Trading.Actions.ActionExamples;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Paper;

public sealed class PaperActionTests
{
    private readonly PaperExchange _exchange = new(
        "paper:42:account:mine", Acme, new(TimeSpan.Zero, SlippageModel.None, FeeSchedule.None, SelfTradePrevention.CancelNewest), PaperExchangeState.Empty);

    [Fact]
    public void A_split_ends_the_orders_of_before_it_ahead_of_the_market_of_its_moment()
    {
        Show(99, 101, Noon);
        Submit(1, Limit(OrderSide.Buy, 10, 90), Noon);
        _exchange.Hear(Split(2, 1, hours: 1));

        Show(99, 101, Later(0.9));
        Assert.Equal(["Accepted"], Told());
        Show(49, 51, Later(1));
        Submit(2, Limit(OrderSide.Buy, 10, 45), Later(1));

        Assert.Equal(["Cancelled CORPORATE_ACTION", "Accepted"], Told());
        Show(49, 51, Later(2));
        Assert.Empty(Told());
    }

    [Fact]
    public void What_it_heard_of_is_kept_over_a_restart_and_heard_once()
    {
        Submit(1, Limit(OrderSide.Buy, 10, 90), Noon);
        _exchange.Hear(Dividend(1, sequence: 1));
        _exchange.Hear(Split(2, 1, hours: 1, sequence: 2));
        var restarted = new PaperExchange("paper:42:account:mine", Acme, PaperRules.Default, _exchange.Capture());

        restarted.Hear(Split(2, 1, hours: 1, sequence: 2));

        Assert.Equal((2, Later(1)), (restarted.ActionSequence, restarted.NextDue));
        Assert.Single(restarted.Capture().Actions);
    }

    [Fact]
    public void Reduce_only_looks_at_what_is_held_after_a_split_and_not_at_what_was_traded_here()
    {
        Show(99, 101, Noon);
        Submit(1, Market(OrderSide.Buy, 10), Noon);
        Told();

        Submit(2, Market(OrderSide.Sell, 20) with { Flags = OrderFlags.ReduceOnly }, Later(1), adjusted: 10);

        Assert.Equal(["Accepted", "Filled"], Told());
        Submit(3, Market(OrderSide.Sell, 1) with { Flags = OrderFlags.ReduceOnly }, Later(1), adjusted: 10);
        Assert.Equal(["Rejected REDUCE_ONLY"], Told());
    }

    private void Show(decimal bid, decimal ask, Timestamp at) => _exchange.Observe(
        MarketState.Empty.With(new Quote(at, at.Nanoseconds, PriceOf(bid), new(500), PriceOf(ask), new(500))), TradingPhase.Continuous, at);

    private void Submit(int id, OrderTicket ticket, Timestamp at, long adjusted = 0) => _exchange.Execute(
        Mine, new(VenueCommandKind.Submit, Id(id), Acme.InstrumentId, new(Id(id), Mine, ticket, null, []) { Adjusted = adjusted }, null), at);

    private string[] Told() => [.. _exchange.TakeReports().Select(told => $"{told.Report.Kind} {told.Report.Code}".Trim())];
}
