using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading;

public sealed class ChangeSettingsTests
{
    private static readonly AccountSettings _margin = CashAccount with { Kind = AccountKind.Margin, Leverage = 10 };

    private static readonly SettingsChange _nothing = new(null, null, null, null);

    // An initial margin that is not above the leverage's, so that the leverage decides.
    private static readonly TradingContext _world = World(terms: Acme with { InitialMargin = 0.01m, MaintenanceMargin = 0.005m });

    [Fact]
    public void What_is_not_named_stays_and_the_version_rises()
    {
        var (decision, _) = AccountWith(1_000).Change(_nothing with { Name = "Other" }, version: 1, _world);

        Assert.Equal(CashAccount with { Name = "Other", Version = 2 }, decision!.After.Settings);
    }

    [Fact]
    public void A_change_that_changes_nothing_is_no_event() =>
        Assert.Empty(AccountWith(1_000).Change(_nothing with { Name = CashAccount.Name }, null, _world).Decision!.Events);

    [Fact]
    public void A_version_that_is_no_longer_is_a_conflict() =>
        Assert.Equal("VERSION_CONFLICT", AccountWith(1_000).Change(_nothing with { Name = "Other" }, version: 2, _world).Refusal!.Code);

    [Theory]
    [InlineData(0), InlineData(0.5), InlineData(126), InlineData(-1)]
    public void A_leverage_that_is_none_is_refused(double leverage) => Assert.Equal(
        "INVALID_ARGUMENT", AccountWith(1_000, _margin).Change(_nothing with { Leverage = (decimal)leverage }, null, _world).Refusal!.Code);

    [Fact]
    public void A_cash_account_gets_no_leverage() =>
        Assert.Equal("INVALID_ARGUMENT", AccountWith(1_000).Change(_nothing with { Leverage = 2 }, null, _world).Refusal!.Code);

    [Theory]
    [InlineData(-1), InlineData(0)]
    public void A_limit_of_nothing_is_refused(int sum) => Assert.Equal(
        "INVALID_ARGUMENT",
        AccountWith(1_000).Change(_nothing with { Limits = RiskLimits.Default with { MaxOrderNotional = sum } }, null, _world).Refusal!.Code);

    [Fact]
    public void Leverage_does_not_fall_below_what_positions_need()
    {
        var account = Holding(20);      // 2,000 worth, of 1,000 own

        var refusal = account.Change(_nothing with { Leverage = 1 }, null, _world).Refusal!;

        Assert.Equal(("INSUFFICIENT_MARGIN", 1_000m, 2_000m), (refusal.Code, refusal.Denial!.Limit!.Value, refusal.Denial.Actual!.Value));
        Assert.Null(account.Change(_nothing with { Leverage = 2 }, null, _world).Refusal);
    }

    [Theory]
    [InlineData(5, 400), InlineData(20, 100)]
    public void What_working_orders_hold_follows_the_leverage(int leverage, int held)
    {
        var account = AccountWith(1_000, _margin).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 20, 100)), _world).After;
        Assert.Equal(200, account.Held["USD"]);

        var after = account.Change(_nothing with { Leverage = leverage }, null, _world).Decision!.After;

        Assert.Equal(held, after.Held["USD"]);
        Assert.Equal(held, after.OpenOrder(Id(1))!.Hold.Amount);
    }

    [Fact]
    public void Leverage_does_not_fall_below_what_working_orders_need()
    {
        var account = AccountWith(1_000, _margin).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 20, 100)), _world).After;

        Assert.Equal("INSUFFICIENT_MARGIN", account.Change(_nothing with { Leverage = 1 }, null, _world).Refusal!.Code);
    }

    [Fact]
    public void The_margin_mode_changes_only_while_nothing_is_held_and_nothing_open()
    {
        var isolate = _nothing with { MarginMode = MarginMode.Isolated };
        var empty = AccountWith(1_000, _margin);

        Assert.Equal("SETTINGS_IN_USE", Holding(1).Change(isolate, null, _world).Refusal!.Code);
        Assert.Equal("SETTINGS_IN_USE", empty.Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 1, 100)), _world).After.Change(isolate, null, _world).Refusal!.Code);
        Assert.Equal(MarginMode.Isolated, empty.Change(isolate, null, _world).Decision!.After.Settings!.MarginMode);
    }

    [Fact]
    public void Leverage_does_not_rise_so_far_that_an_isolated_position_would_be_liquidated_at_once()
    {
        var account = Holding(20, _margin with { MarginMode = MarginMode.Isolated });
        var fallen = World(bid: 97, ask: 97, terms: Acme with { InitialMargin = 0.01m, MaintenanceMargin = 0.005m });

        Assert.Equal("INSUFFICIENT_MARGIN", account.Change(_nothing with { Leverage = 50 }, null, fallen).Refusal!.Code);
        Assert.Null(account.Change(_nothing with { Leverage = 15 }, null, fallen).Refusal);
    }

    private static AccountState Holding(long shares, AccountSettings? settings = null) => AccountWith(1_000, settings ?? _margin)
        .Place(NewOrders.Single(Id(9), Limit(OrderSide.Buy, shares, 100)), _world).After
        .Apply(Filled(9, OrderSide.Buy, shares, 100), null, _world).After;
}
