using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Contracts.Trading;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>Kill switches above accounts: durable, seen by every decision, and never passed by an order that is placed at the same time.</summary>
public abstract class KillSwitchTests : TradingClusterTests
{
    private static readonly MemberId Operator = new(Guid.Parse("00000000-0000-7000-8000-000000000009"));
    private static readonly RiskScope Mine = RiskScope.Of(TradingCluster.Member);

    [Fact]
    public async Task A_switch_cancels_what_is_open_denies_what_opens_and_lets_go_on_when_it_is_off()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 9_000))).Orders);

        var turned = await Turn("on", Mine, isOn: true);

        Assert.Equal((1, 0), (turned.Reached, turned.Unreached.Length));
        order = await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Cancelled);
        Assert.Equal(("KILL_SWITCH", $"The kill switch of {Mine} was turned on."), (order.Code, order.Reason));
        var denied = Assert.Single((await account.Place(Cluster.Buy("two", limit: 9_000))).Orders);
        Assert.Equal((OrderStatus.Denied, "KILL_SWITCH", $"The kill switch of {Mine} is on."), (denied.Status, denied.Code, denied.Reason));
        Assert.Equal(Mine, (await account.GetAccount(TradingCluster.Member)).Account!.HaltedBy!.Scope);
        Assert.Equal("A drill.", (await account.GetAccount(TradingCluster.Member)).Account!.HaltedBy!.Reason);

        await Turn("off", Mine, isOn: false);
        var again = Assert.Single((await account.Place(Cluster.Buy("three", limit: 9_000))).Orders);
        Assert.Equal(OrderStatus.Submitted, again.Status);
        Assert.Null((await account.GetAccount(TradingCluster.Member)).Account!.HaltedBy);
    }

    [Fact]
    public async Task A_switch_stops_only_the_accounts_of_its_scope()
    {
        var (_, account) = await Cluster.Open();

        foreach (var scope in new[] { RiskScope.OfVenue("binance"), RiskScope.OfBot("grid"), RiskScope.OfFund("alpha"), RiskScope.Of(Operator) }) await Turn($"{scope}", scope, isOn: true);
        Assert.Equal(OrderStatus.Submitted, Assert.Single((await account.Place(Cluster.Buy("one", limit: 9_000))).Orders).Status);

        await Turn("paper", RiskScope.OfVenue("paper"), isOn: true);
        Assert.Equal("The kill switch of venue:paper is on.", Assert.Single((await account.Place(Cluster.Buy("two", limit: 9_000))).Orders).Reason);
    }

    [Fact]
    public async Task A_switch_that_closes_sells_what_is_held_and_orders_that_reduce_are_taken()
    {
        var (id, account) = await Cluster.Open();
        var bought = Assert.Single((await account.Place(Cluster.Buy("one", limit: 10_010))).Orders);
        await Cluster.Until(id, bought.Id, now => now.Status is OrderStatus.Filled);

        await Turn("stop", RiskScope.All, isOn: true);
        var half = await account.Place(new(TradingCluster.Member, "half", OrderStructure.Single,
            [new(Cluster.Instrument, OrderSide.Sell, OrderType.Market, new(50_000_000), TimeInForce.ImmediateOrCancel)], OrderOrigin.Member));
        await Cluster.Until(id, Assert.Single(half.Orders).Id, now => now.Status is OrderStatus.Filled);

        await Turn("close", RiskScope.All, isOn: true, closes: true);
        await Cluster.UntilNothingIsOpen(id);
        var state = (await account.GetAccount(TradingCluster.Member)).Account!.State;
        Assert.True(state.PositionOf(Cluster.Instrument).IsFlat);
        Assert.Equal(OrderOrigin.KillSwitch, (await Cluster.Store.ReadOrders(id, onlyOpen: false, null, 1, default))[0].Origin);
    }

    [Fact]
    public async Task Of_orders_placed_while_a_switch_is_turned_none_is_left_working()
    {
        var accounts = new List<(AccountId Id, IAccountGrain Grain)>();
        for (var number = 0; number < 8; number++) accounts.Add(await Cluster.Open());

        for (var round = 0; round < 4; round++)
        {
            var placing = accounts.SelectMany((account, number) => Enumerable.Range(0, 12)
                .Select(order => account.Grain.Place(Cluster.Buy($"{round}-{order}", limit: 9_000 + order)))).ToList();
            var turned = await Turn($"on-{round}", RiskScope.All, isOn: true);
            // From here on nothing that opens is taken, whatever was placed at the same time.
            foreach (var (_, grain) in accounts)
                Assert.Equal("KILL_SWITCH", Assert.Single((await grain.Place(Cluster.Buy($"late-{round}", limit: 9_000))).Orders).Code);
            await Task.WhenAll(placing);

            Assert.Empty(turned.Unreached);
            foreach (var (id, _) in accounts)
            {
                await Cluster.UntilNothingIsOpen(id);
                var orders = await Cluster.Store.ReadOrders(id, onlyOpen: false, null, 1_000, default);
                Assert.All(orders, order => Assert.Equal("KILL_SWITCH", order.Code));
                Assert.All(orders, order => Assert.True(order.Status is OrderStatus.Cancelled or OrderStatus.Denied, order.Status.ToString()));
            }
            await Turn($"off-{round}", RiskScope.All, isOn: false);
        }
    }

    [Fact]
    public async Task A_switch_survives_a_restart_and_reaches_what_was_asleep()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 9_000))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Accepted);
        await Restart();

        await Turn("on", Mine, isOn: true);
        await Cluster.Until(id, order.Id, now => now is { Status: OrderStatus.Cancelled, Code: "KILL_SWITCH" });
        await Restart();

        Assert.Equal("KILL_SWITCH", Assert.Single((await Cluster.AccountOf(id).Place(Cluster.Buy("two", limit: 9_000))).Orders).Code);
        var change = Assert.Single(await Cluster.RiskStore.ReadChanges(Mine, null, 10, default));
        Assert.Equal((Operator, "A drill.", true), (change.By, change.Reason, change.Turned!.IsOn));
    }

    [Fact]
    public async Task An_account_whose_store_fails_is_told_of_and_halted_when_it_can_be()
    {
        var (id, account) = await Cluster.Open();
        var order = Assert.Single((await account.Place(Cluster.Buy("one", limit: 9_000))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Accepted);
        Cluster.Store.FailNextAccountCommits(int.MaxValue);

        var turned = await Turn("on", RiskScope.All, isOn: true);
        Cluster.Store.FailNextAccountCommits(0);

        Assert.Equal([id], turned.Unreached);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Cancelled);
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_and_other_content_a_conflict()
    {
        var first = await Turn("key", RiskScope.All, isOn: true);
        var off = await Turn("off", RiskScope.All, isOn: false);
        var again = await Turn("key", RiskScope.All, isOn: true);

        Assert.Equal((first.KillSwitch, off.KillSwitch!.Epoch), (again.KillSwitch, first.KillSwitch!.Epoch + 1));
        Assert.Empty((await Cluster.RiskStore.LoadBoard(default)).On);
        Assert.Equal("IDEMPOTENCY_CONFLICT", (await Cluster.Board.Turn(new(Operator, "key", Mine, true, false, "A drill."))).Refusal!.Code);
        Assert.Equal("INVALID_ARGUMENT", (await Cluster.Board.Turn(new(Operator, "", Mine, true, false, "A drill."))).Refusal!.Code);
        Assert.Equal("INVALID_ARGUMENT", (await Cluster.Board.Turn(new(Operator, "why", Mine, true, false, ""))).Refusal!.Code);
    }

    private async Task<KillSwitchResult> Turn(string key, RiskScope scope, bool isOn, bool closes = false)
    {
        var result = await Cluster.Board.Turn(new(Operator, key, scope, isOn, closes, "A drill."));
        Assert.Null(result.Refusal);
        return result;
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteKillSwitchTests : KillSwitchTests;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlKillSwitchTests(PostgreSqlDatabases databases) : KillSwitchTests
{
    protected override async Task<string?> CreateDatabase() => await databases.Create();
}
