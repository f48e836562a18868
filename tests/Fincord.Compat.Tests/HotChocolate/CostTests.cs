using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
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
}
