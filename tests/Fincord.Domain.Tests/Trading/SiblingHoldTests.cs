using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading;

public sealed class SiblingHoldTests
{
    private static readonly NewOrders OneCancelsOther = new(
        OrderStructure.OneCancelsOther, [new(Id(1), Limit(OrderSide.Buy, 10, 95m)), new(Id(2), Limit(OrderSide.Buy, 10, 90m))], OrderOrigin.Member);

    [Fact]
    public void Only_the_dearest_of_orders_that_cancel_each_other_holds()
    {
        var account = AccountWith(1_000).Place(OneCancelsOther, World()).After;

        Assert.Equal((950m, 0m), (account.OpenOrder(Id(1))!.Hold.Amount, account.OpenOrder(Id(2))!.Hold.Amount));
    }

    [Fact]
    public void When_the_one_that_holds_ends_the_other_holds_for_itself()
    {
        var account = AccountWith(1_000).Place(OneCancelsOther, World()).After;

        var left = account.Apply(Tell(VenueReportKind.Expired, 1), null, World()).After;

        Assert.Equal(900m, left.OpenOrder(Id(2))!.Hold.Amount);
        Assert.Equal(100m, left.FreeCash("USD"));
    }

    [Fact]
    public void What_one_was_filled_is_set_aside_for_the_other_no_longer()
    {
        var account = AccountWith(1_000).Place(OneCancelsOther, World()).After;

        var filled = account.Apply(Filled(2, OrderSide.Buy, 4, 90m), null, World()).After;

        Assert.Equal(570m, filled.OpenOrder(Id(1))!.Hold.Amount);
        Assert.Equal(1_000m - 360m - 570m, filled.FreeCash("USD"));
    }

    [Fact]
    public void The_quantity_of_one_of_them_cannot_be_changed_alone()
    {
        var account = AccountWith(1_000).Place(OneCancelsOther, World()).After.Apply(Tell(VenueReportKind.Accepted, 1), null, World()).After;

        var (decision, refusal) = account.Amend(Id(1), new(new(8), null, null), null, World());

        Assert.Null(decision);
        Assert.Equal("INVALID_TICKET", refusal!.Code);
    }

    [Fact]
    public void A_change_of_the_venues_own_is_no_answer_to_one_that_is_on_its_way()
    {
        var working = AccountWith(10_000).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, 10, 95m)), World()).After.Apply(Tell(VenueReportKind.Accepted, 1), null, World()).After;
        var asked = working.Amend(Id(1), new(null, PriceOf(96m), null), null, World()).Decision!.After;

        var shrunk = asked.Apply(Tell(VenueReportKind.Updated, 1) with { Amendment = new(new(6), null, null) }, null, World()).After;
        var answered = shrunk.Apply(Tell(VenueReportKind.Updated, 1) with { Amendment = new(null, PriceOf(96m), null) }, null, World()).After;

        Assert.Equal((OrderStatus.PendingUpdate, 576m), (shrunk.OpenOrder(Id(1))!.Status, shrunk.OpenOrder(Id(1))!.Hold.Amount));
        Assert.Equal((OrderStatus.Accepted, 6L, 576m), (answered.OpenOrder(Id(1))!.Status, answered.OpenOrder(Id(1))!.Ticket.Quantity.Count, answered.OpenOrder(Id(1))!.Hold.Amount));
    }
}
