using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>Members of a league meet in its books, whatever database keeps them.</summary>
public abstract class LeagueTests : TradingClusterTests
{
    private static readonly MemberId Ann = new(Guid.Parse("00000000-0000-7000-8000-00000000000a"));
    private static readonly MemberId Bob = new(Guid.Parse("00000000-0000-7000-8000-00000000000b"));

    private protected override (long Bid, long Ask) Market => (9_000, 11_000);

    [Fact]
    public async Task Two_members_trade_with_each_other_away_from_the_markets_quotes()
    {
        var ((ann, buyer), (bob, seller)) = (await Cluster.Join("summer", Ann), await Cluster.Join("summer", Bob));
        await Fill(buyer, Ann, ann, OrderSide.Buy, 11_000);         // of the market: there is nothing to sell otherwise
        await Fill(seller, Bob, bob, OrderSide.Buy, 11_000);

        var resting = Assert.Single((await buyer.Place(Cluster.Order(Ann, "bid", OrderSide.Buy, 10_000))).Orders);
        await Cluster.Until(ann, resting.Id, order => order.Status is OrderStatus.Accepted);
        var taking = Assert.Single((await seller.Place(Cluster.Order(Bob, "ask", OrderSide.Sell, 9_900))).Orders);

        Assert.Equal(OrderStatus.Filled, (await Cluster.Until(bob, taking.Id, order => order.Status.IsEnded())).Status);
        await Cluster.Until(ann, resting.Id, order => order.Status is OrderStatus.Filled);
        Assert.Equal((10_000, LiquiditySide.Maker), await LastFill(ann));
        Assert.Equal((10_000, LiquiditySide.Taker), await LastFill(bob));
        Assert.All((await Cluster.Store.ReadClearingNet(default)).Values, net => Assert.Equal(0, net));
    }

    [Fact]
    public async Task Leagues_and_accounts_outside_of_them_do_not_meet()
    {
        var ((ann, buyer), (bob, seller)) = (await Cluster.Join("summer", Ann), await Cluster.Join("winter", Bob));
        await Fill(seller, Bob, bob, OrderSide.Buy, 11_000);
        var resting = Assert.Single((await buyer.Place(Cluster.Order(Ann, "bid", OrderSide.Buy, 10_000))).Orders);
        await Cluster.Until(ann, resting.Id, order => order.Status is OrderStatus.Accepted);

        var asking = Assert.Single((await seller.Place(Cluster.Order(Bob, "ask", OrderSide.Sell, 9_900))).Orders);

        await Cluster.Until(bob, asking.Id, order => order.Status is OrderStatus.Accepted);
    }

    [Fact]
    public async Task Accounts_of_one_member_do_not_trade_with_each_other()
    {
        var ((first, buyer), (second, seller)) = (await Cluster.Join("summer", Ann), await Cluster.Join("summer", Ann));
        await Fill(seller, Ann, second, OrderSide.Buy, 11_000);
        var resting = Assert.Single((await buyer.Place(Cluster.Order(Ann, "bid", OrderSide.Buy, 10_000))).Orders);
        await Cluster.Until(first, resting.Id, order => order.Status is OrderStatus.Accepted);

        var meeting = Assert.Single((await seller.Place(Cluster.Order(Ann, "ask", OrderSide.Sell, 9_900))).Orders);

        var ended = await Cluster.Until(second, meeting.Id, order => order.Status.IsEnded());
        Assert.Equal((OrderStatus.Cancelled, "SELF_TRADE"), (ended.Status, ended.Code));
    }

    [Fact]
    public async Task Fifty_accounts_in_one_book_fill_each_other_and_nothing_is_lost_when_commits_fail()
    {
        var accounts = new List<(MemberId Member, AccountId Id, Contracts.Trading.IAccountGrain Grain)>();
        for (var number = 0; number < 50; number++)
        {
            var member = new MemberId(Guid.CreateVersion7());
            var (id, grain) = await Cluster.Join("summer", member);
            accounts.Add((member, id, grain));
        }
        await Task.WhenAll(accounts.Select(account => Fill(account.Grain, account.Member, account.Id, OrderSide.Buy, 11_000)));
        Cluster.Store.FailNextBookCommits(2);

        var placed = await Task.WhenAll(accounts.Select(async (account, index) => (account.Id, Order: Assert.Single(
            (await account.Grain.Place(Cluster.Order(account.Member, "round", index % 2 == 0 ? OrderSide.Buy : OrderSide.Sell, 10_000))).Orders))));

        foreach (var (id, order) in placed) await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);
        foreach (var (id, _) in placed) Assert.Equal(2, (await Cluster.Store.ReadFills(id, null, 10, default)).Length);
        Assert.All((await Cluster.Store.ReadClearingNet(default)).Values, net => Assert.Equal(0, net));
        Assert.Empty(await Cluster.Store.ListActiveBooks(default));
    }

    [Theory]
    [InlineData("Summer"), InlineData("-"), InlineData(""), InlineData("a:b"), InlineData("a-league-with-a-name-that-is-too-long")]
    public async Task A_league_with_a_name_that_no_key_may_have_is_refused(string league)
    {
        var grain = Cluster.AccountOf(new(Guid.CreateVersion7()));

        var opened = await grain.Open(new(new("League", Ann, "paper", AccountKind.Cash, MarginMode.Cross, 1, "USD", FeeSchedule.None, RiskLimits.Default) { League = league }));

        Assert.Equal("INVALID_ARGUMENT", opened.Refusal!.Code);
    }

    private async Task Fill(Contracts.Trading.IAccountGrain grain, MemberId member, AccountId id, OrderSide side, long limit)
    {
        var order = Assert.Single((await grain.Place(Cluster.Order(member, "first", side, limit))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);
    }

    private async Task<(long Price, LiquiditySide Liquidity)> LastFill(AccountId account)
    {
        var fill = (await Cluster.Store.ReadFills(account, null, 1, default))[0].Fill;
        return (fill.Price.Count, fill.Liquidity);
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteLeagueTests : LeagueTests;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlLeagueTests(PostgreSqlDatabases databases) : LeagueTests
{
    protected override async Task<string?> CreateDatabase() => await databases.Create();
}
