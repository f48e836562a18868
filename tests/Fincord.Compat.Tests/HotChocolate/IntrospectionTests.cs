using System.Text.Json;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>The schema as data.</summary>
public sealed class IntrospectionTests
{
    [Fact]
    public async Task Types_are_described_in_full()
    {
        await using var host = await MarketSchema.StartAsync();

        var data = await host.DataAsync(
            """
            {
              candle: __type(name: "Candle") { kind name fields { name type { kind name ofType { kind name } } isDeprecated } }
              interval: __type(name: "CandleInterval") { kind enumValues { name } }
              long: __type(name: "Long") { kind specifiedByURL }
              none: __type(name: "Nope") { name }
            }
            """);

        Assert.StartsWith(
            """{"candle":{"kind":"OBJECT","name":"Candle","fields":[{"name":"openTime","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"Timestamp"}},"isDeprecated":false},""", data, StringComparison.Ordinal);
        Assert.EndsWith(
            ""","interval":{"kind":"ENUM","enumValues":[{"name":"S1"},{"name":"M1"},{"name":"M15"},{"name":"MN1"}]},"long":{"kind":"SCALAR","specifiedByURL":"https://scalars.graphql.org/chillicream/long.html"},"none":null}""",
            data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_query_that_tools_send_is_answered()
    {
        await using var host = await MarketSchema.StartAsync();

        var schema = (await host.QueryAsync(ToolQuery)).GetProperty("data").GetProperty("__schema");

        var types = schema.GetProperty("types").EnumerateArray().Select(type => type.GetProperty("name").GetString()).ToList();
        Assert.Equal(types.Count, types.Distinct().Count());
        Assert.Superset(new HashSet<string?> { "Query", "Subscription", "Instrument", "Candle", "CandlesConnection", "PageInfo", "Decimal",
            "Timestamp", "__Type", "__Schema", "Boolean", "String" }, types.ToHashSet());
        Assert.Equal("Query", schema.GetProperty("queryType").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, schema.GetProperty("mutationType").ValueKind);
        Assert.Equal("Subscription", schema.GetProperty("subscriptionType").GetProperty("name").GetString());
        Assert.Superset(new HashSet<string?> { "skip", "include", "deprecated", "specifiedBy" },
            schema.GetProperty("directives").EnumerateArray().Select(directive => directive.GetProperty("name").GetString()).ToHashSet());
        // Every type that a field or argument mentions is there.
        Assert.Subset(types.ToHashSet(), Mentioned(schema).ToHashSet());
    }

    private static IEnumerable<string?> Mentioned(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Mentioned),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "type" ? [Innermost(property.Value)] : Mentioned(property.Value)),
        _ => [],
    };

    private static string? Innermost(JsonElement type) => type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object
        ? Innermost(inner)
        : type.GetProperty("name").GetString();

    private const string ToolQuery =
        """
        query IntrospectionQuery {
          __schema {
            queryType { name } mutationType { name } subscriptionType { name }
            types { ...FullType }
            directives { name description locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } }
        }
        """;
}
