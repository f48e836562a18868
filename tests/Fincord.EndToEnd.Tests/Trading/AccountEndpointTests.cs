using System.Text.Json;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>Trading through REST on the real host: good requests, and the code of each bad one.</summary>
public sealed class AccountEndpointTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    private const string Nobody = "01980c5e-0000-7000-8000-000000000000";

    private static int _keys;

    public static TheoryData<string, int, string> BadOrders => new()
    {
        { """{ "quantity": "0" }""", 422, "OUT_OF_RANGE" },
        { """{ "quantity": "-1" }""", 422, "OUT_OF_RANGE" },
        { """{ "quantity": "NaN" }""", 400, "INVALID_ARGUMENT" },
        { """{ "quantity": 1 }""", 400, "INVALID_ARGUMENT" },
        { """{ "quantity": "1e5" }""", 400, "INVALID_ARGUMENT" },
        { """{ "quantity": "99999999999999999999" }""", 422, "PRICE_UNREPRESENTABLE" },
        { """{ "quantity": "0.123456789" }""", 422, "PRICE_UNREPRESENTABLE" },
        { """{ "quantity": "92233720368.54775" }""", 422, "MAX_QUANTITY" },
        { """{ "limitPrice": "0" }""", 422, "OUT_OF_RANGE" },
        { """{ "limitPrice": "-5" }""", 422, "OUT_OF_RANGE" },
        { """{ "limitPrice": "100.001" }""", 422, "PRICE_UNREPRESENTABLE" },
        { """{ "limitPrice": "92233720368547758.07" }""", 422, "MAX_NOTIONAL" },
        { """{ "limitPrice": "92233720368547758.07", "quantity": "92233720368.54775807" }""", 422, "OUT_OF_RANGE" },
        { """{ "type": "STOP", "limitPrice": null, "triggerPrice": "92233720368547758.07" }""", 422, "OUT_OF_RANGE" },
        { """{ "type": "TRAILING_STOP", "limitPrice": null, "trailingPercent": "79228162514264337593543950335" }""", 422, "OUT_OF_RANGE" },
        { """{ "type": "MARKET" }""", 422, "INVALID_TICKET" },
        { """{ "limitPrice": null }""", 422, "INVALID_TICKET" },
        { """{ "side": "HOLD" }""", 400, "INVALID_ARGUMENT" },
        { """{ "side": null }""", 400, "INVALID_ARGUMENT" },
        { """{ "instrumentKey": null }""", 400, "INVALID_ARGUMENT" },
        { """{ "instrumentKey": "BTCUSD" }""", 400, "INVALID_ARGUMENT" },
        { """{ "instrumentKey": "NOWHERE:NOTHING" }""", 404, "UNKNOWN_INSTRUMENT" },
        { """{ "timeInForce": "GOOD_TILL_DATE" }""", 422, "INVALID_TICKET" },
        { """{ "timeInForce": "GOOD_TILL_DATE", "expiresAt": "2020-01-01T00:00:00Z" }""", 422, "ALREADY_EXPIRED" },
        { """{ "expiresAt": "tomorrow" }""", 400, "INVALID_ARGUMENT" },
        { """{ "quantity": "5000" }""", 422, "INSUFFICIENT_BALANCE" },
        { """{ "side": "SELL" }""", 422, "SHORT_NOT_ALLOWED" },
        { """{ "structure": "BRACKET" }""", 400, "INVALID_ARGUMENT" },
        { """{ "orders": [] }""", 400, "INVALID_ARGUMENT" },
    };

    [Theory]
    [MemberData(nameof(BadOrders))]
    public async Task A_bad_order_is_refused_with_its_code(string change, int status, string code)
    {
        var account = await OpenWithMoney();
        var order = new Dictionary<string, object?> { ["instrumentKey"] = "SIM:BTCUSD", ["side"] = "BUY", ["type"] = "LIMIT", ["quantity"] = "0.1", ["limitPrice"] = "100" };
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, object?>>(change)!) order[name] = value;

        var (actual, body) = await market.Host.Send(HttpMethod.Post, $"{account}/orders", order, NextKey());

        Assert.Equal((status, code), (actual, body.GetProperty("code").GetString()));
        Assert.NotEmpty(body.GetProperty("reason").GetString()!);
        var after = await market.Host.GetJson(account);
        Assert.Equal(("0", 0), (after.GetProperty("balances")[0].GetProperty("held").GetString(), after.GetProperty("positions").GetArrayLength()));
    }

    [Fact]
    public async Task A_denied_order_tells_its_numbers_in_the_refusal_and_in_the_list()
    {
        var account = await OpenWithMoney();

        var (_, body) = await market.Host.Send(
            HttpMethod.Post, $"{account}/orders", new { instrumentKey = "SIM:BTCUSD", side = "BUY", type = "LIMIT", quantity = "5000", limitPrice = "100" }, NextKey());

        var denied = (await market.Host.GetJson($"{account}/orders")).GetProperty("results")[0];
        foreach (var numbers in new[] { body, denied.GetProperty("denial") })
            Assert.Equal(("100000", "500500", "USD"), (Text(numbers, "limit"), Text(numbers, "actual"), Text(numbers, "unit")));
        Assert.Equal(("DENIED", "INSUFFICIENT_BALANCE"), (Text(denied, "status"), Text(denied, "code")));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/orders")]
    [InlineData("GET", "/orders/" + Nobody)]
    [InlineData("GET", "/fills")]
    [InlineData("GET", "/journal")]
    [InlineData("GET", "/equity")]
    [InlineData("GET", "/settlements")]
    [InlineData("POST", "/orders", """{ "instrumentKey": "SIM:BTCUSD", "side": "BUY", "type": "MARKET", "quantity": "0.1" }""")]
    [InlineData("PATCH", "/orders/" + Nobody, """{ "quantity": "1" }""")]
    [InlineData("DELETE", "/orders/" + Nobody)]
    [InlineData("DELETE", "/orders")]
    [InlineData("DELETE", "/positions/SIM:BTCUSD")]
    [InlineData("POST", "/payments", """{ "currency": "USD", "amount": "1" }""")]
    [InlineData("PUT", "/kill-switch", """{ "isOn": true }""")]
    public async Task An_account_of_somebody_else_is_not_there(string method, string path, string? body = null)
    {
        var (status, answer) = await market.Host.Send(new(method), $"/api/v1/accounts/{Nobody}{path}", body is null ? null : JsonDocument.Parse(body), NextKey());

        Assert.Equal((404, "UNKNOWN_ACCOUNT"), (status, answer.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/orders?limit=0", 400, "INVALID_ARGUMENT")]
    [InlineData("/orders?after=x", 400, "INVALID_ARGUMENT")]
    [InlineData("/orders?onlyOpen=1", 400, "INVALID_ARGUMENT")]
    [InlineData("/orders/x", 404, "UNKNOWN_ORDER")]
    [InlineData("/fills?after=-1", 400, "INVALID_ARGUMENT")]
    [InlineData("/journal?after=x", 400, "INVALID_ARGUMENT")]
    [InlineData("/equity?from=x", 400, "INVALID_ARGUMENT")]
    public async Task A_bad_question_is_refused_with_its_code(string path, int status, string code)
    {
        var (actual, body) = await market.Host.Send(HttpMethod.Get, await OpenWithMoney() + path);

        Assert.Equal((status, code), (actual, body.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("""{ "currency": "USD" }""", 400, "INVALID_ARGUMENT")]
    [InlineData("""{ "currency": "usd", "amount": "1" }""", 400, "INVALID_ARGUMENT")]
    [InlineData("""{ "currency": "instr:8", "amount": "1" }""", 400, "INVALID_ARGUMENT")]
    [InlineData("""{ "currency": "USD", "amount": "0" }""", 422, "OUT_OF_RANGE")]
    [InlineData("""{ "currency": "USD", "amount": "0.000000001" }""", 422, "OUT_OF_RANGE")]
    [InlineData("""{ "currency": "USD", "amount": "79228162514264337593543950335" }""", 422, "OUT_OF_RANGE")]
    [InlineData("""{ "currency": "USD", "amount": "-100000.01" }""", 422, "INSUFFICIENT_BALANCE")]
    public async Task A_bad_payment_is_refused_with_its_code(string payment, int status, string code)
    {
        var account = await OpenWithMoney();

        var (actual, body) = await market.Host.Send(HttpMethod.Post, $"{account}/payments", JsonDocument.Parse(payment), NextKey());

        Assert.Equal((status, code), (actual, body.GetProperty("code").GetString()));
        Assert.Equal("100000", (await market.Host.GetJson(account)).GetProperty("balances")[0].GetProperty("total").GetString());
    }

    [Theory]
    [InlineData("""{ }""")]
    [InlineData("""{ "name": "a", "leverage": "2" }""")]
    [InlineData("""{ "name": "a", "kind": "MARGIN", "leverage": "1000" }""")]
    [InlineData("""{ "name": "a", "venue": "nowhere" }""")]
    [InlineData("""{ "name": "a", "baseCurrency": "usd" }""")]
    public async Task An_account_that_makes_no_sense_is_not_opened(string account)
    {
        var (status, body) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", JsonDocument.Parse(account), NextKey());

        Assert.Equal((400, "INVALID_ARGUMENT"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Opening_an_account_twice_with_one_key_opens_one_and_another_with_it_none()
    {
        var key = NextKey();

        var (_, first) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "One" }, key);
        var (_, again) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "One" }, key);
        var (status, other) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "Other" }, key);

        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.Equal((409, "IDEMPOTENCY_CONFLICT"), (status, other.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_order_is_placed_once_amended_with_its_version_and_cancelled()
    {
        var account = await OpenWithMoney();
        var order = new { instrumentKey = "SIM:BTCUSD", side = "BUY", type = "LIMIT", quantity = "0.1", limitPrice = "100" };
        var (unnamed, refusal) = await market.Host.Send(HttpMethod.Post, $"{account}/orders", order);
        Assert.Equal((400, "INVALID_ARGUMENT"), (unnamed, refusal.GetProperty("code").GetString()));
        var key = NextKey();
        var (placed, first) = await market.Host.Send(HttpMethod.Post, $"{account}/orders", order, key);
        var (_, again) = await market.Host.Send(HttpMethod.Post, $"{account}/orders", order, key);
        Assert.Equal((201, first.GetRawText()), (placed, again.GetRawText()));
        var path = $"{account}/orders/{first.GetProperty("results")[0].GetProperty("id").GetString()}";
        var version = (await Until(path, "ACCEPTED")).GetProperty("version").GetInt32();

        var (early, _) = await market.Host.Send(HttpMethod.Patch, path, new { limitPrice = "200" }, ("If-Match", $"\"{version - 1}\""));
        Assert.Equal(412, early);
        var (amended, _) = await market.Host.Send(HttpMethod.Patch, path, new { limitPrice = "200" }, ("If-Match", $"\"{version}\""));
        Assert.Equal(200, amended);
        while ((await Until(path, "ACCEPTED")).GetProperty("limitPrice").GetString() != "200") { }
        var (nothing, why) = await market.Host.Send(HttpMethod.Patch, path, new { });
        Assert.Equal((400, "INVALID_ARGUMENT"), (nothing, why.GetProperty("code").GetString()));

        Assert.Equal(200, (await market.Host.Send(HttpMethod.Delete, path)).Status);
        await Until(path, "CANCELLED");
        var (late, body) = await market.Host.Send(HttpMethod.Delete, path);
        Assert.Equal((409, "ORDER_NOT_OPEN"), (late, body.GetProperty("code").GetString()));
        Assert.Empty((await market.Host.GetJson($"{account}/orders?onlyOpen=true")).GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task Settings_are_changed_by_the_version_that_was_seen_and_what_makes_no_sense_is_refused()
    {
        var account = await OpenWithMoney();

        var (changed, view) = await market.Host.Send(HttpMethod.Patch, account, new { name = "Renamed", limits = new { maxOrderNotional = "1000" } }, ("If-Match", "\"1\""));
        var (late, _) = await market.Host.Send(HttpMethod.Patch, account, new { name = "Again" }, ("If-Match", "\"1\""));
        var (nothing, _) = await market.Host.Send(HttpMethod.Patch, account, new { });
        var (lever, leverage) = await market.Host.Send(HttpMethod.Patch, account, new { leverage = "2" });
        var (stranger, _) = await market.Host.Send(HttpMethod.Patch, $"/api/v1/accounts/{Nobody}", new { name = "Mine" });
        var order = new { instrumentKey = "SIM:BTCUSD", side = "BUY", type = "LIMIT", quantity = "1", limitPrice = "1001" };
        var (_, denied) = await market.Host.Send(HttpMethod.Post, $"{account}/orders", order, NextKey());

        Assert.Equal((200, "Renamed", 2), (changed, view.GetProperty("name").GetString(), view.GetProperty("settingsVersion").GetInt32()));
        Assert.Equal("1000", view.GetProperty("limits").GetProperty("maxOrderNotional").GetString());
        Assert.Equal((412, 400, 400, 404), (late, nothing, lever, stranger));
        Assert.Equal("INVALID_ARGUMENT", leverage.GetProperty("code").GetString());
        Assert.Equal("MAX_NOTIONAL", denied.GetProperty("code").GetString());
        Assert.Equal("\"2\"", (await market.Host.Get(account)).Headers.ETag!.Tag);
    }

    private async Task<string> OpenWithMoney()
    {
        var (_, account) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "Test" }, NextKey());
        var path = $"/api/v1/accounts/{account.GetProperty("id").GetString()}";
        await market.Host.Send(HttpMethod.Post, $"{path}/payments", new { currency = "USD", amount = "100000" }, NextKey());
        return path;
    }

    /// <summary>The order, once it has this status.</summary>
    private async Task<JsonElement> Until(string path, string status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var order = await market.Host.GetJson(path);
            if (order.GetProperty("status").GetString() == status) return order;
            Assert.False(patience.IsCancellationRequested, $"The order is still {order}, and not {status}.");
        }
    }

    private static string? Text(JsonElement body, string name) => body.GetProperty(name).GetString();

    private static (string Name, string Value) NextKey() => ("Idempotency-Key", $"key-{Interlocked.Increment(ref _keys)}");
}
