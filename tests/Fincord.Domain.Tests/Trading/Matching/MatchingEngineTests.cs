using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Tests.Trading.Matching;

/// <summary>Continuous trading by example. Trades read "resting order, incoming order, price, lots".</summary>
public sealed class MatchingEngineTests
{
    private readonly MatchingEngine _engine = new();
    private long _id;

    [Fact]
    public void A_better_price_trades_first_and_at_one_price_the_older_order()
    {
        Sell(10, at: 101);
        Sell(10, at: 100);
        Sell(10, at: 100);

        Assert.Equal(new(BookRefusal.None, 25, 0), Buy(25, at: 101));
        Assert.Equal([(2, 4, 100, 10), (3, 4, 100, 10), (1, 4, 101, 5)], Trades);
        Assert.Equal((null, 101L), (_engine.BestBid, _engine.BestAsk));
        Assert.Equal(101, _engine.LastPrice);
    }

    [Fact]
    public void A_limit_order_rests_with_what_it_could_not_trade()
    {
        Sell(4, at: 100);

        Assert.Equal(new(BookRefusal.None, 4, 6), Buy(10, at: 100));
        Assert.Equal((100L, null), (_engine.BestBid, _engine.BestAsk));
    }

    [Fact]
    public void What_a_market_order_cannot_trade_is_cancelled()
    {
        Sell(4, at: 100);

        Assert.Equal(new(BookRefusal.None, 4, 0), Submit(OrderSide.Buy, 10, type: OrderType.Market));
        Assert.Equal(new(2, BookEventType.Cancelled, BookCancelReason.Immediate, default, 2, 0, 0, 6), _engine.Events[1]);
    }

    [Fact]
    public void An_immediate_order_trades_at_its_limit_and_never_rests()
    {
        Sell(4, at: 100);
        Sell(4, at: 102);

        Assert.Equal(new(BookRefusal.None, 4, 0), Submit(OrderSide.Buy, 10, 101, timeInForce: TimeInForce.ImmediateOrCancel));
        Assert.Null(_engine.BestBid);
    }

    [Fact]
    public void A_fill_or_kill_order_counts_the_reserve_of_icebergs()
    {
        Submit(OrderSide.Sell, 10, 100, display: 1);

        Assert.Equal(new(BookRefusal.None, 0, 0), Submit(OrderSide.Buy, 11, 100, timeInForce: TimeInForce.FillOrKill));
        Assert.Equal(new(BookRefusal.None, 10, 0), Submit(OrderSide.Buy, 10, 100, timeInForce: TimeInForce.FillOrKill));
    }

    [Fact]
    public void A_post_only_order_is_refused_when_it_would_trade_and_rests_otherwise()
    {
        Sell(4, at: 100);

        Assert.Equal(BookRefusal.WouldTake, Submit(OrderSide.Buy, 1, 100, flags: OrderFlags.PostOnly).Refusal);
        Assert.Equal(1, Submit(OrderSide.Buy, 1, 99, flags: OrderFlags.PostOnly).Open);
    }

    [Fact]
    public void An_iceberg_shows_its_display_quantity_and_stands_last_after_each_refill()
    {
        Submit(OrderSide.Sell, 10, 100, display: 4);
        Sell(3, at: 100);

        Assert.Equal([new(100, 7, 2)], Depth(OrderSide.Sell));
        Buy(9, at: 100);
        Assert.Equal([(1, 3, 100, 4), (2, 3, 100, 3), (1, 3, 100, 2)], Trades);
        Assert.Equal([new(100, 2, 1)], Depth(OrderSide.Sell));
        Buy(4, at: 100);
        Assert.Equal([(1, 4, 100, 2), (1, 4, 100, 2)], Trades);
        Assert.Empty(Depth(OrderSide.Sell));
    }

    [Fact]
    public void Fewer_lots_keep_the_place_in_the_queue_and_more_lots_or_another_price_lose_it()
    {
        for (var i = 0; i < 4; i++) Sell(10, at: 100);
        _engine.Amend(1, 100, 5);
        _engine.Amend(2, 100, 11);
        _engine.Amend(3, 101, 10);
        _engine.Amend(3, 100, 10);

        Buy(100, at: 100);
        Assert.Equal([(1, 5, 100, 5), (4, 5, 100, 10), (2, 5, 100, 11), (3, 5, 100, 10)], Trades);
    }

    [Fact]
    public void An_amended_total_counts_what_is_filled()
    {
        Sell(10, at: 100);
        Buy(4, at: 100);

        Assert.Equal(new(BookRefusal.None, 0, 2), _engine.Amend(1, 100, 6));
        Assert.Equal(new(BookRefusal.None, 0, 0), _engine.Amend(1, 100, 3));
        Assert.Equal(new(2, BookEventType.Cancelled, BookCancelReason.Requested, default, 1, 0, 100, 2), _engine.Events[0]);
        Assert.Equal(BookRefusal.UnknownOrder, _engine.Amend(1, 100, 20).Refusal);
    }

    [Fact]
    public void An_order_amended_to_a_price_that_meets_others_trades()
    {
        Buy(5, at: 99);
        Sell(8, at: 101);

        Assert.Equal(new(BookRefusal.None, 5, 3), _engine.Amend(2, 98, 8));
        Assert.Equal([(1, 2, 99, 5)], Trades);
        Assert.Equal(98, _engine.BestAsk);
    }

    [Fact]
    public void A_post_only_order_that_would_trade_after_an_amendment_stays_as_it_was()
    {
        Buy(5, at: 99);
        Submit(OrderSide.Sell, 5, 101, flags: OrderFlags.PostOnly);

        Assert.Equal(BookRefusal.WouldTake, _engine.Amend(2, 99, 5).Refusal);
        Assert.Equal(101, _engine.BestAsk);
    }

    [Theory]
    [InlineData(SelfTradePrevention.None, 8, "trade 1:5, trade 2:3")]
    [InlineData(SelfTradePrevention.CancelNewest, 0, "cancel 3:8")]
    [InlineData(SelfTradePrevention.CancelOldest, 5, "cancel 1:5, trade 2:5, rest 3")]
    [InlineData(SelfTradePrevention.CancelBoth, 0, "cancel 1:5, cancel 3:8")]
    [InlineData(SelfTradePrevention.Decrement, 3, "decrement 1:5, trade 2:3")]
    public void An_owner_that_meets_himself_gets_what_the_incoming_order_chose(SelfTradePrevention choice, long filled, string expected)
    {
        Submit(OrderSide.Sell, 5, 100, owner: 7);
        Submit(OrderSide.Sell, 5, 100, owner: 8);

        var result = Submit(OrderSide.Buy, 8, 100, owner: 7, selfTradePrevention: choice);

        var told = _engine.Events.ToArray().Select(happened => happened.Type switch
        {
            BookEventType.Traded => $"trade {happened.OrderId}:{happened.Quantity}",
            BookEventType.Cancelled => $"cancel {happened.OrderId}:{happened.Quantity}",
            _ => $"decrement {happened.OrderId}:{happened.Quantity}",
        });
        Assert.Equal(expected, string.Join(", ", result.Open > 0 ? told.Append($"rest {result.Open}") : told));
        Assert.Equal(filled, result.Filled);
    }

    [Fact]
    public void An_id_that_is_in_the_book_is_refused_and_one_that_is_gone_may_come_again()
    {
        Sell(5, at: 100);

        Assert.Equal(BookRefusal.DuplicateOrder, _engine.Submit(Order(1, OrderSide.Buy, 1, 100)).Refusal);
        Assert.True(_engine.Cancel(1).IsAccepted);
        Assert.Equal(BookRefusal.UnknownOrder, _engine.Cancel(1).Refusal);
        Assert.True(_engine.Submit(Order(1, OrderSide.Buy, 1, 100)).IsAccepted);
    }

    [Theory]
    [InlineData(0), InlineData(-1), InlineData(long.MinValue), InlineData(9), InlineData(101), InlineData(long.MaxValue)]
    public void A_quantity_outside_the_rules_is_refused(long quantity)
    {
        var engine = new MatchingEngine(new BookRules(minimumLots: 10, maximumLots: 100));

        Assert.Equal(BookRefusal.QuantityOutOfRange, engine.Submit(Order(1, OrderSide.Buy, quantity, 100)).Refusal);
        Assert.True(engine.Submit(Order(1, OrderSide.Buy, 10, 100)).IsAccepted);
        Assert.Equal(BookRefusal.QuantityOutOfRange, engine.Amend(1, 100, quantity).Refusal);
    }

    [Fact]
    public void Orders_that_contradict_themselves_are_refused()
    {
        Assert.Equal(BookRefusal.UnsupportedOrder, Submit(OrderSide.Buy, 1, type: OrderType.Market, flags: OrderFlags.PostOnly).Refusal);
        Assert.Equal(BookRefusal.UnsupportedOrder, Submit(OrderSide.Buy, 1, 1, timeInForce: TimeInForce.ImmediateOrCancel, flags: OrderFlags.PostOnly).Refusal);
        Assert.Equal(BookRefusal.UnsupportedOrder, Submit(OrderSide.Buy, 1, 1, type: OrderType.Stop).Refusal);
        Assert.Equal(BookRefusal.UnsupportedOrder, Submit((OrderSide)3, 1, 1).Refusal);
        Assert.Equal(BookRefusal.UnsupportedOrder, Submit(OrderSide.Buy, 1, 1, timeInForce: default).Refusal);
        Assert.Equal(BookRefusal.DisplayOutOfRange, Submit(OrderSide.Buy, 1, 1, display: 2).Refusal);
        Assert.Equal(BookRefusal.DisplayOutOfRange, Submit(OrderSide.Buy, 1, 1, display: -1).Refusal);
        Assert.Equal(BookRefusal.DisplayOutOfRange, Submit(OrderSide.Buy, 2, 1, display: 1, timeInForce: TimeInForce.FillOrKill).Refusal);
        Assert.Equal(BookRefusal.WrongPhase, Submit(OrderSide.Buy, 1, 1, timeInForce: TimeInForce.AtTheOpen).Refusal);
        Assert.Equal(0, _engine.OrderCount);
    }

    [Fact]
    public void A_price_band_refuses_what_is_outside_and_cancels_what_it_leaves_behind()
    {
        Buy(1, at: 90);
        Sell(2, at: 110);
        Submit(OrderSide.Sell, 3, 120, timeInForce: TimeInForce.AtTheClose);
        _engine.SetPriceBand(new(95, 115));

        Assert.Equal([1L, 3], _engine.Events.ToArray().Select(happened => happened.OrderId));
        Assert.All(_engine.Events.ToArray(), happened => Assert.Equal(BookCancelReason.PriceOutsideBand, happened.Reason));
        Assert.Equal(BookRefusal.PriceOutsideBand, Buy(1, at: 94).Refusal);
        Assert.Equal(BookRefusal.PriceOutsideBand, _engine.Amend(2, 116, 2).Refusal);
        Assert.True(Buy(1, at: 95).IsAccepted);
        Assert.Throws<ArgumentException>(() => _engine.SetPriceBand(new(2, 1)));
    }

    [Fact]
    public void More_lots_at_a_price_than_64_bits_count_do_not_rest()
    {
        Sell(long.MaxValue, at: 100);

        Assert.Equal(new(BookRefusal.None, 0, 0), Sell(1, at: 100));
        Assert.Equal(BookCancelReason.BookFull, _engine.Events[0].Reason);
        Assert.Equal(new(BookRefusal.None, long.MaxValue, 0), Buy(long.MaxValue, at: 100));
        Assert.Null(_engine.BestAsk);
        Assert.Equal(0, _engine.OrderCount);
    }

    [Fact]
    public void Prices_and_quantities_of_the_instrument_become_ticks_and_lots_only_when_they_are_whole()
    {
        var rules = new BookRules(tickSize: 25, lotSize: 100);

        Assert.True(rules.TryToTicks(new(-75), out var ticks));
        Assert.True(rules.TryToLots(new(1_200), out var lots));
        Assert.Equal((-3L, 12L), (ticks, lots));
        Assert.Equal((new Price(-75), new Quantity(1_200)), (rules.ToPrice(ticks), rules.ToQuantity(lots)));
        Assert.False(rules.TryToTicks(new(76), out _));
        Assert.False(rules.TryToLots(new(1_250), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BookRules(tickSize: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BookRules(lotSize: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BookRules(minimumLots: 2, maximumLots: 1));
    }

    [Fact]
    public void A_state_that_no_book_can_have_is_not_restored()
    {
        Buy(5, at: 99);
        Sell(5, at: 101);
        var state = _engine.Capture();
        var (buy, sell) = (state.Orders[0], state.Orders[1]);

        Assert.Throws<ArgumentException>(() => new MatchingEngine(state with { Orders = [buy, buy] }));
        Assert.Throws<ArgumentException>(() => new MatchingEngine(state with { Orders = [buy, sell with { Price = 99 }] }));
        Assert.Throws<ArgumentException>(() => new MatchingEngine(state with { Orders = [buy with { Displayed = 6 }] }));
        Assert.Throws<ArgumentException>(() => new MatchingEngine(state with { Orders = [buy with { Displayed = 0 }] }));
        Assert.Throws<ArgumentException>(() => new MatchingEngine(state with { Orders = [buy with { Reserve = -1 }] }));
    }

    private (long, long, long, long)[] Trades =>
        [.. _engine.Events.ToArray().Where(happened => happened.Type == BookEventType.Traded).Select(trade => (trade.OrderId, trade.CounterOrderId, trade.Price, trade.Quantity))];

    private DepthLevel[] Depth(OrderSide side)
    {
        var levels = new DepthLevel[10];
        return levels[.._engine.CopyDepth(side, levels)];
    }

    private BookResult Buy(long quantity, long at) => Submit(OrderSide.Buy, quantity, at);

    private BookResult Sell(long quantity, long at) => Submit(OrderSide.Sell, quantity, at);

    private BookResult Submit(
        OrderSide side, long quantity, long price = 0, OrderType type = OrderType.Limit, TimeInForce timeInForce = TimeInForce.GoodTillCancelled, int owner = 0,
        long display = 0, OrderFlags flags = OrderFlags.None, SelfTradePrevention selfTradePrevention = SelfTradePrevention.None) =>
        _engine.Submit(Order(++_id, side, quantity, price) with
        {
            Type = type, TimeInForce = timeInForce, Owner = owner, Display = display, Flags = flags, SelfTradePrevention = selfTradePrevention,
        });

    private static BookOrder Order(long id, OrderSide side, long quantity, long price) =>
        new() { Id = id, Side = side, Type = OrderType.Limit, TimeInForce = TimeInForce.GoodTillCancelled, Price = price, Quantity = quantity };
}
