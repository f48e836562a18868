using System.Text.Json;
using Fincord.Tests.Npm;

namespace Fincord.EndToEnd.Tests;

/// <summary>What programs from npm find at a host's GraphQL endpoint.</summary>
public sealed class GraphQLPeerTests(ApiTests.SimulatedMarket market) : IClassFixture<ApiTests.SimulatedMarket>
{
    private const int Required = 36;

    // There we answer application/graphql-response+json, as HotChocolate 16 does.
    private static readonly HashSet<string> Excused = ["47DE", "80D8"];

    [Fact]
    public async Task The_schema_that_graphql_js_builds_from_introspection_is_the_one_of_the_schema_document()
    {
        await NpmScript.RunAsync("graphql/schema.mjs", $"{market.Host.Address.TrimEnd('/')}/graphql");
    }

    [Fact]
    public async Task The_audits_of_graphql_http_pass()
    {
        var report = await NpmScript.RunAsync("graphql/audits.mjs", $"{market.Host.Address.TrimEnd('/')}/graphql");

        var audits = report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        var required = audits.Where(audit => !Text(audit, "name").StartsWith("MAY", StringComparison.Ordinal)).ToList();
        Assert.True(required.Count >= Required, $"only {required.Count} audits");
        Assert.Empty(required.Where(audit => Text(audit, "status") != "ok" && !Excused.Contains(Text(audit, "id"))).Select(audit => audit.GetRawText()));
    }

    private static string Text(JsonElement line, string property) => line.GetProperty(property).GetString()!;
}
