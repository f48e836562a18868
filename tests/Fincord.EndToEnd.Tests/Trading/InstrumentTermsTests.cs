using System.Text.Json;

namespace Fincord.EndToEnd.Tests.Trading;

/// <summary>Terms, sessions, halts and leagues on the real host, over the simulated market.</summary>
public sealed class InstrumentTermsTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    [Fact]
    public async Task An_instrument_tells_on_what_terms_and_when_it_is_traded()
    {
        var terms = await market.Host.GetJson("/api/v1/instruments/SIM:BTCUSD/terms");
        var session = await market.Host.GetJson("/api/v1/instruments/SIM:BTCUSD/session");
        var frankfurt = (await market.Host.Query(
            """{ instrument(key: "SIM:RHEINWERK") { terms { tickSize lotSize settlementDays calendar } session { phase nextChange nextPhase day timeZone halt { reason } } } }"""))
            .GetProperty("instrument");

        Assert.Equal(("0.01", "0.00001", JsonValueKind.Null), (Text(terms, "tickSize"), Text(terms, "lotSize"), terms.GetProperty("calendar").ValueKind));
        Assert.Equal(("CONTINUOUS", JsonValueKind.Null, "UTC"), (Text(session, "phase"), session.GetProperty("nextChange").ValueKind, Text(session, "timeZone")));
        Assert.Equal(("0.02", "XETR"), (Text(frankfurt.GetProperty("terms"), "tickSize"), Text(frankfurt.GetProperty("terms"), "calendar")));
        Assert.Equal("Europe/Berlin", Text(frankfurt.GetProperty("session"), "timeZone"));
        Assert.NotEqual(JsonValueKind.Null, frankfurt.GetProperty("session").GetProperty("nextChange").ValueKind);
    }

    [Fact]
    public async Task An_operator_halts_an_instrument_and_lets_it_go_on()
    {
        const string Halt = "/api/v1/instruments/SIM:NOVABIO/halt";

        var (status, halted) = await market.Host.Send(HttpMethod.Put, Halt, new { reason = "News pending" });
        Assert.Equal((200, "HALTED", "News pending"), (status, Text(halted, "phase"), Text(halted.GetProperty("halt"), "reason")));
        Assert.Equal("HALTED", Text(await market.Host.GetJson("/api/v1/instruments/SIM:NOVABIO/session"), "phase"));

        var resumed = (await market.Host.Query("""mutation { resumeInstrument(input: { instrumentKey: "SIM:NOVABIO" }) { instrument { session { phase } } error { code } } }"""))
            .GetProperty("resumeInstrument");
        Assert.Equal("CONTINUOUS", Text(resumed.GetProperty("instrument").GetProperty("session"), "phase"));
        Assert.Equal(JsonValueKind.Null, resumed.GetProperty("error").ValueKind);
    }

    [Theory]
    [InlineData("PUT", "SIM:NOVABIO", "", 400, "INVALID_ARGUMENT")]
    [InlineData("PUT", "NOWHERE:NOTHING", "why", 404, "UNKNOWN_INSTRUMENT")]
    [InlineData("DELETE", "NOWHERE:NOTHING", null, 404, "UNKNOWN_INSTRUMENT")]
    [InlineData("DELETE", "nothing", null, 400, "INVALID_ARGUMENT")]
    public async Task A_halt_that_cannot_be_is_refused_with_its_code(string method, string key, string? reason, int status, string code)
    {
        var (actual, body) = await market.Host.Send(new(method), $"/api/v1/instruments/{key}/halt", reason is null ? null : new { reason });

        Assert.Equal((status, code), (actual, Text(body, "code")));
    }

    [Fact]
    public async Task An_account_joins_a_league_by_its_name_or_is_refused()
    {
        var (status, joined) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "Summer", league = "summer-2026" }, ("Idempotency-Key", "league-1"));
        Assert.Equal((201, "summer-2026"), (status, Text(joined, "league")));

        var (refused, body) = await market.Host.Send(HttpMethod.Post, "/api/v1/accounts", new { name = "Summer", league = "Summer!" }, ("Idempotency-Key", "league-2"));
        Assert.Equal((400, "INVALID_ARGUMENT"), (refused, Text(body, "code")));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
