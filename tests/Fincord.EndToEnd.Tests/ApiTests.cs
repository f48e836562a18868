using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests;

/// <summary>What the API answers to questions good and bad, over the simulated market.</summary>
public sealed class ApiTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    [Theory]
    [InlineData("/api/v1/instruments/XRPETH", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/instruments/NOWHERE:NOTHING", 404, "UNKNOWN_INSTRUMENT")]
    [InlineData("/api/v1/instruments?limit=0", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/instruments?limit=x", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/instruments?after=x", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/instruments/SIM:ACME/candles", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/instruments/SIM:ACME/candles?interval=M2", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/instruments/SIM:ACME/candles?interval=3", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/instruments/SIM:ACME/candles?interval=M1&from=yesterday", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/instruments/SIM:ACME/candles?interval=M1&limit=1001", 400, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/nothing", 404, "NOT_FOUND")]
    [InlineData("/nothing", 404, "NOT_FOUND")]
    public async Task A_refusal_has_one_shape(string path, int status, string code)
    {
        using var response = await market.Host.Get(path);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((status, status, code), ((int)response.StatusCode, body.GetProperty("error").GetInt32(), body.GetProperty("code").GetString()));
        Assert.NotEmpty(body.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task A_symbol_with_spaces_or_a_slash_is_found_by_its_escaped_key()
    {
        var option = await market.Host.GetJson("/api/v1/instruments/" + Uri.EscapeDataString("SIM:ACME  271217C00150000"));

        Assert.Equal("OPTION", option.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    public async Task A_foreign_host_or_origin_is_refused(string header, string value, HttpStatusCode status)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, market.Host.Address + "/api/v1/instruments");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("FOREIGN_ORIGIN", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_refusal_repeats_what_was_sent_but_not_all_of_it_when_it_is_long()
    {
        var (status, refusal) = await market.Host.Send(HttpMethod.Get, $"/api/v1/instruments/{new string('x', 5_000)}");

        Assert.Equal((400, "INVALID_ARGUMENT"), (status, refusal.GetProperty("code").GetString()));
        Assert.InRange(refusal.GetProperty("reason").GetString()!.Length, 1, 500);
        Assert.Contains("xxx…", refusal.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_OpenAPI_document_names_every_endpoint()
    {
        var document = await market.Host.GetJson("/openapi/v1.json");

        Assert.Equal(
            [
                "/api/v1/accounts", "/api/v1/accounts/{account}", "/api/v1/accounts/{account}/equity", "/api/v1/accounts/{account}/fills",
                "/api/v1/accounts/{account}/journal", "/api/v1/accounts/{account}/kill-switch", "/api/v1/accounts/{account}/orders",
                "/api/v1/accounts/{account}/orders/{order}", "/api/v1/accounts/{account}/payments",
                "/api/v1/accounts/{account}/performance", "/api/v1/accounts/{account}/pnl", "/api/v1/accounts/{account}/positions/{key}",
                "/api/v1/accounts/{account}/risk", "/api/v1/accounts/{account}/settlements", "/api/v1/accounts/{account}/statement",
                "/api/v1/accounts/{account}/trades", "/api/v1/actions", "/api/v1/actions/{key}", "/api/v1/instruments",
                "/api/v1/instruments/{key}", "/api/v1/instruments/{key}/candles", "/api/v1/instruments/{key}/halt",
                "/api/v1/instruments/{key}/quote", "/api/v1/instruments/{key}/session", "/api/v1/instruments/{key}/terms",
                "/api/v1/risk/budgets/{scope}", "/api/v1/risk/changes", "/api/v1/risk/kill-switches", "/api/v1/risk/kill-switches/{scope}",
            ],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order());
    }

    [Fact]
    public async Task An_instrument_is_told_with_its_market_and_candles_in_one_question()
    {
        var data = await market.Host.Query(
            """
            { instrument(key: "sim:btcusd") { id key venue symbol name type currency
                quote { bid ask bidSize askSize last lastSize occurredAt }
                candles(interval: M1, first: 2) { nodes { openTime open high low close volume vwap tradeCount revision isClosed } pageInfo { hasNextPage endCursor } } } }
            """);
        var instrument = data.GetProperty("instrument");

        Assert.Equal("SIM:BTCUSD", instrument.GetProperty("key").GetString());
        Assert.Equal("CRYPTO_SPOT", instrument.GetProperty("type").GetString());
        Assert.StartsWith("Instrument:", Encoding.UTF8.GetString(Convert.FromBase64String(instrument.GetProperty("id").GetString()!)), StringComparison.Ordinal);
        Assert.True(decimal.Parse(instrument.GetProperty("quote").GetProperty("bid").GetString()!) < decimal.Parse(instrument.GetProperty("quote").GetProperty("ask").GetString()!));
        var candles = instrument.GetProperty("candles");
        Assert.Equal(2, candles.GetProperty("nodes").GetArrayLength());
        Assert.True(candles.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Fact]
    public async Task Nothing_comes_after_the_end_of_time()
    {
        var page = await market.Host.GetJson("/api/v1/instruments/SIM:ACME/candles?interval=M1&after=2262-04-11T23:47:16.854775807Z");
        var end = Convert.ToBase64String(Encoding.UTF8.GetBytes(long.MaxValue.ToString()));
        var data = await market.Host.Query(
            "query($after: String) { instrument(key: \"SIM:ACME\") { candles(interval: M1, after: $after) { nodes { open } } } }", new { after = end });

        Assert.Equal(0, page.GetProperty("results").GetArrayLength());
        Assert.Equal(0, data.GetProperty("instrument").GetProperty("candles").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Candles_are_paged_without_gap_or_overlap()
    {
        var whole = await market.Host.Candles("SIM:ACME", "M5");
        var pages = await market.Host.Candles("SIM:ACME", "M5", pageSize: 7);

        Assert.True(whole.Count > 20);
        Assert.Equal(whole.Select(candle => candle.OpenTime).Take(20), pages.Select(candle => candle.OpenTime).Take(20));
        Assert.Equal(pages.Select(candle => candle.OpenTime).Distinct().Order(), pages.Select(candle => candle.OpenTime));
    }

    [Theory]
    [InlineData("""{ instrument(key: "XRPETH") { key } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ instrument(key: "SIM:ACME") { candles(interval: M1, first: 1001) { nodes { open } } } }""", "HC0051")]
    [InlineData("""{ instrument(key: "SIM:ACME") { candles(interval: M1, after: "!") { nodes { open } } } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ instruments(after: "e30=") { nodes { key } } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ node(id: "zzz") { id } }""", "INVALID_ARGUMENT")]
    [InlineData("""query ($first: Int) { instruments(first: $first) { nodes { key } } }""", "INVALID_ARGUMENT")]
    public async Task A_GraphQL_refusal_has_its_code(string query, string code)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(market.Host.Address + "/graphql", new { query, variables = new { first = "many" } });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(code, Assert.Single(body.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_unknown_instrument_is_null()
    {
        var data = await market.Host.Query("""{ instrument(key: "NOWHERE:NOTHING") { key } }""");

        Assert.Equal(JsonValueKind.Null, data.GetProperty("instrument").ValueKind);
    }

    [Theory]
    [InlineData("""subscription { quoteChanged(key: "SIM:BTCUSD") { last occurredAt } }""", "quoteChanged")]
    [InlineData("""subscription { candleChanged(key: "SIM:BTCUSD", interval: S1) { openTime close isClosed } }""", "candleChanged")]
    public async Task A_subscription_over_a_WebSocket_tells_of_the_moving_market(string query, string field)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var watch = await Watch.Start(market.Host, query, patience.Token);

        for (var i = 0; i < 3; i++) Assert.Equal(JsonValueKind.Object, (await watch.Next()).GetProperty(field).ValueKind);
    }

    public sealed class SimulatedMarket : IAsyncLifetime
    {
        private readonly TemporaryFolder _data = new();

        internal FincordHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await FincordHost.Start(_data);
            while (!await HasHistory()) { }
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            _data.Dispose();
        }

        // The simulated past comes first; it is there when a candle of the last minute is.
        private async Task<bool> HasHistory()
        {
            var since = DateTime.UtcNow.AddMinutes(-1).ToString("yyyy-MM-ddTHH:mm:ssZ");
            using var response = await Host.Get($"/api/v1/instruments/SIM:BTCUSD/candles?interval=M1&from={since}");
            return response.IsSuccessStatusCode
                && (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").GetArrayLength() > 0;
        }
    }
}
