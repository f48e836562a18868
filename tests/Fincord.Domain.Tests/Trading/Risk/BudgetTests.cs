using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Risk;

public sealed class BudgetTests
{
    private const long Second = 1_000_000_000;

    private static readonly Timestamp Today = Timestamp.Parse("2026-01-02T00:00:00Z");

    [Fact]
    public void What_is_leased_is_what_was_asked_for_as_long_as_there_is_room()
    {
        var budget = Of(new("USD", 1_000, null, null, null, null));

        (budget, var first) = Ask(budget, 1, 1, used: 0, wanted: 600);
        (budget, var second) = Ask(budget, 2, 1, used: 0, wanted: 600);

        Assert.Equal((600m, 1_000m), (first!.Exposure, first.ExposureMost));
        Assert.Equal((400m, 400m, 1_000m), (second!.Exposure, second.ExposureMost, budget.Reserved));
    }

    [Fact]
    public void Less_than_is_needed_is_not_leased()
    {
        var budget = Of(new("USD", 1_000, null, null, null, null));
        (budget, _) = Ask(budget, 1, 1, used: 0, wanted: 600);

        var lease = budget.Take(new(Account(2), SessionOf(1), 1, BudgetUse.None, 401, 50, 0, 0, 0), 0).Lease;

        Assert.Equal((0m, 400m), (lease!.Exposure, lease.ExposureMost));
    }

    [Fact]
    public void What_is_not_needed_comes_back_with_the_next_request()
    {
        var budget = Of(new("USD", 1_000, null, null, null, null));
        (budget, _) = Ask(budget, 1, 1, used: 0, wanted: 1_000);
        (budget, _) = Ask(budget, 1, 2, used: 100, wanted: 150);

        Assert.Equal(850, Ask(budget, 2, 1, used: 0, wanted: 2_000).Lease!.Exposure);
        (budget, _) = Ask(budget, 1, 3, used: 0, wanted: 0);
        Assert.Equal((0, 0m), (budget.Shares.Count, budget.Reserved));
    }

    [Fact]
    public void Prices_that_move_may_carry_what_is_used_beyond_the_limit_and_nothing_is_leased_then()
    {
        var budget = Of(new("USD", 1_000, null, null, null, null));
        (budget, _) = Ask(budget, 1, 1, used: 900, wanted: 900);
        (budget, var lease) = Ask(budget, 1, 2, used: 1_100, wanted: 1_200);

        Assert.Equal((1_100m, 1_100m), (lease!.Exposure, budget.Reserved));
        Assert.Equal(0, Ask(budget, 2, 1, used: 0, wanted: 10).Lease!.Exposure);
    }

    [Fact]
    public void Until_all_have_told_what_they_use_nothing_more_is_leased() =>
        Assert.Equal(300, Ask(Of(new("USD", 1_000, null, null, null, null)) with { IsComplete = false }, 1, 1, used: 300, wanted: 500).Lease!.Exposure);

    [Fact]
    public void A_request_that_was_overtaken_is_refused()
    {
        var budget = Of(new("USD", 1_000, null, null, null, null));
        (budget, _) = Ask(budget, 1, 5, used: 0, wanted: 500);

        Assert.Null(Ask(budget, 1, 5, used: 0, wanted: 500).Lease);
        Assert.Null(Ask(budget, 1, 4, used: 0, wanted: 500).Lease);
        (budget, var later) = Ask(budget, 1, 1, used: 20, wanted: 100, session: 2);
        Assert.Equal(100, later!.Exposure);
        Assert.Null(Ask(budget, 1, 6, used: 0, wanted: 500).Lease);
    }

    [Fact]
    public void An_account_that_is_silent_keeps_what_it_holds_until_it_has_told_what_it_uses()
    {
        var budget = Of(new("USD", 1_000, null, null, null, null));
        (budget, _) = Ask(budget, 1, 1, used: 100, wanted: 700);
        Assert.Empty(budget.Overdue(19 * Second));

        Assert.Equal([Account(1)], budget.Overdue(21 * Second));
        Assert.Equal(300, Ask(budget.Expire(21 * Second), 2, 1, used: 0, wanted: 900, now: 21 * Second).Lease!.Exposure);
        (budget, _) = Ask(budget, 1, 1, used: 650, wanted: 650, session: 2, now: 22 * Second);
        Assert.Equal(350, Ask(budget, 2, 1, used: 0, wanted: 900, now: 22 * Second).Lease!.Exposure);
        Assert.Empty(budget.Overdue(99 * Second));
    }

    [Fact]
    public void Orders_flow_in_and_those_of_a_silent_account_are_counted_as_placed()
    {
        var budget = Of(new("USD", null, null, null, 10, 100));
        Assert.Equal(0, Orders(budget, 1, 1, wanted: 5, now: 0).Lease!.Orders);     // who knows what was placed before
        (budget, var lease) = Orders(budget, 1, 2, wanted: 30, now: 2 * Second);
        Assert.Equal((20, 20), (lease!.Orders, budget.OrdersOut));

        budget = budget.Expire(23 * Second);
        Assert.Equal(0, budget.OrdersOut);
        Assert.Equal(80, Orders(budget, 2, 1, wanted: 200, now: 23 * Second).Lease!.Orders);
    }

    [Fact]
    public void The_losses_of_all_accounts_trip_together()
    {
        var budget = Of(new("USD", null, 100, 0.5m, null, null));
        (budget, _) = Equity(budget, 1, 1, equity: 940, day: 1_000);
        (budget, var calm) = Equity(budget, 2, 1, equity: 961, day: 1_000);
        Assert.Null(calm!.Tripped);

        (budget, var tripped) = Equity(budget, 2, 2, equity: 960, day: 1_000);
        Assert.Equal((DenialCode.DailyLoss, 100m, 100m, "USD", "Today's loss of all has reached its limit."),
            (tripped!.Tripped!.Code, tripped.Tripped.Limit, tripped.Tripped.Actual, tripped.Tripped.Unit, tripped.Tripped.Detail));
        (_, var next) = Equity(budget, 1, 2, equity: 940, day: 940, midnight: Today + TimeSpan.FromDays(1));
        Assert.Null(next!.Tripped);
    }

    [Fact]
    public void Deposits_and_accounts_that_come_later_are_no_gains_and_withdrawals_no_losses()
    {
        var budget = Of(new("USD", null, null, 0.1m, null, null));
        (budget, _) = Equity(budget, 1, 1, equity: 1_000, day: 1_000);
        (budget, _) = Equity(budget, 2, 1, equity: 1_000, day: 1_000);
        (budget, _) = Equity(budget, 1, 2, equity: 500, day: 500, flow: -500);
        Assert.Equal((1_500m, 1_500m), (budget.Equity, budget.PeakEquity));

        Assert.Null(Equity(budget, 2, 2, equity: 851, day: 1_000).Lease!.Tripped);
        Assert.Equal(DenialCode.Drawdown, Equity(budget, 2, 2, equity: 850, day: 1_000).Lease!.Tripped!.Code);
    }

    [Theory]
    [InlineData("usd", 1, null, null, null, null)]
    [InlineData("USD", null, null, null, null, null)]
    [InlineData("USD", -1, null, null, null, null)]
    [InlineData("USD", null, 0, null, null, null)]
    [InlineData("USD", null, null, 2, null, null)]
    [InlineData("USD", null, null, null, 1, null)]
    [InlineData("USD", null, null, null, 0, 1)]
    public void Limits_that_make_no_sense_are_refused(string currency, int? exposure, int? loss, int? drawdown, int? orders, int? burst) =>
        Assert.Equal("INVALID_ARGUMENT", BudgetLimits.Check(new(currency, exposure, loss, drawdown, orders, burst))!.Code);

    private static Budget Of(BudgetLimits limits) => new(RiskScope.All, limits) { IsComplete = true };

    private static (Budget After, BudgetLease? Lease) Ask(Budget budget, int account, long number, decimal used, decimal wanted, int session = 1, long now = 0) =>
        budget.Take(new(Account(account), SessionOf(session), number, new(used, 0, 0, Today, 0), used, wanted - used, 0, 0, 0), now);

    private static (Budget After, BudgetLease? Lease) Orders(Budget budget, int account, long number, int wanted, long now) =>
        budget.Take(new(Account(account), SessionOf(1), number, BudgetUse.None, 0, 0, 0, 0, wanted), now);

    private static (Budget After, BudgetLease? Lease) Equity(
        Budget budget, int account, long number, decimal equity, decimal day, decimal flow = 0, Timestamp? midnight = null) =>
        budget.Take(new(Account(account), SessionOf(1), number, new(0, equity, day, midnight ?? Today, flow), 0, 0, 0, 0, 0), 0);

    private static AccountId Account(int number) => new(Id(number).Value);

    private static Guid SessionOf(int number) => Id(number).Value;
}
