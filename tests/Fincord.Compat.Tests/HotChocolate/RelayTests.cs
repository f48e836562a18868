using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>Global ids and nodes.</summary>
public sealed class RelayTests
{
    private const string SevenId = "VGhpbmc6Nw==";   // Thing:7

    private static Task<GraphQLHost> StartAsync() =>
        GraphQLHost.StartAsync(builder => builder.AddQueryType<ThingQuery>().AddGlobalObjectIdentification());

    [Fact]
    public async Task An_id_is_the_base64_of_type_name_and_id()
    {
        await using var host = await StartAsync();

        Assert.Equal($$$"""{"thing":{"id":"{{{SevenId}}}"},"other":"T3RoZXI6eA=="}""", await host.DataAsync("{ thing { id } other }"));
    }

    [Fact]
    public async Task A_resolver_gets_the_id_inside_a_global_id()
    {
        await using var host = await StartAsync();

        Assert.Equal("""{"number":7,"count":2}""", await host.DataAsync($"{{ number(id: \"{SevenId}\") count(ids: [\"{SevenId}\", \"{SevenId}\"]) }}"));
        Assert.Equal("""{"number":7}""", await host.DataAsync("query ($id: ID!) { number(id: $id) }", new { id = SevenId }));
    }

    [Theory]
    [InlineData("T3RoZXI6Nw==", "does not match")]
    [InlineData("VGhpbmc6eA==", "invalid format")]
    [InlineData("?", "invalid format")]
    public async Task An_id_of_another_type_or_of_none_is_refused(string id, string part)
    {
        await using var host = await StartAsync();

        Assert.Contains(part, (await host.ErrorAsync($"{{ number(id: \"{id}\") }}")).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_is_fetched_by_its_id()
    {
        await using var host = await StartAsync();

        Assert.Equal(
            $$$"""{"node":{"__typename":"Thing","id":"{{{SevenId}}}","name":"thing 7"},"nodes":[{"id":"{{{SevenId}}}"}]}""",
            await host.DataAsync($"{{ node(id: \"{SevenId}\") {{ __typename id ... on Thing {{ name }} }} nodes(ids: [\"{SevenId}\"]) {{ id }} }}"));
    }

    [Fact]
    public async Task Without_global_identification_ids_are_plain()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<PlainQuery>());

        Assert.Equal("""{"same":"5","other":"x"}""", await host.DataAsync("{ same(id: 5) other }"));
    }

    [Node]
    public sealed record Thing([property: ID] int Id)
    {
        public string Name => $"thing {Id}";

        public static Thing? Get(int id) => new(id);
    }

    public sealed class ThingQuery
    {
        public Thing Thing => new(7);

        [ID("Other")]
        public string Other => "x";

        public int? Number([ID("Thing")] int id) => id;

        public int? Count([ID<Thing>] int[] ids) => ids.Length;
    }

    public sealed class PlainQuery
    {
        [ID]
        public int Same([ID] int id) => id;

        [ID("Other")]
        public string Other => "x";
    }
}
