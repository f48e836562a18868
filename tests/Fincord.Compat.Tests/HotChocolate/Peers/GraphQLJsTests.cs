using System.Globalization;
using Fincord.Tests.Npm;

namespace Fincord.Compat.Tests.GraphQL.Peers;

/// <summary>
/// Whether graphql-js understands schemas and documents as we do. <c>FINCORD_GRAPHQL_SEED=n</c> makes other documents. HotChocolate itself
/// would not pass: it adds introspection types of its own, and differs from graphql-js in more than <c>deviations.mjs</c> lists.
/// </summary>
public sealed class GraphQLJsTests
{
    private const int Documents = 5_000;

    [Fact]
    public async Task The_schema_that_graphql_js_builds_from_our_introspection_is_our_schema_document()
    {
        await using var host = await PeerSchema.StartAsync();
        await using var market = await MarketSchema.StartAsync();

        await NpmScript.RunAsync("graphql/schema.mjs", PeerSchema.Address(host));
        await NpmScript.RunAsync("graphql/schema.mjs", PeerSchema.Address(market));
    }

    [Fact]
    public async Task Generated_documents_mean_the_same_to_us_and_to_graphql_js()
    {
        await using var host = await PeerSchema.StartAsync();
        var seed = Environment.GetEnvironmentVariable("FINCORD_GRAPHQL_SEED") ?? "1";

        await NpmScript.RunAsync("graphql/differential.mjs",
            PeerSchema.Address(host), "--documents", Documents.ToString(CultureInfo.InvariantCulture), "--seed", seed);
    }
}
