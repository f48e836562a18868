using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>What operations cost, and what they may.</summary>
public sealed class CostTests
{
    private static Task<GraphQLHost> StartAsync(double maxFieldCost = 1000, double maxTypeCost = 1000) => GraphQLHost.StartAsync(builder =>
    {
        MarketSchema.Add(builder);
        builder.ModifyCostOptions(options => (options.EnforceCostLimits, options.MaxFieldCost, options.MaxTypeCost) = (true, maxFieldCost,
            maxTypeCost));
    }, services => services.AddSingleton<Catalogue>());

    [Theory]
    [InlineData("{ instrument(key: \"a\") { key quote { bid } } }", 2, 3)]
    [InlineData("{ instruments(first: 2) { nodes { key } edges { cursor node { key } } pageInfo { hasNextPage } } }", 6, 9)]
    [InlineData("{ instruments { nodes { key quote { bid } } } }", 12, 22)]
    [InlineData("query ($first: Int) { instruments(first: $first) { nodes { key quote { bid } } } }", 52, 102)]
    [InlineData("{ instrument(key: \"a\") { candles(interval: M1, first: 100) { nodes { openTime open } } } }", 12, 103)]
    public async Task The_cost_is_reported_on_demand(string query, double fieldCost, double typeCost)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("GraphQL-Cost", "report");

        using var response = await host.Client.SendAsync(request);

        var cost = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("extensions").GetProperty("operationCost");
        Assert.Equal((fieldCost, typeCost), (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble()));
    }

    [Theory]
    [InlineData(11, 1000, "fieldCost")]
    [InlineData(1000, 102, "typeCost")]
    public async Task An_operation_that_costs_too_much_is_refused(double maxFieldCost, double maxTypeCost, string exceeded)
    {
        await using var host = await StartAsync(maxFieldCost, maxTypeCost);

        using var response = await host.PostAsync(new { query = "{ instrument(key: \"a\") { candles(interval: M1, first: 100) { nodes { openTime open } } } }" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var extensions = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal("HC0047", extensions.GetProperty("code").GetString());
        Assert.True(extensions.TryGetProperty(exceeded, out _));
    }

    [Fact]
    public async Task The_schema_says_what_costs_are_computed_from()
    {
        await using var host = await StartAsync();

        var schema = (await host.Services.GetRequestExecutorAsync()).Schema.ToString()!.ReplaceLineEndings("\n");

        Assert.Contains(
            "  ): CandlesConnection\n    @listSize(\n      assumedSize: 1000\n      slicingArguments: [\"first\"]\n      slicingArgumentDefaultValue: 10\n" +
            "      sizedFields: [\"edges\", \"nodes\"]\n      requireOneSlicingArgument: false\n    )\n    @cost(weight: \"10\")\n",
                schema, StringComparison.Ordinal);
        Assert.Contains("directive @listSize(", schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_within_the_limits_runs()
    {
        await using var host = await StartAsync(12, 103);

        await host.DataAsync("{ instrument(key: \"a\") { candles(interval: M1, first: 100) { nodes { openTime open } } } }");
    }

    [Theory]
    [InlineData("{ plain }", 0, 1)]
    [InlineData("{ heavy }", 7.5, 1)]
    [InlineData("{ weighed { name } }", 1, 4)]
    [InlineData("{ things { name } }", 1, 61)]
    [InlineData("{ sliced(limit: 5) { name } }", 1, 16)]
    [InlineData("{ box(limit: 4) { size items { name } } }", 2, 14)]
    [InlineData("{ argued(text: \"x\") }", 2, 1)]
    public async Task Attributes_say_what_fields_types_and_lists_cost(string query, double fieldCost, double typeCost)
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<Priced>());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("GraphQL-Cost", "report");

        using var response = await host.Client.SendAsync(request);

        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(body.TryGetProperty("errors", out var errors), errors.ToString());
        var cost = body.GetProperty("extensions").GetProperty("operationCost");
        Assert.Equal((fieldCost, typeCost), (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble()));
    }

    [Theory]
    [InlineData("{ sliced { name } }")]
    [InlineData("{ two(limit: 1, count: 2) { name } }")]
    public async Task A_list_may_insist_on_one_argument_that_says_its_size(string query)
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<Priced>());

        var error = await host.ErrorAsync(query);

        Assert.Equal("HC0082", error.GetProperty("extensions").GetProperty("code").GetString());
        await host.DataAsync("{ two(count: 2) { name } }");
    }

    [Fact]
    public async Task The_schema_says_what_attributes_say()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<Priced>());

        var schema = (await host.Services.GetRequestExecutorAsync()).Schema.ToString()!.ReplaceLineEndings("\n");

        Assert.Contains("  heavy: Int! @cost(weight: \"7.5\")\n", schema, StringComparison.Ordinal);
        Assert.Contains("type Thing @cost(weight: \"3\") {", schema, StringComparison.Ordinal);
        Assert.Contains("  things: [Thing!]! @listSize(assumedSize: 20, requireOneSlicingArgument: false)\n", schema, StringComparison.Ordinal);
        Assert.Contains("  sliced(limit: Int): [Thing!]! @listSize(slicingArguments: [\"limit\"])\n", schema, StringComparison.Ordinal);
        Assert.Contains("argued(text: String! @cost(weight: \"2\")): Int!", schema, StringComparison.Ordinal);
    }

    [GraphQLName("Query")]
    public sealed class Priced
    {
        public int Plain => 1;

        [Cost(7.5)]
        public int Heavy => 1;

        public Thing? Weighed => new("w");

        [ListSize(AssumedSize = 20)]
        public IReadOnlyList<Thing> Things => [new("t")];

        [ListSize(SlicingArguments = ["limit"])]
        public IReadOnlyList<Thing> Sliced(int? limit) => [new("t")];

        [ListSize(SlicingArguments = ["limit", "count"])]
        public IReadOnlyList<Thing> Two(int? limit, int? count) => [new("t")];

        [ListSize(SlicingArguments = ["limit"], SizedFields = ["items"], RequireOneSlicingArgument = false)]
        public ThingBox Box(int? limit) => new(1, [new("t")]);

        public int Argued([Cost(2)] string text) => text.Length;
    }

    [Cost(3)]
    public sealed record Thing(string Name);

    public sealed record ThingBox(int Size, IReadOnlyList<Thing> Items);
}
