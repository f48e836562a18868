using System.Text.Json;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>Limits and kill switches through REST and GraphQL on the real host: what they deny with which numbers, and the code of each bad request.</summary>
public sealed class RiskEndpointTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    private const string Switches = "/api/v1/risk/kill-switches";

    private static int _keys;

    [Theory]
    [InlineData("""{ "maxOrderNotional": "5" }""", "MAX_NOTIONAL", "5", "10", "USD")]
    [InlineData("""{ "maxPositionNotional": "5" }""", "POSITION_LIMIT", "5", "10", "USD")]
    [InlineData("""{ "maxExposure": "5" }""", "EXPOSURE_LIMIT", "5", "10", "USD")]
    [InlineData("""{ "maxExposure": "5", "maxOrderNotional": "6" }""", "MAX_NOTIONAL", "6", "10", "USD")]
    public async Task A_limit_of_an_account_denies_with_its_numbers(string limits, string code, string limit, string actual, string unit)
    {
        var account = await Open(limits);

        var (status, body) = await Place(account);

        Assert.True(status == 422, body.GetRawText());
        Assert.Equal((code, limit, actual, unit), ( Text(body, "code"), Text(body, "limit"), Text(body, "actual"), Text(body, "unit")));
    }

    [Fact]
    public async Task A_second_open_order_is_denied_where_one_is_allowed()
    {
        var account = await Open("""{ "maxOpenOrders": 1 }""");
        Assert.Equal(201, (await Place(account)).Status);

        var (_, body) = await Place(account);

        Assert.Equal(("MAX_OPEN_ORDERS", "1", "2"), (Text(body, "code"), Text(body, "limit"), Text(body, "actual")));
    }

    [Fact]
    public async Task Orders_that_come_faster_than_they_may_are_denied_with_the_rate()
    {
        var account = await Open("""{ "ordersPerSecond": 1, "orderBurst": 1 }""");

        JsonElement body;
        do (_, body) = await Place(account);
        while (!body.TryGetProperty("code", out _));

        Assert.Equal(("ORDER_RATE", "1"), (Text(body, "code"), Text(body, "limit")));
    }

    [Fact]
    public async Task A_reduce_only_order_that_would_open_is_denied_with_what_is_held()
    {
        var account = await Open("{ }");

        var (_, body) = await market.Host.Send(
            HttpMethod.Post, $"{account}/orders",
            new { instrumentKey = "SIM:BTCUSD", side = "SELL", type = "LIMIT", quantity = "0.1", limitPrice = "100", reduceOnly = true }, NextKey());

        Assert.Equal(("REDUCE_ONLY", "0", "0.1"), (Text(body, "code"), Text(body, "limit"), Text(body, "actual")));
    }

    [Fact]
    public async Task A_kill_switch_stops_the_accounts_of_its_scope_and_lets_them_go_on()
    {
        var account = await Open("{ }");
        var (_, placed) = await Place(account);
        var order = $"{account}/orders/{Text(placed.GetProperty("results")[0], "id")}";

        var (status, turned) = await market.Host.Send(HttpMethod.Put, $"{Switches}/venue:paper", new { isOn = true, reason = "A drill." }, NextKey());

        Assert.Equal((200, "venue:paper", 0), (status, Text(turned.GetProperty("killSwitch"), "scope"), turned.GetProperty("unreached").GetArrayLength()));
        var (denied, body) = await Place(account);
        Assert.Equal((422, "KILL_SWITCH", "The kill switch of venue:paper is on."), (denied, Text(body, "code"), Text(body, "reason")));
        await Until(order, "CANCELLED");
        Assert.Equal("venue:paper", Text(await market.Host.GetJson(account), "haltedBy"));
        var listed = await market.Host.Query("{ killSwitches { scope isOn closesPositions reason by at epoch } riskChanges(scope: \"venue:paper\") { kind isOn reason } }");
        var drill = listed.GetProperty("killSwitches").EnumerateArray().Single(known => Text(known, "scope") == "venue:paper");
        Assert.Equal("A drill.", Text(drill, "reason"));
        Assert.Equal("KILL_SWITCH", Text(listed.GetProperty("riskChanges")[0], "kind"));

        var off = await market.Host.Query(
            """mutation { turnScopeKillSwitch(input: { idempotencyKey: "off", scope: "venue:paper", isOn: false, closesPositions: false, reason: "Over." }) { killSwitch { isOn } reached error { code } } }""");
        Assert.False(off.GetProperty("turnScopeKillSwitch").GetProperty("killSwitch").GetProperty("isOn").GetBoolean());
        Assert.Equal(201, (await Place(account)).Status);
    }

    [Theory]
    [InlineData("everything", """{ "isOn": true, "reason": "why" }""")]
    [InlineData("member:me", """{ "isOn": true, "reason": "why" }""")]
    [InlineData("bot:one", """{ "isOn": true }""")]
    [InlineData("bot:one", """{ "reason": "why" }""")]
    [InlineData("bot:one", """{ "isOn": "yes", "reason": "why" }""")]
    public async Task A_kill_switch_that_makes_no_sense_is_refused(string scope, string body)
    {
        var (status, refusal) = await market.Host.Send(HttpMethod.Put, $"{Switches}/{scope}", JsonDocument.Parse(body), NextKey());

        Assert.Equal((400, "INVALID_ARGUMENT"), (status, Text(refusal, "code")));
    }

    [Fact]
    public async Task A_kill_switch_needs_a_key_and_a_key_that_was_used_for_another_is_a_conflict()
    {
        var key = NextKey();
        Assert.Equal(400, (await market.Host.Send(HttpMethod.Put, $"{Switches}/bot:two", new { isOn = true, reason = "why" })).Status);
        Assert.Equal(200, (await market.Host.Send(HttpMethod.Put, $"{Switches}/bot:two", new { isOn = true, reason = "why" }, key)).Status);

        var (status, refusal) = await market.Host.Send(HttpMethod.Put, $"{Switches}/bot:two", new { isOn = false, reason = "why" }, key);

        Assert.Equal((409, "IDEMPOTENCY_CONFLICT"), (status, Text(refusal, "code")));
    }

    [Fact]
    public async Task A_budget_is_shown_with_what_is_used_and_denies_what_goes_beyond()
    {
        var account = await Open("{ }");
        var fund = "/api/v1/risk/budgets/all";
        Assert.Equal(201, (await Place(account)).Status);

        var (status, budget) = await market.Host.Send(HttpMethod.Put, fund, new { maxExposure = "1", ordersPerSecond = 1000, orderBurst = 1000, reason = "A drill." }, NextKey());
        Assert.Equal((200, "1", "USD", true), (status, Text(budget, "maxExposure"), Text(budget, "currency"), budget.GetProperty("isLimited").GetBoolean()));
        Assert.True(decimal.Parse(Text(budget, "used")!) >= 10);

        var (denied, body) = await Place(account);
        Assert.Equal((422, "BUDGET_EXHAUSTED", "20", "USD", "The budget of all is used up."), (denied, Text(body, "code"), Text(body, "actual"), Text(body, "unit"), Text(body, "reason")));

        var none = await market.Host.Query(
            """mutation { setBudget(input: { idempotencyKey: "none", scope: "all", isUnlimited: true, reason: "Over." }) { budget { isLimited } error { code } } }""");
        Assert.False(none.GetProperty("setBudget").GetProperty("budget").GetProperty("isLimited").GetBoolean());
        Assert.False((await market.Host.GetJson(fund)).GetProperty("isLimited").GetBoolean());
        Assert.Equal(201, (await Place(account)).Status);
    }

    [Theory]
    [InlineData("all", """{ "reason": "why" }""")]
    [InlineData("all", """{ "maxExposure": "1" }""")]
    [InlineData("all", """{ "maxExposure": "-1", "reason": "why" }""")]
    [InlineData("all", """{ "maxExposure": "x", "reason": "why" }""")]
    [InlineData("all", """{ "orderBurst": 1, "reason": "why" }""")]
    [InlineData("none", """{ "maxExposure": "1", "reason": "why" }""")]
    public async Task A_budget_that_makes_no_sense_is_refused(string scope, string body)
    {
        var (status, refusal) = await market.Host.Send(HttpMethod.Put, $"/api/v1/risk/budgets/{scope}", JsonDocument.Parse(body), NextKey());

        Assert.Equal((400, "INVALID_ARGUMENT"), (status, Text(refusal, "code")));
    }

    private Task<(int Status, JsonElement Body)> Place(string account) => market.Host.Send(
        HttpMethod.Post, $"{account}/orders",
        new { instrumentKey = "SIM:BTCUSD", side = "BUY", type = "LIMIT", quantity = "0.1", limitPrice = "100" }, NextKey());

    private async Task<string> Open(string limits)
    {
        var (_, account) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "Test", limits = JsonDocument.Parse(limits).RootElement }, NextKey());
        var path = $"/api/v1/accounts/{Text(account, "id")}";
        await market.Host.Send(HttpMethod.Post, $"{path}/payments", new { currency = "USD", amount = "100000" }, NextKey());
        return path;
    }

    private async Task Until(string path, string status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        JsonElement order;
        do order = await market.Host.GetJson(path);
        while (Text(order, "status") != status && !patience.IsCancellationRequested);
        Assert.Equal(status, Text(order, "status"));
    }

    private static string? Text(JsonElement body, string name) => body.GetProperty(name).GetString();

    private static (string Name, string Value) NextKey() => ("Idempotency-Key", $"risk-{Interlocked.Increment(ref _keys)}");
}
