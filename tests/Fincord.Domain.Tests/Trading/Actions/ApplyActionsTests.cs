using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.Actions.ActionExamples;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Actions;

public sealed class ApplyActionsTests
{
    [Fact]
    public void Longs_pay_positive_funding_on_the_notional_at_the_mark_and_shorts_receive_it()
    {
        var longs = new ActingAccount(MarginAccount).Trade(OrderSide.Buy, 300, 90, 0.5, Perpetual).Hear(Funding(0.0001m));
        var shorts = new ActingAccount(MarginAccount).Trade(OrderSide.Sell, 300, 90, 0.5, Perpetual).Hear(Funding(0.0001m));

        Assert.Equal(-300 * 0.01m * 100 * 0.0001m, longs.State.Cash["USD"]);
        Assert.Equal(-longs.State.Cash["USD"], shorts.State.Cash["USD"]);
    }

    [Fact]
    public void A_dividend_goes_to_those_who_hold_at_its_ex_moment_and_is_paid_by_those_who_are_short()
    {
        var holder = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Trade(OrderSide.Sell, 10, 100, 1).Hear();
        var late = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 1);
        var shorty = new ActingAccount(MarginAccount).Trade(OrderSide.Sell, 10, 100, 0.5);

        Assert.Equal(15, holder.Hear(Dividend(1.5m, knownAt: 2)).State.Cash["USD"]);
        Assert.Equal(-1_000, late.Hear(Dividend(1.5m, knownAt: 2)).State.Cash["USD"]);
        Assert.Equal(1_000 - 15, shorty.Hear(Dividend(1.5m)).State.Cash["USD"]);
    }

    [Fact]
    public void A_split_makes_more_of_each_lot_and_leaves_what_was_paid()
    {
        var account = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.2).Trade(OrderSide.Buy, 5, 130, 0.4).Hear(Split(3, 1));

        var position = account.State.PositionOf(Acme.InstrumentId);
        Assert.Equal((45, 1_650m, 0m, 30), (position.Count, position.Cost, position.Realized, position.Adjusted));
        Assert.Equal([(30L, 1_000m), (15L, 650m)], position.Lots.Select(lot => (lot.Count, lot.Cost)));
    }

    [Fact]
    public void What_a_reverse_split_leaves_of_a_unit_is_paid_in_cash_and_realized()
    {
        var account = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 25, 10, 0.5).Hear(Split(1, 10, price: 100));

        var position = account.State.PositionOf(Acme.InstrumentId);
        Assert.Equal((2, 200m, 0m), (position.Count, position.Cost, position.Realized));
        Assert.Equal(-250 + 50, account.State.Cash["USD"]);
    }

    [Fact]
    public void A_merger_moves_what_was_paid_to_the_new_units_but_for_the_part_that_the_cash_stands_for()
    {
        var account = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(Merger(3, 2, price: 60, cash: 12, share: 0.1m));

        var (acme, beta) = (account.State.PositionOf(Acme.InstrumentId), account.State.PositionOf(Beta.InstrumentId));
        Assert.Equal((0, 0m, 120m - 100m), (acme.Count, acme.Cost, acme.Realized));
        Assert.Equal((15, 900m), (beta.Count, beta.Cost));
        Assert.Equal(Later(0.5), Assert.Single(beta.Lots).OpenedAt);
    }

    [Fact]
    public void A_merger_for_cash_alone_realizes_everything()
    {
        var merger = Of(InstrumentActionKind.Merger, 1) with { CashPerUnit = 120 };
        var account = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(merger);

        Assert.Equal((0, 200m), (account.State.PositionOf(Acme.InstrumentId).Count, account.State.PositionOf(Acme.InstrumentId).Realized));
        Assert.Equal(200, account.State.Cash["USD"]);
    }

    [Fact]
    public void Units_of_a_merger_close_what_is_short_of_the_other_instrument()
    {
        var account = new ActingAccount(MarginAccount).Trade(OrderSide.Sell, 4, 70, 0.2, Beta).Trade(OrderSide.Buy, 10, 50, 0.5).Hear(Merger(1, 1, price: 60));

        var beta = account.State.PositionOf(Beta.InstrumentId);
        Assert.Equal((6, 300m, 4 * 70m - 4 * 50m), (beta.Count, beta.Cost, beta.Realized));
    }

    [Fact]
    public void A_spin_off_takes_a_part_of_what_was_paid_along()
    {
        var account = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(SpinOff(1, 4, price: 80, share: 0.2m));

        Assert.Equal((10, 800m), (account.State.PositionOf(Acme.InstrumentId).Count, account.State.PositionOf(Acme.InstrumentId).Cost));
        // Two and a half units: the half is paid, and what it cost was 40 of the 200.
        Assert.Equal((2, 160m), (account.State.PositionOf(Beta.InstrumentId).Count, account.State.PositionOf(Beta.InstrumentId).Cost));
        Assert.Equal((-960m, 0m), (account.State.Cash["USD"], account.State.PositionOf(Acme.InstrumentId).Realized));
    }

    [Fact]
    public void An_expiring_contract_leaves_its_gain_in_cash_and_nothing_else()
    {
        var account = new ActingAccount(MarginAccount).Trade(OrderSide.Sell, 300, 90, 0.5, Perpetual).Hear(Expiry(80, Perpetual));

        Assert.True(account.State.PositionOf(Perpetual.InstrumentId).IsFlat);
        Assert.Equal(300 * 0.01m * 10, account.State.Cash["USD"]);
        Assert.Equal(0, account.Lines.Where(line => line.Account is LedgerAccount.Contract).Sum(line => line.Amount));
    }

    [Fact]
    public void Borrowed_units_cost_a_365th_of_the_yearly_rate_each_day_and_held_ones_nothing()
    {
        var borrow = Of(InstrumentActionKind.Borrow, 12) with { Rate = 0.0365m, Price = 200 };

        Assert.Equal(1_000 - 0.2m, new ActingAccount(MarginAccount).Trade(OrderSide.Sell, 10, 100, 0.5).Hear(borrow).State.Cash["USD"]);
        Assert.Equal(-1_000, new ActingAccount(MarginAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(borrow).State.Cash["USD"]);
    }

    [Fact]
    public void The_same_action_does_nothing_twice()
    {
        var account = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(Split(2, 1));

        Assert.Empty(account.State.Apply(Split(2, 1), new Dictionary<Domain.Markets.InstrumentId, InstrumentHistory>(), At(Later(2))).Events);
    }

    [Fact]
    public void A_split_that_is_heard_late_counts_for_what_was_held_then_and_leaves_what_was_traded_since()
    {
        var inTime = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(Split(2, 1)).Trade(OrderSide.Sell, 5, 60, 1.5).Trade(OrderSide.Buy, 1, 55, 1.6);
        var late = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Trade(OrderSide.Sell, 5, 60, 1.5).Trade(OrderSide.Buy, 1, 55, 1.6).Hear(Split(2, 1, knownAt: 2));

        Same(inTime, late);
        Assert.Equal(16, late.State.PositionOf(Acme.InstrumentId).Count);
    }

    [Fact]
    public void A_dividend_after_a_split_that_is_heard_late_is_paid_on_the_units_that_there_were()
    {
        var late = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(Dividend(1, hours: 1.5)).Hear(Split(2, 1, sequence: 2, knownAt: 2));

        Assert.Equal(-1_000 + 20, late.State.Cash["USD"]);
        Assert.Equal(20, late.State.PositionOf(Acme.InstrumentId).Count);
    }

    [Fact]
    public void A_fill_that_is_told_after_an_action_which_it_was_made_before_counts_for_it()
    {
        var inTime = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Trade(OrderSide.Buy, 5, 90, 0.9).Hear(Split(2, 1), Dividend(1, 1.2, 2));
        var late = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(Split(2, 1), Dividend(1, 1.2, 2)).Trade(OrderSide.Buy, 5, 90, 0.9);
        var first = new ActingAccount(CashAccount).Hear(Split(2, 1), Dividend(1, 1.2, 2)).Trade(OrderSide.Buy, 10, 100, 0.5).Trade(OrderSide.Buy, 5, 90, 0.9);

        Same(inTime, late);
        Same(inTime, first);
    }

    [Fact]
    public void A_fill_told_after_a_merger_which_it_was_made_before_comes_as_units_of_the_other_instrument()
    {
        var inTime = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Trade(OrderSide.Buy, 10, 100, 0.9).Hear(Merger(1, 1, price: 60));
        var late = new ActingAccount(CashAccount).Trade(OrderSide.Buy, 10, 100, 0.5).Hear(Merger(1, 1, price: 60)).Trade(OrderSide.Buy, 10, 100, 0.9);

        Assert.Equal(inTime.State.Cash, late.State.Cash);
        Assert.Equal((0, 20, 2_000m), (late.State.PositionOf(Acme.InstrumentId).Count, late.State.PositionOf(Beta.InstrumentId).Count, late.State.PositionOf(Beta.InstrumentId).Cost));
    }

    [Fact]
    public void Open_orders_of_before_a_split_are_cancelled_with_its_code()
    {
        var account = AccountWith(10_000).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 1, 90)), World()).After;

        var decision = account.Apply(Split(2, 1), new Dictionary<Domain.Markets.InstrumentId, InstrumentHistory>(), At(Later(1)));

        Assert.Equal((OrderStatus.PendingCancel, "CORPORATE_ACTION"), (decision.After.OpenOrder(Id(1))!.Status, decision.After.OpenOrder(Id(1))!.Code));
        Assert.Equal(VenueCommandKind.Cancel, Assert.Single(decision.Commands).Kind);
        Assert.Empty(account.Apply(Dividend(1), new Dictionary<Domain.Markets.InstrumentId, InstrumentHistory>(), At(Later(1))).Commands);
    }

    [Fact]
    public void Money_that_a_margin_account_owes_costs_interest_for_each_day_that_ended()
    {
        var account = new ActingAccount(MarginAccount).Take(AccountState.Unopened(Mine).Open(MarginAccount, Noon)).Trade(OrderSide.Buy, 10, 100, 0.5);
        account.Take(account.State.Accrue(_ => 0.0365m, Later(1)));
        Assert.Equal(-1_000, account.State.Cash["USD"]);

        account.Take(account.State.Accrue(_ => 0.0365m, Later(12 + 24)));

        Assert.Equal(-1_000 - 0.1m - 0.10001m, account.State.Cash["USD"]);
        Assert.Empty(account.State.Accrue(_ => 0.0365m, Later(12 + 30)).Events);
        Assert.Empty(new ActingAccount(CashAccount).State.Accrue(_ => 0.0365m, Later(100)).Events);
    }

    private static void Same(ActingAccount left, ActingAccount right)
    {
        var (one, other) = (left.State.PositionOf(Acme.InstrumentId), right.State.PositionOf(Acme.InstrumentId));
        Assert.Equal(one.Lots, other.Lots);
        Assert.Equal(one with { Lots = [] }, other with { Lots = [] });
        Assert.Equal(left.State.Cash, right.State.Cash);
        Assert.Equal(Sums(left), Sums(right));
    }

    private static IEnumerable<string> Sums(ActingAccount account) => account.Lines.GroupBy(line => (line.Account, line.Unit))
        .Select(line => $"{line.Key}: {line.Sum(part => part.Amount):0.##########}").Order(StringComparer.Ordinal);
}
