using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Paper;

public sealed class PaperExchangeTests
{
    private static readonly PaperRules Plain = new(TimeSpan.Zero, SlippageModel.None, FeeSchedule.None, SelfTradePrevention.CancelNewest);

    private readonly PaperExchange _exchange = new("paper:42:account:mine", Acme, Plain, PaperExchangeState.Empty);

    [Fact]
    public void A_market_order_takes_what_the_market_shows_and_the_rest_is_cancelled()
    {
        Show(99.90m, 500, 100.10m, 30);

        Submit(1, Market(OrderSide.Buy, 50));

        Assert.Equal(["Accepted", "Filled 30 @ 10010", "Cancelled"], Told());
    }

    [Fact]
    public void What_was_taken_of_a_quote_is_gone_until_the_market_shows_another()
    {
        Show(99.90m, 500, 100.10m, 30);
        Submit(1, Market(OrderSide.Buy, 30));
        Submit(2, Market(OrderSide.Buy, 10));
        Assert.Equal(["Accepted", "Filled 30 @ 10010", "Accepted", "Cancelled"], Told());

        Show(99.90m, 500, 100.10m, 40, sequence: 2);
        Submit(3, Market(OrderSide.Buy, 30));

        Assert.Equal(["Accepted", "Filled 10 @ 10010", "Cancelled"], Told());
    }

    [Fact]
    public void An_order_that_joins_a_price_waits_behind_what_was_shown_there()
    {
        Show(99.90m, 500, 100.10m, 30);
        Submit(1, Limit(OrderSide.Buy, 10, 99.90m));

        Print(99.90m, 400, second: 1);
        Assert.Equal(["Accepted"], Told());
        Print(99.90m, 104, second: 2);

        Assert.Equal(["Filled 4 @ 9990"], Told());
    }

    [Fact]
    public void A_quote_that_falls_through_a_resting_order_fills_it_at_its_own_price()
    {
        Show(99.90m, 500, 100.10m, 30);
        Submit(1, Limit(OrderSide.Buy, 10, 100m));

        Show(99.70m, 500, 99.80m, 30, sequence: 2);

        Assert.Equal(["Accepted", "Filled 10 @ 10000"], Told());
    }

    [Fact]
    public void A_stop_is_triggered_by_the_market_and_fills_at_what_it_meets()
    {
        Show(99.90m, 500, 100.10m, 30);
        Submit(1, Market(OrderSide.Buy, 10));
        Submit(2, new(Acme.InstrumentId, OrderSide.Sell, OrderType.Stop, new(10), TimeInForce.GoodTillCancelled) { TriggerPrice = PriceOf(95m), Flags = OrderFlags.ReduceOnly });
        Told();

        Show(94.50m, 500, 94.60m, 30, sequence: 2);

        Assert.Equal(["Triggered", "Filled 10 @ 9450"], Told());
    }

    [Fact]
    public void A_trailing_stop_follows_the_market_up_and_never_down()
    {
        Show(100m, 500, 100.10m, 30);
        Submit(1, new(Acme.InstrumentId, OrderSide.Sell, OrderType.TrailingStop, new(10), TimeInForce.GoodTillCancelled) { Trailing = new(200, null) });
        Show(105m, 500, 105.10m, 30, sequence: 2);
        Show(103.50m, 500, 103.60m, 30, sequence: 3);
        Assert.Equal(["Accepted"], Told());

        Show(103m, 500, 103.10m, 30, sequence: 4);

        Assert.Equal(["Triggered", "Filled 10 @ 10300"], Told());
    }

    [Fact]
    public void Of_two_exits_the_one_that_fills_takes_from_the_other()
    {
        Show(99.90m, 500, 100.10m, 30);
        Submit(1, Limit(OrderSide.Sell, 10, 110m), siblings: 2);
        Submit(2, new(Acme.InstrumentId, OrderSide.Sell, OrderType.Stop, new(10), TimeInForce.GoodTillCancelled) { TriggerPrice = PriceOf(95m) }, siblings: 1);
        Told();

        Show(110m, 4, 110.10m, 30, sequence: 2);
        Assert.Equal(["Filled 4 @ 11000", "Updated"], Told());
        Show(111m, 50, 111.10m, 30, sequence: 3);

        Assert.Equal(["Filled 6 @ 11000", "Cancelled"], Told());
        Assert.Equal(0, _exchange.WorkingOrders);
    }

    [Fact]
    public void Beyond_what_is_shown_the_price_worsens_with_the_square_root_of_the_size()
    {
        var exchange = new PaperExchange("paper", Acme, Plain with { Slippage = new(SlippageType.SquareRoot, 0.001) }, PaperExchangeState.Empty);
        Show(99.90m, 500, 100m, 100, on: exchange);

        exchange.Execute(Mine, new(VenueCommandKind.Submit, Id(1), Acme.InstrumentId, new(Id(1), Mine, Market(OrderSide.Buy, 500), null, []), null), Noon);

        Assert.Equal(["Accepted", "Filled 100 @ 10000", "Filled 400 @ 10020"], Told(exchange));    // 0.1 % of 100.00 times the root of 4
    }

    [Fact]
    public void An_exchange_made_of_a_state_goes_on_as_the_one_it_was_taken_from()
    {
        Show(99.90m, 500, 100.10m, 30);
        Submit(1, Limit(OrderSide.Buy, 10, 99.90m));
        Told();

        var copy = new PaperExchange("paper:42:account:mine", Acme, Plain, _exchange.Capture());
        foreach (var exchange in new[] { _exchange, copy }) Print(99.90m, 505, second: 1, on: exchange);

        Assert.Equal(Told(), Told(copy));
    }

    private void Show(decimal bid, long bidSize, decimal ask, long askSize, long sequence = 1, PaperExchange? on = null)
    {
        var at = new Timestamp(Noon.Nanoseconds + sequence);
        var quote = new Quote(at, sequence, PriceOf(bid), new(bidSize), PriceOf(ask), new(askSize));
        (on ?? _exchange).Observe(MarketState.Empty.With(quote), TradingPhase.Continuous, Noon);
    }

    private void Print(decimal price, long size, int second, PaperExchange? on = null)
    {
        var exchange = on ?? _exchange;
        var at = new Timestamp(Noon.Nanoseconds + second * Timestamp.NanosecondsPerSecond);
        var trade = new TradePrint(at, second, new((UInt128)second), PriceOf(price), new(size), AggressorSide.Sell);
        exchange.Observe(exchange.Capture().Market.WithLast(trade), TradingPhase.Continuous, at);
    }

    private void Submit(int id, OrderTicket ticket, params int[] siblings) => _exchange.Execute(
        Mine, new(VenueCommandKind.Submit, Id(id), Acme.InstrumentId, new(Id(id), Mine, ticket, null, [.. siblings.Select(Id)]), null), Noon);

    private string[] Told(PaperExchange? by = null) =>
    [
        .. (by ?? _exchange).TakeReports().Select(told => told.Report.Fill is { } fill ? $"Filled {fill.Quantity.Count} @ {fill.Price.Count}" : $"{told.Report.Kind}"),
    ];
}
