using Fincord.Api.GraphQL;
using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>
/// The GraphQL schema is a reviewed file, since clients are generated from it. After a wanted change: <c>./fincord schema export</c>, or
/// <c>FINCORD_UPDATE_CONTRACTS=1 ./fincord test Architecture</c>; <c>./fincord schema diff</c> names what breaks clients.
/// </summary>
public sealed class GraphQLSchemaTests
{
    private const string File = "schemas/fincord.graphql";

    [Fact]
    public async Task The_GraphQL_schema_is_what_was_reviewed()
    {
        var schema = await SchemaText.Write();
        if (Environment.GetEnvironmentVariable("FINCORD_UPDATE_CONTRACTS") == "1") await System.IO.File.WriteAllTextAsync(Repository.PathOf(File), schema);

        Assert.Equal(Repository.Read(File), schema);
    }
}
