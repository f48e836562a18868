using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>Documents that are refused before anything runs.</summary>
public sealed class ValidationTests
{
    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(builder =>
    {
        MarketSchema.Add(builder);
        builder.AddTypeExtension<PetExtension>().AddType<SchemaTests.Dog>().AddType<SchemaTests.Cat>();
    }, services => services.AddSingleton<Catalogue>());

    [Theory]
    [InlineData("type A { f: Int }", "TypeSystemDefinition")]
    [InlineData("query A { __typename } query A { __typename }", "not unique")]
    [InlineData("{ __typename } query B { __typename }", "short‐hand")]
    [InlineData("subscription { a: quoteChanged(key: \"a\") { bid } b: quoteChanged(key: \"b\") { bid } }", "exactly one root field")]
    [InlineData("subscription { __typename }", "introspection")]
    [InlineData("mutation { a }", "does not support `Mutation`")]
    [InlineData("{ nope }", "`nope` does not exist")]
    [InlineData("{ pets { barks } }", "`barks` does not exist")]
    [InlineData("{ instrument(key: \"a\") }", "selection of subfields")]
    [InlineData("{ instrument(key: \"a\") { key { x } } }", "must not have a selection")]
    [InlineData("{ instrument(key: \"a\") { a: key a: venue } }", "conflict")]
    [InlineData("{ instrument(key: \"a\") { key } instrument(key: \"b\") { key } }", "conflict")]
    [InlineData("{ pets { ... on Dog { x: barks } ... on Cat { x: lives } } }", "conflict")]
    [InlineData("{ instrument(key: \"a\", nope: 1) { key } }", "argument `nope` does not exist")]
    [InlineData("{ instrument(key: \"a\", key: \"b\") { key } }", "More than one argument")]
    [InlineData("{ instrument { key } }", "argument `key` is required")]
    [InlineData("{ instrument(key: null) { key } }", "argument `key` is required")]
    [InlineData("{ ...F ...F } fragment F on Query { __typename } fragment F on Query { __typename }", "multiple fragments")]
    [InlineData("{ ...F } fragment F on Nope { x }", "Unknown type `Nope`")]
    [InlineData("{ ... on InstrumentType { x } }", "unions, interfaces, and objects")]
    [InlineData("{ __typename } fragment F on Query { __typename }", "not used")]
    [InlineData("{ ...G }", "`G` does not exist")]
    [InlineData("{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }", "cycles")]
    [InlineData("{ ... on Dog { name } }", "does not match the type condition")]
    [InlineData("{ instrument(key: 5) { key } }", "does not match the argument type")]
    [InlineData("{ instrument(key: \"a\") { candles(interval: \"M1\") { nodes { open } } } }", "does not match the argument type")]
    [InlineData("{ instrument(key: \"a\") { candles(interval: M2) { nodes { open } } } }", "does not match the argument type")]
    [InlineData("{ __typename @nope }", "`nope` is not supported")]
    [InlineData("{ __typename @deprecated }", "current location")]
    [InlineData("{ __typename @skip(if: true) @skip(if: true) }", "Only one of each directive")]
    [InlineData("{ instrument(key: \"a\") @skip { key } }", "argument `if` is required")]
    [InlineData("query ($a: String!, $a: String!) { instrument(key: $a) { key } }", "more than one variable")]
    [InlineData("query ($a: Instrument) { instrument(key: $a) { key } }", "not an input type")]
    [InlineData("{ instrument(key: $a) { key } }", "not declared: a")]
    [InlineData("query ($a: String!) { __typename }", "not used: a")]
    [InlineData("query ($a: String) { instrument(key: $a) { key } }", "not compatible")]
    [InlineData("query ($a: [String!]!) { instrument(key: $a) { key } }", "not compatible")]
    [InlineData("query ($a: Int = \"x\") { instruments(first: $a) { nodes { key } } }", "does not match the variable type")]
    [InlineData("{ ", "Expected a")]
    [InlineData("{ a } }", "Unexpected token")]
    [InlineData("{ a(b: \"x) }", "Unterminated string")]
    public async Task What_is_wrong_is_said(string query, string part)
    {
        await using var host = await StartAsync();

        var answer = await host.QueryAsync(query);

        Assert.False(answer.TryGetProperty("data", out _));
        Assert.Contains(answer.GetProperty("errors").EnumerateArray(), error =>
            error.GetProperty("message").GetString()!.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("query ($a: String = \"SIM:1\") { instrument(key: $a) { key } }")]
    [InlineData("{ pets { ... on Dog { x: name } ... on Cat { x: name } } }")]
    [InlineData("{ a: instrument(key: \"SIM:1\") { key key ...F } } fragment F on Instrument { key venue ...G } fragment G on Instrument { venue }")]
    [InlineData("# a comment, and commas\n,,query,{,__typename,}")]
    public async Task Unusual_but_valid_documents_run(string query)
    {
        await using var host = await StartAsync();

        await host.DataAsync(query);
    }

    [Fact]
    public async Task An_unknown_field_names_its_type_and_place()
    {
        await using var host = await StartAsync();

        var error = await host.ErrorAsync("{\n  instrument(key: \"a\") { n: nope }\n}");

        Assert.Equal("""[{"line":2,"column":26}]""", error.GetProperty("locations").GetRawText());
        var extensions = error.GetProperty("extensions");
        Assert.Equal(("Instrument", "nope", "n"),
            (extensions.GetProperty("type").GetString(), extensions.GetProperty("field").GetString(),
                extensions.GetProperty("responseName").GetString()));
        Assert.Contains("#sec-Field-Selections", extensions.GetProperty("specifiedBy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_deeper_than_allowed_is_refused()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<ErrorTests.FaultyQuery>().AddMaxExecutionDepthRule(3));

        Assert.Equal("""{"box":{"box":{"number":1}}}""", await host.DataAsync("{ box { box { number } } }"));
        Assert.Contains("depth of 4", (await host.ErrorAsync("{ box { box { box { number } } } }")).GetProperty("message").GetString(),
            StringComparison.Ordinal);
        Assert.Contains("depth of 4", (await host.ErrorAsync("{ box { ...F } } fragment F on FaultyBox { box { box { number } } }")).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Introspection_is_off_outside_development_and_can_be_switched_on()
    {
        await using var closed = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>());
        await using var open = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>().DisableIntrospection(false));
        const string query = "{ __schema { queryType { name } } }";

        Assert.Equal("HC0046", (await closed.ErrorAsync(query)).GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""{"__typename":"Query"}""", await closed.DataAsync("{ __typename }"));
        Assert.Equal("""{"__schema":{"queryType":{"name":"Query"}}}""", await open.DataAsync(query));
    }

    [ExtendObjectType("Query")]
    public sealed class PetExtension
    {
        public SchemaTests.IPet[] Pets => [new SchemaTests.Dog("Rex", true), new SchemaTests.Cat("Tom", 9)];
    }
}
