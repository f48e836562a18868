using System.Text.Json;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>Actions of instruments and settlement on the real host: REST and GraphQL, good requests and the code of each bad one.</summary>
public sealed class InstrumentActionTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    private static int _keys;

    public static TheoryData<string, int, string> BadActions => new()
    {
        { """{ "newUnits": 0 }""", 422, "OUT_OF_RANGE" },
        { """{ "oldUnits": 0 }""", 422, "OUT_OF_RANGE" },
        { """{ "newUnits": -2 }""", 422, "OUT_OF_RANGE" },
        { """{ "newUnits": 1 }""", 422, "OUT_OF_RANGE" },
        { """{ "newUnits": null }""", 400, "INVALID_ARGUMENT" },
        { """{ "price": null }""", 400, "INVALID_ARGUMENT" },
        { """{ "price": "-1" }""", 422, "OUT_OF_RANGE" },
        { """{ "price": "NaN" }""", 400, "INVALID_ARGUMENT" },
        { """{ "rate": "0.1" }""", 400, "INVALID_ARGUMENT" },
        { """{ "kind": "GIFT" }""", 400, "INVALID_ARGUMENT" },
        { """{ "kind": null }""", 400, "INVALID_ARGUMENT" },
        { """{ "effectiveAt": "soon" }""", 400, "INVALID_ARGUMENT" },
        { """{ "effectiveAt": null }""", 400, "INVALID_ARGUMENT" },
        { """{ "instrumentKey": null }""", 400, "INVALID_ARGUMENT" },
        { """{ "instrumentKey": "NOWHERE:NOTHING" }""", 404, "UNKNOWN_INSTRUMENT" },
        { """{ "kind": "MERGER", "intoKey": "NOWHERE:NOTHING" }""", 404, "UNKNOWN_INSTRUMENT" },
        { """{ "kind": "MERGER", "intoKey": "SIM:BTCUSD" }""", 400, "INVALID_ARGUMENT" },
        { """{ "kind": "FUNDING", "newUnits": null, "oldUnits": null, "rate": "0.0001" }""", 400, "INVALID_ARGUMENT" },
    };

    [Theory]
    [MemberData(nameof(BadActions))]
    public async Task A_bad_action_is_refused_with_its_code(string change, int status, string code)
    {
        var action = Split("2030-01-01T00:00:00Z");
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, object?>>(change)!) action[name] = value;

        var (actual, body) = await market.Host.Send(HttpMethod.Post, "/api/v1/actions", action, NextKey());

        Assert.Equal((status, code), (actual, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_action_is_announced_once_and_listed()
    {
        var (key, action) = (NextKey(), Split("2031-01-01T00:00:00Z"));
        var (unnamed, why) = await market.Host.Send(HttpMethod.Post, "/api/v1/actions", action);
        Assert.Equal((400, "INVALID_ARGUMENT"), (unnamed, why.GetProperty("code").GetString()));

        var (status, first) = await market.Host.Send(HttpMethod.Post, "/api/v1/actions", action, key);
        var (_, again) = await market.Host.Send(HttpMethod.Post, "/api/v1/actions", action, key);
        Assert.Equal((201, first.GetRawText()), (status, again.GetRawText()));
        action["newUnits"] = 3;
        var (other, conflict) = await market.Host.Send(HttpMethod.Post, "/api/v1/actions", action, key);
        Assert.Equal((409, "IDEMPOTENCY_CONFLICT"), (other, conflict.GetProperty("code").GetString()));
        var (twice, taken) = await market.Host.Send(HttpMethod.Post, "/api/v1/actions", action, NextKey());
        Assert.Equal((409, "ACTION_CONFLICT"), (twice, taken.GetProperty("code").GetString()));

        var listed = (await market.Host.GetJson("/api/v1/actions/SIM:BTCUSD")).GetProperty("results").EnumerateArray().Select(item => item.GetProperty("id").GetString());
        Assert.Contains(first.GetProperty("id").GetString(), listed);
    }

    [Fact]
    public async Task GraphQL_announces_lists_and_tells_how_an_account_settles()
    {
        var (_, account) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "Settling" }, NextKey());
        await market.Host.Send(HttpMethod.Post, $"/api/v1/accounts/{account.GetProperty("id").GetString()}/payments", new { currency = "USD", amount = "100" }, NextKey());
        const string announce = """
            mutation { announceAction(input: { idempotencyKey: "graphql", instrumentKey: "SIM:BTCUSD", kind: DIVIDEND, effectiveAt: "2032-01-01T00:00:00Z", cashPerUnit: "1.5" })
            { action { kind cashPerUnit } error { code } } }
            """;

        var announced = (await Ask(announce)).GetProperty("announceAction");
        var refused = (await Ask(announce.Replace("1.5", "0").Replace("\"graphql\"", "\"zero\""))).GetProperty("announceAction");
        var answer = await Ask($$"""
            { instrumentActions(instrumentKey: "SIM:BTCUSD", first: 200) { kind effectiveAt }
              account(id: "{{account.GetProperty("id").GetString()}}") { settlements { cash { currency settled unsettled } instructions { status } } } }
            """);

        Assert.Equal(("DIVIDEND", "1.5"), (announced.GetProperty("action").GetProperty("kind").GetString(), announced.GetProperty("action").GetProperty("cashPerUnit").GetString()));
        Assert.Equal("OUT_OF_RANGE", refused.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("DIVIDEND", answer.GetProperty("instrumentActions").EnumerateArray().Select(action => action.GetProperty("kind").GetString()));
        var cash = Assert.Single(answer.GetProperty("account").GetProperty("settlements").GetProperty("cash").EnumerateArray());
        Assert.Equal(("USD", "100", "0"), (cash.GetProperty("currency").GetString(), cash.GetProperty("settled").GetString(), cash.GetProperty("unsettled").GetString()));
    }

    private async Task<JsonElement> Ask(string query)
    {
        var (_, answer) = await market.Host.Send(HttpMethod.Post, "/graphql", new { query });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    private static Dictionary<string, object?> Split(string at) => new()
    {
        ["instrumentKey"] = "SIM:BTCUSD", ["kind"] = "SPLIT", ["effectiveAt"] = at, ["newUnits"] = 2, ["oldUnits"] = 1, ["price"] = "50",
    };

    private static (string Name, string Value) NextKey() => ("Idempotency-Key", $"action-{Interlocked.Increment(ref _keys)}");
}
