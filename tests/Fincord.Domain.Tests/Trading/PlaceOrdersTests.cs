using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading;

public sealed class PlaceOrdersTests
{
    [Fact]
    public void A_purchase_sets_its_cost_aside_and_goes_to_the_venue()
    {
        var decision = AccountWith(10_000).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 10, 99m)), World());

        Assert.Equal(OrderStatus.Submitted, decision.After.OpenOrder(Id(1))!.Status);
        Assert.Equal(9_010m, decision.After.FreeCash("USD"));
        var command = Assert.Single(decision.Commands);
        Assert.Equal((VenueCommandKind.Submit, Id(1)), (command.Kind, command.OrderId));
    }

    [Fact]
    public void An_order_that_costs_more_than_is_free_is_denied_with_the_numbers_and_kept_in_the_list()
    {
        var decision = AccountWith(500).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 10, 99m)), World());

        var placed = Assert.IsType<OrderPlaced>(Assert.Single(decision.Events));
        Assert.Equal((OrderStatus.Denied, "INSUFFICIENT_BALANCE"), (placed.Order.Status, placed.Order.Code));
        Assert.Equal((500m, 990m, "USD"), (placed.Order.Denial!.Limit, placed.Order.Denial.Actual, placed.Order.Denial.Unit));
        Assert.Empty(decision.Commands);
        Assert.Equal(500m, decision.After.FreeCash("USD"));
    }

    [Fact]
    public void A_market_order_holds_what_it_costs_at_its_protection_price()
    {
        var decision = AccountWith(10_000).Place(NewOrders.Single(Id(1), Market(OrderSide.Buy, 10)), World());

        Assert.Equal(PriceOf(105.11m), decision.Commands[0].Order!.ProtectionPrice);    // 100.10 and 5 %, up to the next tick
        Assert.Equal(10_000m - 1_051.10m, decision.After.FreeCash("USD"));
    }

    [Fact]
    public void A_cash_account_sells_only_what_it_holds()
    {
        var decision = AccountWith(10_000).Place(NewOrders.Single(Id(1), Limit(OrderSide.Sell, 10, 101m)), World());

        Assert.Equal("SHORT_NOT_ALLOWED", Assert.IsType<OrderPlaced>(Assert.Single(decision.Events)).Order.Code);
    }

    [Fact]
    public void The_exits_of_a_bracket_wait_for_the_entry_and_follow_with_what_was_filled()
    {
        var stop = new OrderTicket(Acme.InstrumentId, OrderSide.Sell, OrderType.Stop, new(10), TimeInForce.GoodTillCancelled) { TriggerPrice = PriceOf(95m) };
        var bracket = new NewOrders(
            OrderStructure.Bracket,
            [new(Id(1), Limit(OrderSide.Buy, 10, 100.10m)), new(Id(2), Limit(OrderSide.Sell, 10, 110m)), new(Id(3), stop)],
            OrderOrigin.Member);

        var placed = AccountWith(10_000).Place(bracket, World());
        var entered = placed.After.Apply(Filled(1, OrderSide.Buy, 10, 100.10m), null, World());

        Assert.Equal(OrderStatus.Initialized, placed.After.OpenOrder(Id(2))!.Status);
        Assert.Equal([Id(2), Id(3)], entered.Commands.Select(command => command.OrderId));
        Assert.All(entered.After.OpenOrders.Values, order => Assert.Equal(OrderStatus.Submitted, order.Status));
        Assert.Equal(10m, entered.After.Held["instr:42"]);      // once for both

        var left = entered.After.Apply(Filled(2, OrderSide.Sell, 10, 110m, fill: 2), null, World());
        Assert.Equal((VenueCommandKind.Cancel, Id(3)), (left.Commands[0].Kind, left.Commands[0].OrderId));
        var done = left.After.Apply(Tell(VenueReportKind.Cancelled, 3), null, World());
        Assert.Empty(done.After.OpenOrders);
        Assert.Empty(done.After.Held);
        Assert.Equal(10_099m, done.After.FreeCash("USD"));
    }

    [Fact]
    public void A_kill_switch_comes_before_every_other_reason()
    {
        var decision = AccountWith(0).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 0, 99m)), World() with { KillSwitch = "all" });

        Assert.Equal("KILL_SWITCH", Assert.IsType<OrderPlaced>(Assert.Single(decision.Events)).Order.Code);
    }

    [Fact]
    public void Orders_beyond_the_rate_are_denied_until_the_bucket_fills_again()
    {
        var limits = RiskLimits.Default with { OrdersPerSecond = 1, OrderBurst = 2 };
        var account = AccountWith(10_000, CashAccount with { Limits = limits });
        var later = World(now: new(Noon.Nanoseconds + 1_000_000_000));

        for (var number = 1; number <= 2; number++) account = account.Place(NewOrders.Single(Id(number), Limit(OrderSide.Buy, 1, 99m)), World()).After;
        var third = account.Place(NewOrders.Single(Id(3), Limit(OrderSide.Buy, 1, 99m)), World());

        Assert.Equal("ORDER_RATE", Assert.IsType<OrderPlaced>(Assert.Single(third.Events)).Order.Code);
        Assert.Single(account.Place(NewOrders.Single(Id(4), Limit(OrderSide.Buy, 1, 99m)), later).Commands);
    }
}
