using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>The application's queries, from the document to the answer.</summary>
public sealed class MarketQueryTests
{
    [Fact]
    public async Task An_instrument_comes_with_the_fields_of_its_record_and_of_its_extension()
    {
        await using var host = await MarketSchema.StartAsync();

        var data = await host.DataAsync("{ instrument(key: \"SIM:1\") { __typename id key note type quote { bid ask occurredAt } } }");

        Assert.Equal(
            """{"instrument":{"__typename":"Instrument","id":"1","key":"SIM:1","note":null,"type":"CRYPTO_SPOT","quote":{"bid":"1.50","ask":null,"occurredAt":"7"}}}""", data);
    }

    [Fact]
    public async Task An_unknown_instrument_is_null()
    {
        await using var host = await MarketSchema.StartAsync();

        Assert.Equal("""{"instrument":null}""", await host.DataAsync("{ instrument(key: \"SIM:0\") { key } }"));
    }

    [Fact]
    public async Task A_resolver_that_cuts_its_own_page_keeps_its_cursors()
    {
        await using var host = await MarketSchema.StartAsync();

        var data = await host.DataAsync(
            """
            query ($interval: CandleInterval!, $from: Timestamp, $first: Int) {
              instrument(key: "SIM:1") {
                candles(interval: $interval, from: $from, first: $first) {
                  nodes { openTime open tradeCount revision isClosed } edges { cursor node { openTime } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                }
              }
            }
            """,
            new { interval = "M15", from = "41", first = 2 });

        Assert.Equal(
            """{"instrument":{"candles":{"nodes":[{"openTime":"41","open":"41.10","tradeCount":410,"revision":2,"isClosed":true},{"openTime":"42","open":"42.10","tradeCount":420,"revision":2,"isClosed":true}],"edges":[{"cursor":"41","node":{"openTime":"41"}},{"cursor":"42","node":{"openTime":"42"}}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true,"startCursor":"41","endCursor":"42"}}}}""",
            data);
    }

    [Fact]
    public async Task A_page_that_a_resolver_cuts_is_limited_too()
    {
        await using var host = await MarketSchema.StartAsync();

        var error = await host.ErrorAsync("{ instrument(key: \"SIM:1\") { candles(interval: M1, first: 1001) { nodes { open } } } }");

        Assert.Equal("HC0051", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""["instrument","candles"]""", error.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task Aliases_fragments_and_conditions_shape_the_answer()
    {
        await using var host = await MarketSchema.StartAsync();

        var data = await host.DataAsync(
            """
            query ($yes: Boolean!, $no: Boolean = false) {
              a: instrument(key: "SIM:1") { ...Names id @skip(if: $yes) }
              b: instrument(key: "SIM:2") { ... on Instrument @include(if: $no) { id } ... { venue } key @include(if: $yes) }
            }
            fragment Names on Instrument { key key venue }
            """,
            new { yes = true });

        Assert.Equal("""{"a":{"key":"SIM:1","venue":"SIM"},"b":{"venue":"SIM","key":"SIM:2"}}""", data);
    }

    [Fact]
    public async Task Fields_of_the_same_name_are_merged_and_keep_their_own_conditions()
    {
        await using var host = await MarketSchema.StartAsync();
        const string query = """query ($x: Boolean!) { instrument(key: "SIM:1") @include(if: $x) { key } instrument(key: "SIM:1") { venue } }""";

        Assert.Equal("""{"instrument":{"key":"SIM:1","venue":"SIM"}}""", await host.DataAsync(query, new { x = true }));
        Assert.Equal("""{"instrument":{"venue":"SIM"}}""", await host.DataAsync(query, new { x = false }));
    }

    [Fact]
    public async Task One_document_serves_many_variables()
    {
        await using var host = await MarketSchema.StartAsync();

        for (var id = 1; id <= 5; id++)
        {
            var data = await host.DataAsync("query ($key: String!) { instrument(key: $key) { key } }", new { key = $"SIM:{id}" });
            Assert.Equal($$$"""{"instrument":{"key":"SIM:{{{id}}}"}}""", data);
        }
    }

    [Fact]
    public async Task Strings_reach_resolvers_and_answers_unharmed()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<EchoQuery>());
        const string text = "quote \" backslash \\ newline \n tab \t <é😀> \u0001";

        var answer = await host.QueryAsync("query ($text: String!) { echo(text: $text) }", new { text });
        var escaped = await host.QueryAsync(""" { echo(text: "\"\\\n\u00e9\ud83d\ude00 é") } """);
        var block = await host.QueryAsync("{ echo(text: \"\"\"\n    first\n      second \\\"\"\"\n\n    \"\"\") }");

        Assert.Equal(text, answer.GetProperty("data").GetProperty("echo").GetString());
        Assert.Equal("\"\\\né😀 é", escaped.GetProperty("data").GetProperty("echo").GetString());
        Assert.Equal("first\n  second \"\"\"", block.GetProperty("data").GetProperty("echo").GetString());
    }

    public sealed class EchoQuery
    {
        public string Echo(string text) => text;
    }
}
