using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Contracts.Trading;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>Limits above accounts: leased out, never exceeded together, remembered over restarts, and given back.</summary>
public abstract class BudgetGrainTests : TradingClusterTests
{
    private static readonly MemberId Operator = new(Guid.Parse("00000000-0000-7000-8000-000000000009"));
    private static readonly RiskScope Mine = RiskScope.Of(TradingCluster.Member);
    private static readonly BudgetLimits Thousand = new("USD", 1_000, null, null, null, null);

    [Fact]
    public async Task Accounts_that_place_at_once_never_use_more_than_the_budget_together()
    {
        await Set("limit", Thousand);
        var accounts = new List<(AccountId Id, IAccountGrain Grain)>();
        for (var number = 0; number < 5; number++) accounts.Add(await Cluster.Open());

        var results = await Task.WhenAll(accounts.SelectMany(account =>
            Enumerable.Range(0, 6).Select(number => account.Grain.Place(Cluster.Buy($"{number}", limit: 9_000)))));     // 90 dollars each

        var orders = results.Select(result => Assert.Single(result.Orders)).ToLookup(order => order.Status is OrderStatus.Denied);
        Assert.InRange(orders[false].Count() * 90m, 720, 1_000);
        Assert.All(orders[true], order => Assert.Equal(("BUDGET_EXHAUSTED", "USD"), (order.Code, order.Denial!.Unit)));
        Assert.All(orders[true], order => Assert.True(order.Denial!.Actual > order.Denial.Limit));
        var standing = await Standing();
        Assert.InRange(standing.Reserved, standing.Used, 1_000);
    }

    [Fact]
    public async Task What_one_account_gives_back_another_may_use()
    {
        await Set("limit", Thousand);
        var (first, second) = (await Cluster.Open(), await Cluster.Open());
        var order = Assert.Single((await first.Grain.Place(Cluster.Buy("ten", limit: 9_000, quantity: 1_000_000_000))).Orders);    // 900 dollars
        await Cluster.Until(first.Id, order.Id, now => now.Status is OrderStatus.Accepted);
        var denied = Assert.Single((await second.Grain.Place(Cluster.Buy("two", limit: 9_000, quantity: 200_000_000))).Orders);
        Assert.Equal(("BUDGET_EXHAUSTED", 180m, $"The budget of {Mine} is used up."), (denied.Code, denied.Denial!.Actual, denied.Reason));

        await first.Grain.CancelAll(new(TradingCluster.Member, "all", null));
        await Cluster.UntilNothingIsOpen(first.Id);
        await first.Grain.RenewBudgets();

        Assert.Equal(OrderStatus.Submitted, Assert.Single((await second.Grain.Place(Cluster.Buy("again", limit: 9_000, quantity: 200_000_000))).Orders).Status);
    }

    [Fact]
    public async Task What_was_used_before_there_was_a_limit_counts_and_what_is_used_is_remembered()
    {
        var (first, second) = (await Cluster.Open(), await Cluster.Open());
        var order = Assert.Single((await first.Grain.Place(Cluster.Buy("ten", limit: 9_000, quantity: 1_000_000_000))).Orders);
        await Cluster.Until(first.Id, order.Id, now => now.Status is OrderStatus.Accepted);

        Assert.Empty((await Set("limit", Thousand)).Unreached);
        Assert.Equal("BUDGET_EXHAUSTED", Assert.Single((await second.Grain.Place(Cluster.Buy("two", limit: 9_000, quantity: 200_000_000))).Orders).Code);
        Assert.Equal((900m, true), ((await Standing()).Used, (await Standing()).IsComplete));

        await Restart();
        var later = await Cluster.AccountOf(second.Id).Place(Cluster.Buy("three", limit: 9_000, quantity: 200_000_000));
        Assert.Equal("BUDGET_EXHAUSTED", Assert.Single(later.Orders).Code);

        await Set("none", null);
        var free = await Cluster.AccountOf(second.Id).Place(Cluster.Buy("four", limit: 9_000, quantity: 200_000_000));
        Assert.Equal(OrderStatus.Submitted, Assert.Single(free.Orders).Status);
    }

    [Fact]
    public async Task A_reducing_order_is_taken_when_the_budget_is_used_up()
    {
        var (id, account) = await Cluster.Open();
        var bought = Assert.Single((await account.Place(Cluster.Buy("one", limit: 10_010))).Orders);
        await Cluster.Until(id, bought.Id, now => now.Status is OrderStatus.Filled);
        await Set("limit", Thousand with { MaxExposure = 0 });

        Assert.Equal("BUDGET_EXHAUSTED", Assert.Single((await account.Place(Cluster.Buy("two", limit: 9_000))).Orders).Code);
        var sold = Assert.Single((await account.ClosePosition(new(TradingCluster.Member, "close", Cluster.Instrument))).Orders);
        await Cluster.Until(id, sold.Id, now => now.Status is OrderStatus.Filled);
    }

    [Fact]
    public async Task Orders_of_all_accounts_together_come_no_faster_than_they_may()
    {
        await Set("rate", new("USD", null, null, null, 1, 3));
        var (first, second) = (await Cluster.Open(), await Cluster.Open());

        var codes = new List<string?>();
        for (var number = 0; number < 20; number++)
            codes.Add(Assert.Single((await (number % 2 == 0 ? first : second).Grain.Place(Cluster.Buy($"{number}", limit: 9_000))).Orders).Code);

        Assert.Contains("ORDER_RATE", codes);
    }

    [Theory]
    [InlineData("why", "usd", "INVALID_ARGUMENT")]
    [InlineData("", "USD", "INVALID_ARGUMENT")]
    public async Task Limits_that_make_no_sense_are_refused(string reason, string currency, string code) => Assert.Equal(
        code, (await Cluster.Board.SetLimits(new(Operator, "key", Mine, Thousand with { Currency = currency }, reason))).Refusal!.Code);

    private async Task<BudgetResult> Set(string key, BudgetLimits? limits)
    {
        var result = await Cluster.Board.SetLimits(new(Operator, key, Mine, limits, "A drill."));
        Assert.Null(result.Refusal);
        return result;
    }

    private async Task<BudgetStanding> Standing() => (await Cluster.BudgetOf(Mine).GetStanding())!;
}

/// <summary>On SQLite.</summary>
public sealed class SqliteBudgetGrainTests : BudgetGrainTests;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlBudgetGrainTests(PostgreSqlDatabases databases) : BudgetGrainTests
{
    protected override async Task<string?> CreateDatabase() => await databases.Create();
}
