using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Risk;

public sealed class KillSwitchTests
{
    private static readonly RiskScope Member = RiskScope.Of(CashAccount.Owner);

    [Theory]
    [InlineData("all", true)]
    [InlineData("venue:paper", true)]
    [InlineData("venue:binance", false)]
    [InlineData("member:00000000-0000-7000-8000-000000000001", true)]
    [InlineData("member:00000000-0000-7000-8000-000000000002", false)]
    [InlineData("bot:grid-7", true)]
    [InlineData("bot:grid-8", false)]
    [InlineData("fund:alpha", true)]
    [InlineData("fund:beta", false)]
    public void A_scope_covers_the_accounts_that_it_names(string text, bool covers)
    {
        Assert.True(RiskScope.TryParse(text, out var scope));

        Assert.Equal((text, covers), (scope.ToString(), scope.Covers(CashAccount with { Bot = "grid-7", Fund = "alpha" })));
        Assert.Equal(covers, RiskScope.Above(CashAccount with { Bot = "grid-7", Fund = "alpha" }).Contains(scope));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ALL")]
    [InlineData("all:")]
    [InlineData("venue")]
    [InlineData("venue:")]
    [InlineData("venue:a b")]
    [InlineData("member:me")]
    [InlineData("member:00000000-0000-0000-0000-000000000000")]
    [InlineData("league:summer")]
    public void What_is_no_scope_is_not_read(string? text) => Assert.False(RiskScope.TryParse(text, out _));

    [Fact]
    public void Of_several_switches_the_widest_is_told_and_one_that_is_turned_off_is_gone()
    {
        var board = RiskBoard.Empty.Turn(On(Member, 1)).Turn(On(RiskScope.All, 2));

        Assert.Equal(RiskScope.All, board.Over(CashAccount)!.Scope);
        board = board.Turn(On(RiskScope.All, 3) with { IsOn = false });
        Assert.Equal((3, Member), (board.Epoch, board.Over(CashAccount)!.Scope));
        Assert.Null(board.Over(CashAccount with { Owner = new(Guid.CreateVersion7()) }));
    }

    [Fact]
    public void A_switch_cancels_once_what_is_open_and_what_waits()
    {
        var bracket = new NewOrders(
            OrderStructure.Bracket,
            [new(Id(1), Limit(OrderSide.Buy, 10, 95m)), new(Id(2), Limit(OrderSide.Sell, 10, 110m)), new(Id(3), Limit(OrderSide.Sell, 10, 105m))], OrderOrigin.Member);
        var account = AccountWith(1_000).Place(bracket, World()).After;
        var board = RiskBoard.Empty.Turn(On(Member, 7));
        Assert.True(account.IsToHalt(board));

        var halted = account.Halt(board, World(), () => Id(9));

        Assert.Equal((7, false), (halted.After.HaltEpoch, halted.After.IsToHalt(board)));
        Assert.Equal(OrderStatus.PendingCancel, Assert.Single(halted.After.OpenOrders.Values).Status);
        Assert.Equal(("KILL_SWITCH", $"The kill switch of {Member} was turned on."), (halted.After.OpenOrder(Id(1))!.Code, halted.After.OpenOrder(Id(1))!.Reason));
        Assert.Equal(VenueCommandKind.Cancel, Assert.Single(halted.Commands).Kind);
        Assert.Empty(halted.After.Halt(board, World(), () => Id(9)).Events);
    }

    [Fact]
    public void While_one_is_on_only_orders_that_reduce_are_taken()
    {
        var account = Holding(10);
        var world = World() with { KillSwitch = "all" };

        Assert.Equal("KILL_SWITCH", Place(account, Limit(OrderSide.Buy, 1, 95m)).Code);
        Assert.Equal("The kill switch of all is on.", Place(account, Limit(OrderSide.Buy, 1, 95m)).Reason);
        Assert.Null(Place(account, Limit(OrderSide.Sell, 10, 95m)).Code);
        Assert.Equal("KILL_SWITCH", Place(account, Limit(OrderSide.Sell, 11, 95m)).Code);

        Order Place(AccountState from, OrderTicket ticket) =>
            from.Place(NewOrders.Single(Id(5), ticket), world).Events.OfType<OrderPlaced>().Single().Order;
    }

    [Fact]
    public void A_switch_that_closes_sells_what_is_held_as_soon_as_it_can_be_traded()
    {
        var board = RiskBoard.Empty.Turn(On(RiskScope.All, 1) with { ClosesPositions = true });

        var closed = Holding(10).Halt(board, World(phase: TradingPhase.Halted), () => Id(8)).After;
        Assert.Empty(closed.OpenOrders);

        var open = closed.Halt(board, World() with { KillSwitch = "all" }, () => Id(8)).After;
        var order = Assert.Single(open.OpenOrders.Values);
        Assert.Equal((OrderOrigin.KillSwitch, OrderSide.Sell, 10), (order.Origin, order.Ticket.Side, order.Ticket.Quantity.Count));
        Assert.Empty(open.Halt(board, World(), () => Id(9)).Events);

        var flat = open.Apply(Filled(8, OrderSide.Sell, 10, 99.90m, fill: 2), null, World()).After;
        Assert.False(flat.IsToHalt(board));
    }

    internal static AccountState Holding(long shares, AccountSettings? settings = null) =>
        AccountWith(10_000, settings).Place(NewOrders.Single(Id(1), Limit(OrderSide.Buy, shares, 100m)), World()).After
            .Apply(Filled(1, OrderSide.Buy, shares, 100m), null, World()).After;

    private static KillSwitch On(RiskScope scope, long epoch) => new(scope, epoch, IsOn: true, ClosesPositions: false, CashAccount.Owner, "A drill.", Noon);
}
