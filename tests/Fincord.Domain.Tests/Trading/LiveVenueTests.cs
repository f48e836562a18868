using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading;

/// <summary>What a live venue does to an account by itself.</summary>
public sealed class LiveVenueTests
{
    private static readonly AccountSettings _live = CashAccount with { Venue = "binance-futures", Kind = AccountKind.Margin, Leverage = 10 };

    private static CashMovement Funding(decimal amount, Timestamp? at = null) => new("binance-futures/FUNDING_FEE/1", JournalKind.Funding, "USD", amount, at ?? Noon);

    [Theory]
    [InlineData(JournalKind.Funding, LedgerAccount.Funding), InlineData(JournalKind.Dividend, LedgerAccount.Dividends)]
    [InlineData(JournalKind.Borrow, LedgerAccount.Interest), InlineData(JournalKind.Fee, LedgerAccount.Fees)]
    public void A_movement_is_a_balanced_entry_between_cash_and_where_it_came_from(JournalKind kind, LedgerAccount from)
    {
        var decision = AccountWith(100, _live).Take(Funding(-1.25m) with { Kind = kind }, Noon);

        var posted = Assert.IsType<EntryPosted>(Assert.Single(decision.Events));
        Assert.Equal([new JournalLine(from, "USD", 1.25m), new JournalLine(LedgerAccount.Cash, "USD", -1.25m)], posted.Entry.Lines);
        Assert.Equal((kind, "binance-futures/FUNDING_FEE/1", true), (posted.Entry.Kind, posted.Movement, posted.Entry.IsBalanced));
        Assert.Equal(98.75m, decision.After.Cash["USD"]);
    }

    [Fact]
    public void What_happened_before_the_account_was_opened_is_not_ours_to_book() =>
        Assert.Empty(AccountWith(100, _live).Take(Funding(-1, Noon - TimeSpan.FromSeconds(1)), Noon).Events);

    [Fact]
    public void The_latest_movement_says_from_when_on_the_venue_is_asked()
    {
        var later = Noon + TimeSpan.FromHours(8);
        var account = AccountWith(100, _live);
        Assert.Equal(Noon, account.LastMovementAt);

        account = account.Take(Funding(-1, later), later).After.Take(Funding(-1, Noon), later).After;

        Assert.Equal(later, account.LastMovementAt);
    }

    [Fact]
    public void An_order_that_the_venue_placed_by_itself_becomes_one_of_ours_and_its_fill_closes_the_position()
    {
        var account = AccountWith(1_000, _live)
            .Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 20, 100)), World()).After
            .Apply(Filled(1, OrderSide.Buy, 20, 100), null, World()).After;

        account = account.Apply(Forced(), null, World()).After;
        var order = account.OpenOrder(Id(2))!;
        account = account.Apply(Filled(2, OrderSide.Sell, 20, 90, fill: 2), null, World()).After;

        Assert.Equal((OrderOrigin.Liquidation, OrderStatus.Accepted, Hold.None), (order.Origin, order.Status, order.Hold));
        Assert.True(account.PositionOf(Acme.InstrumentId).IsFlat);
        Assert.Empty(account.OpenOrders);
        Assert.Equal(800, account.Cash["USD"]);
    }

    [Fact]
    public void An_order_of_the_venue_s_own_that_is_told_again_is_not_placed_again()
    {
        var open = AccountWith(1_000, _live).Apply(Forced(), null, World()).After;
        var ended = open.OpenOrder(Id(2))! with { Status = OrderStatus.Filled };

        Assert.Empty(open.Apply(Forced(), null, World()).Events);
        Assert.Empty(AccountWith(1_000, _live).Apply(Forced(), ended, World()).Events);
    }

    [Fact]
    public void An_acceptance_that_is_told_again_changes_nothing()
    {
        var account = AccountWith(1_000, _live).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 1, 100)), World()).After
            .Apply(Tell(VenueReportKind.Accepted, 1), null, World()).After;

        Assert.Empty(account.Apply(Tell(VenueReportKind.Accepted, 1), null, World()).Events);
    }

    [Fact]
    public void Where_account_and_venue_differ_is_told_by_unit_and_what_the_venue_cannot_tell_apart_is_not()
    {
        var account = AccountWith(1_000, _live).Apply(Forced(), null, World()).After.Apply(Filled(2, OrderSide.Sell, 20, 90), null, World()).After;
        Dictionary<string, decimal?> Theirs(decimal dollars, decimal? units) => new() { ["USD"] = dollars, ["instr:42"] = units };

        Assert.Empty(VenueDifference.Between(account, Theirs(2_800, -20), _ => new(0)));
        Assert.Empty(VenueDifference.Between(account, Theirs(2_800, null), _ => new(0)));
        Assert.Equal(
            [new VenueDifference("BNB", 0, 0.5m), new VenueDifference("USD", 2_800, 2_799), new VenueDifference("instr:42", -20, 0)],
            VenueDifference.Between(account, new Dictionary<string, decimal?> { ["USD"] = 2_799, ["BNB"] = 0.5m }, _ => new(0)));
    }

    private static VenueReport Forced() => Tell(VenueReportKind.Accepted, 2) with { Ticket = Market(OrderSide.Sell, 20) };
}
