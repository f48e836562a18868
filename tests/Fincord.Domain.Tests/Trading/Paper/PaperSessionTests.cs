using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using static Fincord.Domain.Tests.Trading.TradingExamples;
using static Fincord.Domain.Trading.TradingPhase;

namespace Fincord.Domain.Tests.Trading.Paper;

/// <summary>A day at an exchange with sessions: the call from 8, trading from 9, a break at noon, the closing call from 16 to 16:15, all in UTC.</summary>
public sealed class PaperSessionTests
{
    private static readonly PaperRules Plain = new(TimeSpan.Zero, SlippageModel.None, FeeSchedule.None, SelfTradePrevention.CancelNewest);
    private static readonly AccountId Other = new(Guid.Parse("01980c5e-0000-7000-8000-000000000002"));

    private static readonly TradingCalendar Calendar = new(
        new(
            "TEST", "UTC",
            [
                new(
                    [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
                    [
                        new(OpeningAuction, TimeSpan.FromHours(8), TimeSpan.FromHours(9)), new(Continuous, TimeSpan.FromHours(9), TimeSpan.FromHours(12)),
                        new(Continuous, TimeSpan.FromHours(13), TimeSpan.FromHours(16)), new(ClosingAuction, TimeSpan.FromHours(16), TimeSpan.FromHours(16.25)),
                    ]),
            ], [], []),
        TimeZoneInfo.Utc);

    private readonly InstrumentTerms _terms = Acme with { Calendar = "TEST" };
    private PaperExchange _exchange;
    private MarketState _market = MarketState.Empty;
    private Timestamp _now;
    private long _sequence;

    public PaperSessionTests() => _exchange = new("paper:42", _terms, Plain, PaperExchangeState.Empty, Calendar);

    [Fact]
    public void An_order_that_comes_at_night_rests_and_is_filled_at_the_price_of_the_opening()
    {
        At("2026-01-04T22:00:00Z", Quote(99m, 101m));
        Submit(1, Limit(OrderSide.Buy, 10, 102m));
        Submit(2, Limit(OrderSide.Buy, 10, 98m));
        Assert.Equal(["1 Accepted", "2 Accepted"], Told(all: true));

        At("2026-01-05T08:30:00Z");
        At("2026-01-05T09:00:00.05Z");
        Assert.Empty(Told());
        At("2026-01-05T09:00:02Z", Trade(100.50m, 7));

        Assert.Equal(["1 Filled 10 @ 10050 Auction"], Told());
    }

    [Fact]
    public void At_the_open_all_trade_at_the_first_trades_price_and_the_rest_is_cancelled()
    {
        At("2026-01-05T07:00:00Z", Quote(99m, 101m));
        Submit(1, AtThe(TimeInForce.AtTheOpen, OrderSide.Buy, 10));
        Submit(2, AtThe(TimeInForce.AtTheOpen, OrderSide.Buy, 10, limit: 100m));
        Submit(3, AtThe(TimeInForce.AtTheOpen, OrderSide.Sell, 4, limit: 100m), Other);
        At("2026-01-05T08:00:00Z");
        Told();

        At("2026-01-05T08:59:59Z", Trade(90m, 1));         // before the opening: it is not its price
        At("2026-01-05T09:00:00.05Z");
        Assert.Empty(Told());
        At("2026-01-05T09:00:01Z", Trade(100.50m, 7), Quote(100.4m, 100.6m));

        Assert.Equal(["1 Filled 4 @ 10050 Auction", "3 Filled 4 @ 10050 Auction", "1 Filled 6 @ 10050 Auction", "2 Cancelled AUCTION_OVER"], Told());
        Assert.Equal(0, _exchange.WorkingOrders);
        Assert.Equal(Continuous, _exchange.Capture().Book.Phase);
    }

    [Fact]
    public void Without_a_trade_the_market_opens_after_a_minute_at_the_middle_of_its_quote()
    {
        At("2026-01-05T08:30:00Z", Quote(99m, 101m));
        Submit(1, AtThe(TimeInForce.AtTheOpen, OrderSide.Sell, 10));
        At("2026-01-05T09:00:00Z");
        At("2026-01-05T09:00:59Z");
        Assert.Equal(["1 Accepted"], Told(all: true));
        Assert.Equal("2026-01-05T09:01:00.000000000Z", $"{_exchange.NextDue}");

        At("2026-01-05T09:01:00Z");

        Assert.Equal(["1 Filled 10 @ 10000 Auction"], Told());
    }

    [Fact]
    public void What_cannot_wait_for_the_opening_waits_when_only_the_first_trade_is_missing()
    {
        At("2026-01-05T08:30:00Z", Quote(99m, 101m));
        Submit(1, Limit(OrderSide.Buy, 10, 98m));
        At("2026-01-05T09:00:00Z");
        Submit(2, Market(OrderSide.Buy, 10));
        Assert.Equal(["1 Accepted", "2 Accepted"], Told(all: true));

        At("2026-01-05T09:00:01Z", Trade(100m, 7));

        Assert.Equal(["2 Filled 10 @ 10100 Taker"], Told());
    }

    [Fact]
    public void A_market_opens_at_once_when_nobody_waits_for_it()
    {
        At("2026-01-05T08:30:00Z", Quote(99m, 101m));

        At("2026-01-05T09:00:00Z");

        Assert.Equal(Continuous, _exchange.Capture().Book.Phase);
    }

    [Fact]
    public void At_the_close_all_trade_at_the_last_trades_price()
    {
        At("2026-01-05T10:00:00Z", Quote(99m, 101m), Trade(100m, 5));
        Submit(1, AtThe(TimeInForce.AtTheClose, OrderSide.Buy, 10));
        Submit(2, AtThe(TimeInForce.AtTheClose, OrderSide.Sell, 3, limit: 100m), Other);
        Submit(3, AtThe(TimeInForce.AtTheClose, OrderSide.Sell, 3, limit: 102m), Other);
        At("2026-01-05T12:30:00Z");             // a break is no close
        At("2026-01-05T15:59:59Z", Quote(100m, 102m));
        At("2026-01-05T16:00:00Z");
        Assert.Equal(["1 Accepted", "2 Accepted", "3 Accepted"], Told(all: true));

        At("2026-01-05T16:05:00Z", Trade(101m, 900));
        At("2026-01-05T16:15:00Z");

        Assert.Equal(["1 Filled 3 @ 10100 Auction", "2 Filled 3 @ 10100 Auction", "1 Filled 7 @ 10100 Auction", "3 Cancelled AUCTION_OVER"], Told());
    }

    [Fact]
    public void A_day_order_lives_through_the_break_and_the_closing_auction_and_ends_with_the_session()
    {
        At("2026-01-05T10:00:00Z", Quote(99m, 101m), Trade(100m, 5));
        Submit(1, Limit(OrderSide.Buy, 10, 98m) with { TimeInForce = TimeInForce.Day });
        Submit(2, Limit(OrderSide.Buy, 10, 98.5m) with { TimeInForce = TimeInForce.Day });
        Submit(3, Limit(OrderSide.Buy, 10, 97m));
        At("2026-01-05T12:30:00Z");
        At("2026-01-05T16:05:00Z");
        Assert.Equal(["1 Accepted", "2 Accepted", "3 Accepted"], Told(all: true));

        At("2026-01-05T16:14:00Z", Trade(98.25m, 900));
        At("2026-01-05T16:15:00Z");

        Assert.Equal(["2 Filled 10 @ 9825 Auction", "1 Expired"], Told());
        Assert.Equal(1, _exchange.WorkingOrders);
    }

    [Fact]
    public void A_day_order_of_the_evening_is_for_the_next_session_and_a_dated_one_ends_at_its_time()
    {
        At("2026-01-05T20:00:00Z", Quote(99m, 101m));
        Submit(1, Limit(OrderSide.Buy, 10, 98m) with { TimeInForce = TimeInForce.Day });
        Submit(2, Limit(OrderSide.Buy, 10, 98m) with { TimeInForce = TimeInForce.GoodTillDate, ExpiresAt = Timestamp.Parse("2026-01-06T10:30:00Z") });
        Submit(3, AtThe(TimeInForce.AtTheClose, OrderSide.Buy, 10, limit: 90m));
        At("2026-01-06T10:00:00Z");
        Told();

        At("2026-01-06T10:30:00Z");
        Assert.Equal(["2 Expired"], Told());
        At("2026-01-06T16:15:00Z", Trade(95m, 1));

        Assert.Equal(["1 Filled 10 @ 9500 Auction", "3 Cancelled AUCTION_OVER"], Told().Order());
    }

    [Fact]
    public void What_ended_while_nobody_looked_takes_part_in_nothing_any_more()
    {
        At("2026-01-05T10:00:00Z", Quote(99m, 101m), Trade(100m, 5));
        Submit(1, Limit(OrderSide.Buy, 10, 98m) with { TimeInForce = TimeInForce.Day });
        Submit(2, AtThe(TimeInForce.AtTheClose, OrderSide.Buy, 10));
        Restart();
        Told();

        At("2026-01-06T10:00:00Z", Quote(90m, 91m), Trade(90m, 900));

        Assert.Equal(["1 Expired", "2 Expired AUCTION_OVER"], Told());
    }

    [Fact]
    public void A_close_that_nobody_looked_at_is_held_when_somebody_looks_that_night()
    {
        At("2026-01-05T15:00:00Z", Quote(99m, 101m), Trade(100m, 5));
        Submit(1, AtThe(TimeInForce.AtTheClose, OrderSide.Buy, 10));
        Restart();
        Told();

        At("2026-01-05T20:00:00Z");

        Assert.Equal(["1 Filled 10 @ 10000 Auction"], Told());
        Assert.Equal("2026-01-06T00:00:00.000000000Z", $"{_fill!.SettlesOn}");     // the session's day and one more
    }

    [Fact]
    public void A_halt_keeps_what_rests_takes_what_may_wait_and_opens_with_all_of_it()
    {
        At("2026-01-05T10:00:00Z", Quote(99m, 101m));
        Submit(1, Limit(OrderSide.Buy, 10, 98m));
        Observe(Halted);
        Submit(2, Limit(OrderSide.Buy, 10, 101m));
        Submit(3, Market(OrderSide.Buy, 10));
        Assert.Equal(["1 Accepted", "2 Accepted", "3 Accepted", "3 Rejected MARKET_CLOSED"], Told(all: true));

        Observe(Continuous);

        Assert.Equal(["2 Filled 10 @ 10100 Taker"], Told());
        Assert.Equal(1, _exchange.WorkingOrders);
    }

    [Fact]
    public void A_stop_that_comes_at_night_is_looked_at_when_the_market_trades()
    {
        At("2026-01-04T22:00:00Z", Quote(99m, 101m));
        Submit(1, new(Acme.InstrumentId, OrderSide.Buy, OrderType.Stop, new(10), TimeInForce.GoodTillCancelled) { TriggerPrice = PriceOf(100m) });
        At("2026-01-05T08:30:00Z");
        Assert.Equal(["1 Accepted"], Told(all: true));

        At("2026-01-05T09:00:00Z");

        Assert.Equal(["1 Triggered", "1 Filled 10 @ 10100 Taker"], Told());
    }

    [Fact]
    public void A_market_without_auctions_takes_no_order_for_one()
    {
        _exchange = new("paper:42", Acme, Plain, PaperExchangeState.Empty);
        _exchange.Observe(_market, Continuous, Noon);
        _now = Noon;
        Submit(1, AtThe(TimeInForce.AtTheOpen, OrderSide.Buy, 10));

        Assert.Equal(["1 Rejected VENUE_UNSUPPORTED"], Told());
    }

    [Fact]
    public void An_exchange_that_is_restarted_in_the_middle_of_an_opening_goes_on_with_it()
    {
        At("2026-01-05T08:30:00Z", Quote(99m, 101m));
        Submit(1, AtThe(TimeInForce.AtTheOpen, OrderSide.Buy, 10));
        At("2026-01-05T09:00:00Z");
        Told();
        Restart();

        At("2026-01-05T09:00:30Z", Trade(100m, 1));

        Assert.Equal(["1 Filled 10 @ 10000 Auction"], Told());
    }

    private Fill? _fill;

    private static Func<MarketState, Timestamp, MarketState> Quote(decimal bid, decimal ask) =>
        (market, at) => market.With(new(at, at.Nanoseconds, PriceOf(bid), new(500), PriceOf(ask), new(500)));

    private Func<MarketState, Timestamp, MarketState> Trade(decimal price, long size) =>
        (market, at) => market.WithLast(new TradePrint(at, ++_sequence, new((UInt128)_sequence), PriceOf(price), new(size), AggressorSide.Unknown));

    private static OrderTicket AtThe(TimeInForce timeInForce, OrderSide side, long quantity, decimal? limit = null) =>
        new(Acme.InstrumentId, side, limit is null ? OrderType.Market : OrderType.Limit, new(quantity), timeInForce) { LimitPrice = limit is { } price ? PriceOf(price) : null };

    private void At(string moment, params Func<MarketState, Timestamp, MarketState>[] happens)
    {
        _now = Timestamp.Parse(moment);
        foreach (var next in happens) _market = next(_market, _now);
        Observe(Calendar.PhaseAt(_now));
    }

    private void Observe(TradingPhase phase) => _exchange.Observe(_market, phase, _now);

    private void Restart() => _exchange = new("paper:42", _terms, Plain, Stored(), Calendar);

    private PaperExchangeState Stored() => System.Text.Json.JsonSerializer.Deserialize<PaperExchangeState>(System.Text.Json.JsonSerializer.Serialize(_exchange.Capture()))!;

    private void Submit(int id, OrderTicket ticket, AccountId? account = null) => _exchange.Execute(
        account ?? Mine, new(VenueCommandKind.Submit, Id(id), Acme.InstrumentId, new(Id(id), account ?? Mine, ticket, null, []), null), _now);

    private string[] Told(bool all = false)
    {
        var reports = _exchange.TakeReports().Select(told => told.Report).ToList();
        _fill = reports.LastOrDefault(report => report.Fill is not null)?.Fill;
        return
        [
            .. reports.Where(report => all || report.Kind is not VenueReportKind.Accepted).Select(report => NumberOf(report.OrderId) + (report.Fill is { } fill
                ? $" Filled {fill.Quantity.Count} @ {fill.Price.Count} {fill.Liquidity}"
                : $" {report.Kind} {report.Code}".TrimEnd())),
        ];
    }

    private static int NumberOf(OrderId id) => Enumerable.Range(1, 9).Single(number => Id(number) == id);
}
