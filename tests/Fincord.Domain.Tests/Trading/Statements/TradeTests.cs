using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Statements;

public sealed class TradeTests
{
    private readonly TradeFold _trades = new(_ => "USD");
    private Position _position = Position.Flat(Acme.InstrumentId);
    private int _fills;

    [Fact]
    public void From_nothing_to_nothing_is_one_trade()
    {
        Fill(1, OrderSide.Buy, 10, 100m, fee: 1m);
        Fill(2, OrderSide.Buy, 10, 110m, fee: 1m);
        Assert.Equal(2_100m, Assert.Single(_trades.Open).EntryNotional);
        Fill(3, OrderSide.Sell, 5, 120m, fee: 1m);
        Fill(4, OrderSide.Sell, 15, 130m, fee: 1m);

        var trade = Assert.Single(_trades.Closed);
        Assert.Equal((OrderSide.Buy, 20, 105m, 127.5m), (trade.Side, trade.Entered.Count, trade.EntryPrice(Acme), trade.ExitPrice(Acme)));
        Assert.Equal((450m, 4m, 446m), (trade.Realized, trade.Fees, trade.NetProfit));
        Assert.Equal([Id(1), Id(2)], trade.EntryOrders);
        Assert.Equal([Id(3), Id(4)], trade.ExitOrders);
        Assert.Equal(TimeSpan.FromMinutes(3), trade.Duration);
        Assert.Empty(_trades.Open);
    }

    [Fact]
    public void A_fill_that_turns_the_position_around_ends_one_trade_and_begins_the_next()
    {
        Fill(1, OrderSide.Sell, 10, 100m);
        Fill(2, OrderSide.Buy, 15, 90m, fee: 3m);

        var (done, next) = (Assert.Single(_trades.Closed), Assert.Single(_trades.Open));
        Assert.Equal((OrderSide.Sell, 900m, 100m, 2m), (done.Side, done.ExitNotional, done.Realized, done.Fees));
        Assert.Equal((OrderSide.Buy, 5, 450m, 1m), (next.Side, next.Entered.Count, next.EntryNotional, next.Fees));
        Assert.NotEqual(done.Id, next.Id);
    }

    [Fact]
    public void A_split_restates_the_trade_and_an_expiry_ends_it()
    {
        Fill(1, OrderSide.Buy, 10, 100m);
        Fill(2, OrderSide.Sell, 4, 110m);
        Adjust(_position = _position with { Count = 12 });
        var split = Assert.Single(_trades.Open);
        Assert.Equal((20, 8, 50m, 55m), (split.Entered.Count, split.Exited.Count, split.EntryPrice(Acme), split.ExitPrice(Acme)));

        Adjust(_position with { Count = 0, Cost = 0, Realized = _position.Realized - 600m });
        var ended = Assert.Single(_trades.Closed);
        Assert.Equal((true, -560m, 440m), (ended.IsClosed, ended.Realized, ended.ExitNotional));
    }

    [Fact]
    public void Units_that_another_instrument_gave_begin_a_trade()
    {
        Adjust(_position = _position with { Count = 5, Cost = 200m, Lots = [new(5, 200m, Noon)] });
        Fill(1, OrderSide.Sell, 5, 50m);

        var trade = Assert.Single(_trades.Closed);
        Assert.Equal((OrderSide.Buy, 40m, 50m, 50m), (trade.Side, trade.EntryPrice(Acme), trade.ExitPrice(Acme), trade.Realized));
        Assert.Empty(trade.EntryOrders);
    }

    private void Adjust(Position after) => _trades.Adjust(new(Noon, after, new(JournalKind.CorporateAction, Noon, "action", [])));

    [Fact]
    public void Trades_together_have_what_the_position_has() => FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure, FsCheck.Fluent.Prop.ForAll(
        FsCheck.Fluent.Arb.From(FsCheck.Fluent.Gen.ArrayOf(FsCheck.Fluent.Gen.Choose(-20, 20), 30)), sizes =>
        {
            var (trades, position, number) = (new TradeFold(_ => "USD"), Position.Flat(Acme.InstrumentId), 0);
            foreach (var size in sizes.Where(size => size != 0))
            {
                var fill = Filled(++number, size > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(size), 100 + number % 7, number, fee: 0.07m).Fill!;
                var notional = Currencies.Notional(Acme, fill.Price, fill.Quantity);
                var after = position.Apply(fill.Side, fill.Quantity, notional, fill.Fee, fill.OccurredAt, "USD");
                trades.Add(fill, notional, after.Realized - position.Realized);
                position = after;
            }

            List<Trade> all = [.. trades.Closed, .. trades.Open];
            Assert.Equal((position.Realized, position.Fees), (all.Sum(trade => trade.Realized), all.Sum(trade => trade.Fees)));
            Assert.Equal(position.Count, trades.Open.Sum(trade => (trade.Side is OrderSide.Buy ? 1 : -1) * (trade.Entered.Count - trade.Exited.Count)));
            Assert.All(trades.Closed, trade => Assert.Equal(
                (trade.Side is OrderSide.Buy ? 1 : -1) * (trade.ExitNotional - trade.EntryNotional), trade.Realized));
            Assert.Equal(all.Count, all.Select(trade => trade.Id).Distinct().Count());
        }));

    private void Fill(int order, OrderSide side, long quantity, decimal price, decimal fee = 0)
    {
        var fill = Filled(order, side, quantity, price, ++_fills, fee).Fill! with { OccurredAt = Noon + TimeSpan.FromMinutes(_fills) };
        var notional = quantity * price;
        var after = _position.Apply(side, new(quantity), notional, fee, Noon, "USD");
        _trades.Add(fill, notional, after.Realized - _position.Realized);
        _position = after;
    }
}
