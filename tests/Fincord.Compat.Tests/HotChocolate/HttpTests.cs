using System.Net;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>GraphQL over HTTP.</summary>
public sealed class HttpTests
{
    private const string Modern = "application/graphql-response+json; charset=utf-8";
    private const string Plain = "application/json; charset=utf-8";

    [Theory]
    [InlineData(null, Modern)]
    [InlineData("*/*", Modern)]
    [InlineData("application/graphql-response+json", Modern)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", Modern)]
    [InlineData("application/json", Plain)]
    public async Task The_media_type_is_what_the_client_accepts(string? accept, string expected)
    {
        await using var host = await MarketSchema.StartAsync();

        using var response = await host.PostAsync(new { query = "{ __typename }" }, accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{ nope }", 400, 200)]
    [InlineData("{", 400, 200)]
    [InlineData("query ($key: String!) { instrument(key: $key) { key } }", 400, 200)]
    [InlineData("query A { __typename } query B { __typename }", 400, 200)]
    [InlineData("{ instrument(key: \"SIM:1\") { candles(interval: M1, first: 1001) { nodes { open } } } }", 200, 200)]
    public async Task The_status_says_whether_the_operation_was_executed_unless_plain_json_is_asked_for(string query, int modern, int plain)
    {
        await using var host = await MarketSchema.StartAsync();

        using var first = await host.PostAsync(new { query }, "application/graphql-response+json");
        using var second = await host.PostAsync(new { query }, "application/json");

        Assert.Equal((modern, plain), ((int)first.StatusCode, (int)second.StatusCode));
    }

    [Theory]
    [InlineData("no json", "HC0012")]
    [InlineData("{}", "HC0012")]
    [InlineData("""{"query":""}""", "HC0012")]
    [InlineData("""{"query":5}""", "HC0012")]
    [InlineData("""{"query":"{__typename}","other":1}""", "HC0012")]
    [InlineData("""{"query":"{__typename}","variables":"x"}""", "HC0012")]
    public async Task A_body_that_is_no_request_is_refused_with_a_code(string body, string code)
    {
        await using var host = await MarketSchema.StartAsync();

        using var response = await host.SendAsync(body, "application/json", "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png", 406, "HC0063")]
    [InlineData("nonsense", 400, "HC0064")]
    public async Task A_client_that_accepts_nothing_we_have_is_told_so(string accept, int status, string code)
    {
        await using var host = await MarketSchema.StartAsync();

        using var response = await host.PostAsync(new { query = "{ __typename }" }, accept);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_json_bodies_are_taken()
    {
        await using var host = await MarketSchema.StartAsync();

        using var response = await host.SendAsync("""{"query":"{__typename}"}""", "text/plain");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Queries_may_come_by_get_with_variables()
    {
        await using var host = await MarketSchema.StartAsync();

        var query = Uri.EscapeDataString("query Find($key: String!) { instrument(key: $key) { key } }");
        var variables = Uri.EscapeDataString("""{"key":"SIM:2"}""");
        var answer = await host.Client.GetStringAsync($"/graphql?query={query}&operationName=Find&variables={variables}");

        Assert.Equal("""{"data":{"instrument":{"key":"SIM:2"}}}""", answer);
    }

    [Fact]
    public async Task Mutations_may_not_come_by_get()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<MarketQueryTests.EchoQuery>().AddMutationType<Counter>());

        using var response = await host.Client.GetAsync("/graphql?query=" + Uri.EscapeDataString("mutation { increase }"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task The_operation_is_chosen_by_name()
    {
        await using var host = await MarketSchema.StartAsync();
        const string query = "query A { a: __typename } query B { b: __typename }";

        using var known = await host.PostAsync(new { query, operationName = "B" });
        using var unknown = await host.PostAsync(new { query, operationName = "C" });

        Assert.Equal("""{"data":{"b":"Query"}}""", await known.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql/schema.graphql")]
    public async Task The_schema_can_be_downloaded(string address)
    {
        await using var host = await MarketSchema.StartAsync();

        using var response = await host.Client.GetAsync(address);

        Assert.Equal("application/graphql", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith((await host.Services.GetRequestExecutorAsync()).Schema.ToString()!, await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_sent_events_carry_results_and_then_complete()
    {
        await using var host = await MarketSchema.StartAsync();

        using var single = await host.PostAsync(new { query = "{ __typename }" }, "text/event-stream");
        using var stream = await host.PostAsync(new { query = "subscription { candleChanged(key: \"a\", interval: S1) { openTime } }" },
            "text/event-stream");

        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        Assert.Equal("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\n\n",
            Lines(await single.Content.ReadAsStringAsync()));
        Assert.Equal(
            string.Concat(Enumerable.Range(0, 3).Select(time =>
                $"event: next\ndata: {{\"data\":{{\"candleChanged\":{{\"openTime\":\"{time}\"}}}}}}\n\n")) + "event: complete\n\n",
            Lines(await stream.Content.ReadAsStringAsync()));
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    public sealed class Counter
    {
        private static int s_count;

        public int Increase() => Interlocked.Increment(ref s_count);
    }
}
