using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>Arguments, variables and input objects.</summary>
public sealed class InputTests
{
    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(builder => builder
        .AddQueryType<InputQuery>()
        .BindRuntimeType<Symbol, StringType>()
        .AddTypeConverter<string, Symbol>(text => new(text))
        .AddTypeConverter<Symbol, string>(symbol => symbol.Text));

    [Theory]
    [InlineData("{ sum }", """{"sum":"3 x M15 7"}""")]
    [InlineData("{ sum(a: 1, b: null, interval: MN1, c: 2) }", """{"sum":"1  MN1 2"}""")]
    [InlineData("{ numbers(of: [1, 2, 3]) }", """{"numbers":"1,2,3"}""")]
    [InlineData("{ numbers(of: 5) }", """{"numbers":"5"}""")]
    [InlineData("{ numbers }", """{"numbers":"none"}""")]
    [InlineData("{ find(filter: { name: \"n\", ids: [1], interval: M1 }) }", """{"find":"n 5 1 M1 -"}""")]
    [InlineData("{ find(filter: { limit: 1, inner: { name: \"i\" } }) }", """{"find":" 1   i"}""")]
    [InlineData("{ upper(symbol: \"abc\") }", """{"upper":"ABC"}""")]
    [InlineData("{ long(value: 9007199254740993) }", """{"long":9007199254740993}""")]
    [InlineData("{ double(value: 3) }", """{"double":3}""")]
    [InlineData("{ guid(value: \"6F9619FF8B86D011B42D00C04FC964FF\") }", """{"guid":"6f9619ff-8b86-d011-b42d-00c04fc964ff"}""")]
    [InlineData("{ time(value: \"2026-01-02T15:04:05.1234567+01:00\") }", """{"time":"2026-01-02T14:04:05.1234567Z"}""")]
    public async Task Literals_become_what_the_resolver_takes(string query, string expected)
    {
        await using var host = await StartAsync();

        Assert.Equal(expected, await host.DataAsync(query));
    }

    [Fact]
    public async Task Variables_become_what_the_resolver_takes()
    {
        await using var host = await StartAsync();

        var data = await host.DataAsync(
            "query ($f: FilterInput!, $ids: [Int!], $id: Int!, $s: String!, $i: CandleInterval! = S1) { find(filter: $f) numbers(of: $ids) one: numbers(of: [$id, 2]) upper(symbol: $s) sum(interval: $i) }",
            new { f = new { name = "v", ids = new[] { 7, 8 }, interval = "M15" }, ids = new[] { 4 }, id = 1, s = "eth" });

        Assert.Equal("""{"find":"v 5 7;8 M15 -","numbers":"4","one":"1,2","upper":"ETH","sum":"3 x S1 7"}""", data);
    }

    [Fact]
    public async Task A_variable_that_is_not_given_leaves_the_default()
    {
        await using var host = await StartAsync();

        Assert.Equal("""{"sum":"3 x M15 7"}""", await host.DataAsync("query ($a: Int, $b: String) { sum(a: $a, b: $b) }"));
    }

    [Theory]
    [InlineData("query ($v: Int!) { sum(a: $v) }", """{"v":1.5}""")]
    [InlineData("query ($v: Int!) { sum(a: $v) }", """{"v":2147483648}""")]
    [InlineData("query ($v: Int!) { sum(a: $v) }", """{"v":"1"}""")]
    [InlineData("query ($v: Int!) { sum(a: $v) }", """{"v":null}""")]
    [InlineData("query ($v: Int!) { sum(a: $v) }", "{}")]
    [InlineData("query ($v: CandleInterval!) { sum(interval: $v) }", """{"v":"M2"}""")]
    [InlineData("query ($v: FilterInput!) { find(filter: $v) }", """{"v":{"nope":1}}""")]
    [InlineData("query ($v: FilterInput!) { find(filter: $v) }", """{"v":{"ids":[1,"2"]}}""")]
    [InlineData("query ($v: FilterInput!) { find(filter: $v) }", """{"v":5}""")]
    public async Task A_variable_of_the_wrong_type_stops_the_request(string query, string variables)
    {
        await using var host = await StartAsync();

        var answer = await host.QueryAsync(query, System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(variables));

        Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_literal_whose_content_is_wrong_fails_its_field_only()
    {
        await using var host = await StartAsync();

        var answer = await host.QueryAsync("{ ok: upper(symbol: \"x\") time(value: \"yesterday\") }");

        Assert.Equal("""{"ok":"X","time":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal("""["time"]""", answer.GetProperty("errors")[0].GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task A_parameter_that_is_null_by_default_has_no_default_in_the_schema()
    {
        await using var host = await StartAsync();

        Assert.Contains("maybe(a: Int, b: Int! = 1): Int!", (await host.Services.GetRequestExecutorAsync()).Schema.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"maybe":1}""", await host.DataAsync("{ maybe }"));
    }

    [Theory]
    [InlineData("{ pick(one: { a: \"x\" }) }", "x")]
    [InlineData("{ pick(one: { b: 3 }) }", "3")]
    public async Task One_field_of_a_one_of_input_is_taken(string query, string expected)
    {
        await using var host = await StartAsync();

        Assert.Equal($$"""{"pick":"{{expected}}"}""", await host.DataAsync(query));
    }

    [Theory]
    [InlineData("{ pick(one: {}) }")]
    [InlineData("{ pick(one: { a: \"x\", b: 3 }) }")]
    [InlineData("{ pick(one: { a: null }) }")]
    public async Task Any_other_number_of_fields_of_a_one_of_input_is_refused(string query)
    {
        await using var host = await StartAsync();

        Assert.Contains("exactly one field", (await host.ErrorAsync(query)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    public readonly record struct Symbol(string Text);

    public sealed record InnerInput(string Name);

    public sealed record Filter(string? Name, [property: DefaultValue(5)] int Limit, List<int>? Ids, CandleInterval? Interval, InnerInput? Inner);

    [OneOf]
    public sealed record PickInput(string? A, int? B);

    public sealed class InputQuery
    {
        public string Sum(int a = 3, string? b = "x", CandleInterval interval = CandleInterval.M15, [DefaultValue(7)] int c = 0) =>
            $"{a} {b} {interval} {c}";

        public int Maybe(int? a = null, int b = 1) => a ?? b;

        public string Numbers(int[]? of) => of is null ? "none" : string.Join(',', of);

        public string Find(Filter filter) =>
            $"{filter.Name} {filter.Limit} {string.Join(';', filter.Ids ?? [])} {filter.Interval} {(filter.Inner is null ? "-" : filter.Inner.Name)}";

        public Symbol Upper(Symbol symbol) => new(symbol.Text.ToUpperInvariant());

        public long Long(long value) => value;

        public double Double(double value) => value;

        public Guid Guid(Guid value) => value;

        public DateTimeOffset? Time(DateTimeOffset value) => value.ToUniversalTime();

        public string? Pick(PickInput one) => one.A ?? one.B?.ToString();
    }
}
