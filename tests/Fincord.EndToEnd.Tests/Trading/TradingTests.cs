using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>Trading through GraphQL on the real host, over the simulated market.</summary>
public sealed class TradingTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    private const string Order = "id status filled remaining averageFillPrice limitPrice version code parentId siblingIds instrument { key }";

    private static int _keys;

    [Fact]
    public async Task A_newcomer_finds_an_account_with_money()
    {
        var accounts = (await market.Host.Query("{ accounts { name venue kind baseCurrency balances { currency total free } } }")).GetProperty("accounts");

        var paper = Assert.Single(accounts.EnumerateArray(), account => account.GetProperty("name").GetString() == "Paper");
        Assert.Equal(["USD", "USDT"], paper.GetProperty("balances").EnumerateArray().Select(balance => balance.GetProperty("currency").GetString()));
        Assert.All(paper.GetProperty("balances").EnumerateArray(), balance => Assert.Equal("100000", balance.GetProperty("total").GetString()));
    }

    [Fact]
    public async Task A_market_order_is_filled_and_becomes_a_position_a_fill_and_journal_entries_that_balance()
    {
        var account = await OpenWithMoney();

        var order = Assert.Single(await Place(account, """instrumentKey: "SIM:BTCUSD", side: BUY, type: MARKET, quantity: "0.1" """));
        await Until(account, order.GetProperty("id").GetString()!, "FILLED");

        var after = await Read(account, "balances { currency total held } positions { quantity averageCost value cost fees instrument { key } } fills { nodes { quantity price fee orderId } } journal { nodes { kind lines { unit amount } } }");
        var position = Assert.Single(after.GetProperty("positions").EnumerateArray());
        Assert.Equal(("SIM:BTCUSD", "0.1"), (position.GetProperty("instrument").GetProperty("key").GetString(), position.GetProperty("quantity").GetString()));
        var fills = after.GetProperty("fills").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(0.1m, fills.Sum(fill => Decimal(fill, "quantity")));
        Assert.All(fills, fill => Assert.Equal(order.GetProperty("id").GetString(), fill.GetProperty("orderId").GetString()));
        var money = Assert.Single(after.GetProperty("balances").EnumerateArray());
        Assert.Equal(100_000m - Decimal(position, "cost") - Decimal(position, "fees"), Decimal(money, "total"));
        Assert.Equal("0", money.GetProperty("held").GetString());
        var journal = after.GetProperty("journal").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(["DEPOSIT", "FILL"], journal.Select(entry => entry.GetProperty("kind").GetString()).Distinct().Order());
        Assert.All(journal, entry => Assert.All(
            entry.GetProperty("lines").EnumerateArray().GroupBy(line => line.GetProperty("unit").GetString()),
            unit => Assert.Equal(0, unit.Sum(line => Decimal(line, "amount")))));
    }

    [Fact]
    public async Task A_resting_order_is_amended_and_cancelled_and_holds_what_it_may_cost_meanwhile()
    {
        var account = await OpenWithMoney();
        var id = Assert.Single(await Place(account, """instrumentKey: "SIM:BTCUSD", side: BUY, type: LIMIT, quantity: "0.1", limitPrice: "100" """)).GetProperty("id").GetString()!;
        var accepted = await Until(account, id, "ACCEPTED");
        Assert.True(Decimal(Assert.Single((await Read(account, "balances { held }")).GetProperty("balances").EnumerateArray()), "held") >= 10);

        await Ask("amendOrder", account, $$"""orderId: "{{id}}", limitPrice: "200", version: {{accepted.GetProperty("version").GetInt32()}}""");
        var amended = await Until(account, id, "ACCEPTED");
        Assert.Equal("200", amended.GetProperty("limitPrice").GetString());
        var stale = await Ask("amendOrder", account, $$"""orderId: "{{id}}", limitPrice: "300", version: {{accepted.GetProperty("version").GetInt32()}}""");
        Assert.Equal("VERSION_CONFLICT", CodeOf(stale));

        await Ask("cancelOrder", account, $$"""orderId: "{{id}}" """);
        Assert.Equal("CANCELLED_BY_OWNER", (await Until(account, id, "CANCELLED")).GetProperty("code").GetString());
        Assert.Equal("0", Assert.Single((await Read(account, "balances { held }")).GetProperty("balances").EnumerateArray()).GetProperty("held").GetString());
        Assert.Equal("ORDER_NOT_OPEN", CodeOf(await Ask("cancelOrder", account, $$"""orderId: "{{id}}" """)));
    }

    [Fact]
    public async Task A_bracket_places_its_exits_when_its_entry_is_filled_and_closing_the_position_cancels_them()
    {
        var account = await OpenWithMoney();

        var orders = await Place(account, """instrumentKey: "SIM:BTCUSD", side: BUY, type: MARKET, quantity: "0.01", takeProfit: "900000", stopLoss: "100" """);
        Assert.Equal(3, orders.Count);
        var ids = orders.ConvertAll(order => order.GetProperty("id").GetString()!);
        Assert.Equal([ids[2]], orders[1].GetProperty("siblingIds").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(ids[0], orders[2].GetProperty("parentId").GetString());
        foreach (var exit in ids[1..]) await Until(account, exit, "ACCEPTED");

        var closed = await Ask("closePosition", account, """instrumentKey: "SIM:BTCUSD" """);

        Assert.Equal(JsonValueKind.Null, closed.GetProperty("error").ValueKind);
        foreach (var exit in ids[1..]) await Until(account, exit, "CANCELLED");
        await Until(account, closed.GetProperty("orders").EnumerateArray().Single(order => !ids.Contains(order.GetProperty("id").GetString()!)).GetProperty("id").GetString()!, "FILLED");
        Assert.Empty((await Read(account, "positions { quantity }")).GetProperty("positions").EnumerateArray());
    }

    [Fact]
    public async Task What_happens_in_an_account_is_told_to_those_who_watch_it()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var account = await OpenWithMoney();
        using var orders = await Watch.Start(market.Host, $$"""subscription { orderChanged(accountId: "{{account}}") { id status filled } }""", patience.Token);
        using var fills = await Watch.Start(market.Host, $$"""subscription { filled(accountId: "{{account}}") { orderId quantity } }""", patience.Token);
        using var whole = await Watch.Start(market.Host, $$"""subscription { accountChanged(accountId: "{{account}}") { positions { quantity } } }""", patience.Token);
        var bought = 0m;
        await whole.Begin(() => Ask("pay", account, """currency: "EUR", amount: "1" """));
        await orders.Begin(() => Place(account, """instrumentKey: "SIM:BTCUSD", side: BUY, type: LIMIT, quantity: "0.1", limitPrice: "100" """));
        await fills.Begin(Buy);

        var id = await Buy();

        JsonElement order;
        do order = (await orders.Next()).GetProperty("orderChanged");
        while (order.GetProperty("id").GetString() != id || order.GetProperty("status").GetString() != "FILLED");
        for (var filled = 0m; filled < 0.1m;)
        {
            var fill = (await fills.Next()).GetProperty("filled");
            if (fill.GetProperty("orderId").GetString() == id) filled += Decimal(fill, "quantity");
        }
        while ((await whole.Next()).GetProperty("accountChanged").GetProperty("positions").EnumerateArray().Sum(position => Decimal(position, "quantity")) != bought) { }

        async Task<string?> Buy()
        {
            bought += 0.1m;
            return Assert.Single(await Place(account, """instrumentKey: "SIM:BTCUSD", side: BUY, type: MARKET, quantity: "0.1" """)).GetProperty("id").GetString();
        }
    }

    [Fact]
    public async Task Asking_again_with_one_key_does_nothing_twice()
    {
        var account = await OpenWithMoney();
        var input = $$"""accountId: "{{account}}", idempotencyKey: "once", instrumentKey: "SIM:BTCUSD", side: BUY, type: LIMIT, limitPrice: "100", quantity: """;

        var first = await Mutate("placeOrder", input + "\"0.1\"");
        var again = await Mutate("placeOrder", input + "\"0.1\"");
        var other = await Mutate("placeOrder", input + "\"0.2\"");

        Assert.Equal(first.GetProperty("orders").GetRawText(), again.GetProperty("orders").GetRawText());
        Assert.Equal("IDEMPOTENCY_CONFLICT", CodeOf(other));
        Assert.Single((await Read(account, "orders { nodes { id } }")).GetProperty("orders").GetProperty("nodes").EnumerateArray());
    }

    [Fact]
    public async Task The_kill_switch_cancels_all_and_denies_what_comes_after()
    {
        var account = await OpenWithMoney();
        var id = Assert.Single(await Place(account, """instrumentKey: "SIM:BTCUSD", side: BUY, type: LIMIT, quantity: "0.1", limitPrice: "100" """)).GetProperty("id").GetString()!;
        await Until(account, id, "ACCEPTED");

        await Ask("turnKillSwitch", account, "isOn: true");

        Assert.Equal("KILL_SWITCH", (await Until(account, id, "CANCELLED")).GetProperty("code").GetString());
        Assert.Equal("KILL_SWITCH", CodeOf(await Ask("placeOrder", account, """instrumentKey: "SIM:BTCUSD", side: BUY, type: MARKET, quantity: "0.1" """)));
        Assert.True((await Read(account, "isKilled")).GetProperty("isKilled").GetBoolean());
    }

    [Fact]
    public async Task Orders_are_paged_from_the_latest_without_gap_or_overlap()
    {
        var account = await OpenWithMoney();
        for (var i = 0; i < 5; i++) await Place(account, """instrumentKey: "SIM:BTCUSD", side: BUY, type: LIMIT, quantity: "0.1", limitPrice: "100" """);

        var all = await Page(null, 50);
        var seen = new List<string?>();
        string? after = null;
        do
        {
            var page = await Page(after, 2);
            seen.AddRange(Ids(page));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        Assert.Equal(5, seen.Count);
        Assert.Equal(Ids(all), seen);

        async Task<JsonElement> Page(string? cursor, int first) => (await market.Host.Query(
            "query($id: ID!, $first: Int, $after: String) { account(id: $id) { orders(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }",
            new { id = account, first, after = cursor })).GetProperty("account").GetProperty("orders");
        static IEnumerable<string?> Ids(JsonElement page) => page.GetProperty("nodes").EnumerateArray().Select(order => order.GetProperty("id").GetString());
    }

    private async Task<string> OpenWithMoney()
    {
        var opened = await Mutate("openAccount", $$"""idempotencyKey: "{{NextKey()}}", name: "Test" """);
        var account = opened.GetProperty("account").GetProperty("id").GetString()!;
        await Ask("pay", account, """currency: "USD", amount: "100000" """);
        return account;
    }

    private async Task<List<JsonElement>> Place(string account, string input)
    {
        var payload = await Ask("placeOrder", account, input);
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("error").ValueKind);
        return [.. payload.GetProperty("orders").EnumerateArray()];
    }

    private Task<JsonElement> Ask(string mutation, string account, string input) =>
        Mutate(mutation, $$"""accountId: "{{account}}", idempotencyKey: "{{NextKey()}}", {{input}}""");

    private async Task<JsonElement> Mutate(string mutation, string input) => (await market.Host.Query(
        $$"""mutation { {{mutation}}(input: { {{input}} }) { orders { {{Order}} } error { code message } account { id } } }""")).GetProperty(mutation);

    private async Task<JsonElement> Read(string account, string fields) =>
        (await market.Host.Query($$"""query($id: ID!) { account(id: $id) { {{fields}} } }""", new { id = account })).GetProperty("account");

    /// <summary>The order, once it has this status.</summary>
    private async Task<JsonElement> Until(string account, string id, string status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var orders = (await Read(account, $$"""orders { nodes { {{Order}} } }""")).GetProperty("orders").GetProperty("nodes");
            var order = orders.EnumerateArray().Single(order => order.GetProperty("id").GetString() == id);
            if (order.GetProperty("status").GetString() == status) return order;
            Assert.False(patience.IsCancellationRequested, $"The order is still {order}, and not {status}.");
        }
    }

    private static string NextKey() => $"key-{Interlocked.Increment(ref _keys)}";

    private static string? CodeOf(JsonElement payload) => payload.GetProperty("error").GetProperty("code").GetString();

    private static decimal Decimal(JsonElement holder, string name) => decimal.Parse(holder.GetProperty(name).GetString()!);
}
