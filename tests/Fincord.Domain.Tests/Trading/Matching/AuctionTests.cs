using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Tests.Trading.Matching;

/// <summary>Auctions, halts and the close by example.</summary>
public sealed class AuctionTests
{
    private readonly MatchingEngine _engine = new(BookState.Empty with { Phase = TradingPhase.OpeningAuction });
    private long _id;

    [Fact]
    public void An_auction_ends_at_the_price_of_maximum_volume()
    {
        Buy(10, at: 105);
        Buy(20, at: 102);
        Sell(15, at: 101);
        Sell(10, at: 103);
        Assert.Equal(105, _engine.BestBid);
        Assert.Equal(101, _engine.BestAsk);

        var outlook = _engine.Indicate(reference: 102);
        Assert.Equal(new(102, 15, 15), outlook);
        _engine.MoveTo(TradingPhase.Continuous, reference: 102);
        Assert.Equal([(1, 3, 102, 10), (2, 3, 102, 5)], Trades);
        Assert.Equal((102L, 103L, 102L), (_engine.BestBid, _engine.BestAsk, _engine.LastPrice));
    }

    [Fact]
    public void Of_equal_volume_the_price_of_the_least_surplus_wins_even_between_the_limits()
    {
        Buy(10, at: 110);
        Buy(5, at: 100);
        Sell(10, at: 90);
        Sell(5, at: 105);

        Assert.Equal(new(101, 10, 0), _engine.Indicate(reference: 0));
        Assert.Equal(new(103, 10, 0), _engine.Indicate(reference: 103));
        Assert.Equal(new(104, 10, 0), _engine.Indicate(reference: 200));
    }

    [Fact]
    public void Of_equal_surplus_the_price_nearest_to_the_reference_wins_and_of_two_as_near_the_lower()
    {
        Buy(10, at: 110);
        Sell(10, at: 90);

        Assert.Equal(100, _engine.Indicate(reference: 100).Price);
        Assert.Equal(90, _engine.Indicate(reference: 80).Price);
        Assert.Equal(110, _engine.Indicate(reference: 111).Price);

        // 96 to 104 have a surplus of one lot now, so of 95 and 105, as good and as near, the lower.
        Buy(1, at: 104);
        Sell(2, at: 96);
        Sell(2, at: 105);
        Buy(1, at: 95);
        Assert.Equal(new(100, 11, -1), _engine.Indicate(reference: 100));
    }

    [Fact]
    public void Market_orders_trade_first_and_two_of_them_alone_at_the_reference()
    {
        Buy(10, at: 105);
        Market(OrderSide.Buy, 5);
        Market(OrderSide.Sell, 8);

        _engine.MoveTo(TradingPhase.Continuous, reference: 100);
        Assert.Equal([(2, 3, 100, 5), (1, 3, 100, 3)], Trades);

        _engine.MoveTo(TradingPhase.OpeningAuction);
        _engine.Cancel(1);
        Market(OrderSide.Buy, 5);
        Market(OrderSide.Sell, 5);
        _engine.MoveTo(TradingPhase.Continuous);
        Assert.Equal([(4, 5, 100, 5)], Trades);
    }

    [Fact]
    public void What_is_left_of_orders_for_the_auction_only_is_cancelled_and_the_others_stay()
    {
        Sell(5, at: 100, TimeInForce.AtTheOpen);
        Sell(5, at: 100);
        Market(OrderSide.Sell, 5);
        Buy(7, at: 100);

        _engine.MoveTo(TradingPhase.Continuous);
        Assert.Equal([(4, 3, 100, 5), (4, 1, 100, 2)], Trades);
        Assert.Equal([(1L, 3L, BookCancelReason.AuctionOver)], Cancels);
        Assert.Equal(5, Assert.Single(_engine.Capture().Orders).Open);
    }

    [Fact]
    public void Orders_at_the_close_wait_unseen_for_their_auction()
    {
        _engine.MoveTo(TradingPhase.Continuous);
        Sell(5, at: 90, TimeInForce.AtTheClose);
        Market(OrderSide.Sell, 3, TimeInForce.AtTheClose);
        Assert.Equal(new(BookRefusal.None, 0, 4), Buy(4, at: 100));
        Assert.Null(_engine.BestAsk);

        _engine.MoveTo(TradingPhase.ClosingAuction);
        Assert.Equal(90, _engine.BestAsk);
        _engine.MoveTo(TradingPhase.Closed, reference: 95);
        Assert.Equal([(3, 2, 95, 3), (3, 1, 95, 1)], Trades);
        Assert.Equal([(1L, 4L, BookCancelReason.AuctionOver)], Cancels);
    }

    [Fact]
    public void A_market_that_closes_without_an_auction_cancels_the_orders_for_it()
    {
        _engine.MoveTo(TradingPhase.Continuous);
        Sell(5, at: 90, TimeInForce.AtTheClose);
        Buy(5, at: 80);
        _engine.MoveTo(TradingPhase.Closed);

        Assert.Equal([(1L, 5L, BookCancelReason.AuctionOver)], Cancels);
        Assert.Equal(1, _engine.OrderCount);
    }

    [Fact]
    public void An_iceberg_takes_part_in_an_auction_whole()
    {
        _engine.Submit(Order(OrderSide.Sell, 10, 100) with { Display = 2 });
        Buy(9, at: 100);
        _engine.MoveTo(TradingPhase.Continuous);

        Assert.Equal([(2, 1, 100, 9)], Trades);
        Assert.True(_engine.TryGetOrder(1, out var left));
        Assert.Equal((1L, 0L, 9L), (left.Displayed, left.Reserve, left.Filled));
    }

    [Fact]
    public void Nothing_immediate_and_nothing_post_only_enters_an_auction()
    {
        Assert.Equal(BookRefusal.WrongPhase, Buy(1, at: 1, TimeInForce.ImmediateOrCancel).Refusal);
        Assert.Equal(BookRefusal.WrongPhase, Buy(1, at: 1, TimeInForce.FillOrKill).Refusal);
        Assert.Equal(BookRefusal.WrongPhase, _engine.Submit(Order(OrderSide.Buy, 1, 1) with { Flags = OrderFlags.PostOnly }).Refusal);
        _engine.MoveTo(TradingPhase.ClosingAuction);
        Assert.Equal(BookRefusal.WrongPhase, Buy(1, at: 1, TimeInForce.AtTheOpen).Refusal);
    }

    [Theory]
    [InlineData(TradingPhase.Halted, BookRefusal.Halted), InlineData(TradingPhase.Closed, BookRefusal.Closed)]
    public void A_market_that_does_not_trade_takes_nothing_but_cancels(TradingPhase phase, BookRefusal refusal)
    {
        _engine.MoveTo(TradingPhase.Continuous);
        Buy(5, at: 100);
        _engine.MoveTo(phase);

        Assert.Equal(refusal, Sell(5, at: 100).Refusal);
        Assert.Equal(refusal, _engine.Amend(1, 100, 4).Refusal);
        Assert.True(_engine.Cancel(1).IsAccepted);
    }

    [Fact]
    public void After_a_halt_within_an_auction_the_book_is_uncrossed_before_it_trades_on()
    {
        Buy(5, at: 100);
        Sell(5, at: 99);
        _engine.MoveTo(TradingPhase.Halted);
        Assert.Empty(_engine.Events.ToArray());
        _engine.MoveTo(TradingPhase.Continuous);

        Assert.Equal([(1, 2, 99, 5)], Trades);
    }

    [Fact]
    public void The_price_of_an_auction_stays_in_the_band()
    {
        _engine.SetPriceBand(new(95, 105));
        Market(OrderSide.Buy, 5);
        Market(OrderSide.Sell, 5);
        _engine.MoveTo(TradingPhase.Continuous, reference: 200);

        Assert.Equal([(1, 2, 105, 5)], Trades);
    }

    [Fact]
    public void An_auction_at_the_ends_of_all_prices_neither_overflows_nor_loses_a_lot()
    {
        Buy(long.MaxValue, at: long.MaxValue);
        Market(OrderSide.Buy, long.MaxValue);
        Sell(long.MaxValue, at: long.MinValue);
        Market(OrderSide.Sell, long.MaxValue);

        Assert.Equal(new(long.MinValue, (Int128)2 * long.MaxValue, 0), _engine.Indicate(reference: long.MinValue));
        _engine.MoveTo(TradingPhase.Continuous, reference: long.MaxValue);
        Assert.Equal([(2, 4, long.MaxValue, long.MaxValue), (1, 3, long.MaxValue, long.MaxValue)], Trades);
        Assert.Equal(0, _engine.OrderCount);
    }

    private (long, long, long, long)[] Trades =>
        [.. _engine.Events.ToArray().Where(happened => happened.Type == BookEventType.Traded).Select(trade => (trade.OrderId, trade.CounterOrderId, trade.Price, trade.Quantity))];

    private (long, long, BookCancelReason)[] Cancels =>
        [.. _engine.Events.ToArray().Where(happened => happened.Type == BookEventType.Cancelled).Select(gone => (gone.OrderId, gone.Quantity, gone.Reason))];

    private BookResult Buy(long quantity, long at, TimeInForce timeInForce = TimeInForce.GoodTillCancelled) =>
        _engine.Submit(Order(OrderSide.Buy, quantity, at) with { TimeInForce = timeInForce });

    private BookResult Sell(long quantity, long at, TimeInForce timeInForce = TimeInForce.GoodTillCancelled) =>
        _engine.Submit(Order(OrderSide.Sell, quantity, at) with { TimeInForce = timeInForce });

    private void Market(OrderSide side, long quantity, TimeInForce timeInForce = TimeInForce.GoodTillCancelled) =>
        Assert.True(_engine.Submit(Order(side, quantity, 0) with { Type = OrderType.Market, TimeInForce = timeInForce }).IsAccepted);

    private BookOrder Order(OrderSide side, long quantity, long price) =>
        new() { Id = ++_id, Side = side, Type = OrderType.Limit, TimeInForce = TimeInForce.GoodTillCancelled, Price = price, Quantity = quantity };
}
