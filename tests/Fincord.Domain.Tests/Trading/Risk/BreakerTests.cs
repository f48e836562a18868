using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Risk;

public sealed class BreakerTests
{
    private static readonly AccountSettings DailyLoss = CashAccount with { Limits = RiskLimits.Default with { MaxDailyLoss = 50 } };
    private static readonly AccountSettings Drawdown = CashAccount with { Limits = RiskLimits.Default with { MaxDrawdown = 0.01m } };

    [Fact]
    public void A_daily_loss_at_its_limit_trips_once_and_resets_with_the_next_day()
    {
        var account = KillSwitchTests.Holding(10, DailyLoss).Mark(World()).After;
        Assert.Null(account.Breaker);

        var tripped = account.Mark(World(94.90m, 95.10m));       // 10 shares, 5 dollars each

        Assert.Equal(new Breaker(DenialCode.DailyLoss, 50, 50, "USD", Noon), tripped.Events.OfType<BreakerTripped>().Single().Breaker);
        Assert.Empty(tripped.After.Mark(World(94.90m, 95.10m)).Events.OfType<BreakerTripped>());
        var denied = Place(tripped.After, Limit(OrderSide.Buy, 1, 95m), 94.90m);
        Assert.Equal(("DAILY_LOSS", 50m, 50m, "USD"), (denied.Code, denied.Denial!.Limit, denied.Denial.Actual, denied.Denial.Unit));
        Assert.Null(Place(tripped.After, Limit(OrderSide.Sell, 10, 95m), 94.90m).Code);
        var next = tripped.After.Mark(World(94.90m, 95.10m, now: Noon + TimeSpan.FromDays(1)));
        Assert.Single(next.Events.OfType<BreakerReset>());
        Assert.Null(next.After.Breaker);
    }

    [Fact]
    public void A_drawdown_is_a_part_of_the_highest_equity_whatever_was_paid_in()
    {
        var account = KillSwitchTests.Holding(100, Drawdown).Mark(World()).After;                    // 10,000 dollars
        account = account.Pay("USD", 10_000, "more", World()).Decision!.After;

        Assert.Null(account.Mark(World(97.91m, 98.11m)).After.Breaker);                             // 199 of 20,000
        var breaker = account.Mark(World(97.90m, 98.10m)).After.Breaker;                            // 200
        Assert.Equal((DenialCode.Drawdown, 0.01m, 0.01m, ""), (breaker!.Code, breaker.Limit, breaker.Actual, breaker.Unit));
        Assert.Equal(20_000, account.NetFlow);
    }

    [Theory]
    [InlineData(true, OrderStatus.PendingCancel)]
    [InlineData(false, OrderStatus.Submitted)]
    public void Tripping_cancels_what_is_open_where_the_settings_say_so(bool cancels, OrderStatus status)
    {
        var account = KillSwitchTests.Holding(10, DailyLoss with { CancelsWhenTripped = cancels }).Mark(World()).After
            .Place(NewOrders.Single(Id(2), Limit(OrderSide.Buy, 1, 90m)), World()).After;

        var tripped = account.CheckBreakers(World(94.90m, 95.10m)).After;

        Assert.Equal(status, tripped.OpenOrder(Id(2))!.Status);
        Assert.Equal(cancels ? "DAILY_LOSS" : null, tripped.OpenOrder(Id(2))!.Code);
    }

    [Fact]
    public void An_order_that_is_denied_for_a_loss_trips_the_breaker_at_once()
    {
        var account = KillSwitchTests.Holding(10, DailyLoss).Mark(World()).After;

        var decision = account.Place(NewOrders.Single(Id(2), Limit(OrderSide.Buy, 1, 95m)), World(94.90m, 95.10m));

        Assert.Equal([typeof(OrderPlaced), typeof(BreakerTripped)], decision.Events.Select(happened => happened.GetType()));
    }

    private static Order Place(AccountState account, OrderTicket ticket, decimal bid) =>
        account.Place(NewOrders.Single(Id(5), ticket), World(bid, bid + 0.20m)).Events.OfType<OrderPlaced>().Single().Order;
}
