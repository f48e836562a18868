using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>Connections over lists and queryables.</summary>
public sealed class PagingTests
{
    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(builder => builder.AddQueryType<NumberQuery>());

    private const string Page = "{ nodes pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";

    [Theory]
    [InlineData("first: 2", """{"nodes":[0,1],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"MA==","endCursor":"MQ=="}}""")]
    [InlineData("first: 2, after: \"MQ==\"", """{"nodes":[2,3],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true,"startCursor":"Mg==","endCursor":"Mw=="}}""")]
    [InlineData("first: 5, after: \"MTA=\"", """{"nodes":[11],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true,"startCursor":"MTE=","endCursor":"MTE="}}""")]
    [InlineData("last: 2", """{"nodes":[10,11],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true,"startCursor":"MTA=","endCursor":"MTE="}}""")]
    [InlineData("last: 2, before: \"Mw==\"", """{"nodes":[1,2],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true,"startCursor":"MQ==","endCursor":"Mg=="}}""")]
    [InlineData("first: 0", """{"nodes":[],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""")]
    public async Task A_page_is_cut_by_position(string arguments, string expected)
    {
        await using var host = await StartAsync();

        Assert.Equal($$"""{"numbers":{{expected}}}""", await host.DataAsync($"{{ numbers({arguments}) {Page} }}"));
        Assert.Equal($$"""{"query":{{expected}}}""", await host.DataAsync($"{{ query({arguments}) {Page} }}"));
    }

    [Fact]
    public async Task Ten_items_are_a_page_unless_the_field_says_otherwise()
    {
        await using var host = await StartAsync();

        Assert.Equal("""{"numbers":{"nodes":[0,1,2,3,4,5,6,7,8,9]},"small":{"nodes":[0,1,2]}}""", await host.DataAsync("{ numbers { nodes } small { nodes } }"));
    }

    [Theory]
    [InlineData("first: 51", "HC0051")]
    [InlineData("last: 51", "HC0051")]
    [InlineData("first: -1", "HC0079")]
    [InlineData("after: \"x\"", "HC0078")]
    public async Task Arguments_out_of_range_are_refused_with_a_code(string arguments, string code)
    {
        await using var host = await StartAsync();

        var error = await host.ErrorAsync($"{{ numbers({arguments}) {{ nodes }} }}");

        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_total_count_is_there_on_demand_and_an_edge_has_node_and_cursor()
    {
        await using var host = await StartAsync();

        Assert.Equal("""{"counted":{"totalCount":12,"edges":[{"cursor":"MA==","node":0}]}}""", await host.DataAsync("{ counted(first: 1) { totalCount edges { cursor node } } }"));
    }

    [Fact]
    public async Task Page_sizes_can_be_set_for_the_whole_schema()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<NumberQuery>().ModifyPagingOptions(options => (options.DefaultPageSize, options.MaxPageSize) = (1, 2)));

        Assert.Equal("""{"numbers":{"nodes":[0]}}""", await host.DataAsync("{ numbers { nodes } }"));
        Assert.Equal("HC0051", (await host.ErrorAsync("{ numbers(first: 3) { nodes } }")).GetProperty("extensions").GetProperty("code").GetString());
    }

    public sealed class NumberQuery
    {
        private static readonly int[] All = [.. Enumerable.Range(0, 12)];

        [UsePaging]
        public IEnumerable<int> GetNumbers() => All;

        [UsePaging]
        public IQueryable<int> GetQuery() => All.AsQueryable();

        [UsePaging(DefaultPageSize = 3)]
        public async Task<IReadOnlyList<int>> GetSmallAsync()
        {
            await Task.Yield();
            return All;
        }

        [UsePaging(IncludeTotalCount = true)]
        public List<int> GetCounted() => [.. All];
    }
}
