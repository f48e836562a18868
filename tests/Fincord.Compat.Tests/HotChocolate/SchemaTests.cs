using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>The schema that classes make.</summary>
public sealed class SchemaTests
{
    private static async Task<string> PrintAsync(Action<HotChocolate.Execution.Configuration.IRequestExecutorBuilder> build,
        Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        add?.Invoke(services);
        build(services.AddGraphQLServer());
        await using var provider = services.BuildServiceProvider();
        return (await provider.GetRequestExecutorAsync()).Schema.ToString()!.ReplaceLineEndings("\n");
    }

    /// <summary>The text of one definition, with its description.</summary>
    private static string Definition(string schema, string header) =>
        schema.Split("\n\n").First(part => part.Contains(header, StringComparison.Ordinal)).Trim();

    [Fact]
    public async Task Names_types_and_nulls_are_inferred_from_classes()
    {
        var schema = await PrintAsync(builder => builder.AddQueryType<Shapes>());

        Assert.Equal(
            """
            type Shapes {
              beta: Int!
              zetaAsync: String!
              alpha: String
              list: [String]!
              deep: [[Int!]]
              ipAddress: String!
              flags: [Boolean!]
              named: Float!
            }
            """.ReplaceLineEndings("\n"),
            Definition(schema, "type Shapes {"));
    }

    [Fact]
    public async Task Enum_values_are_upper_case_with_underscores()
    {
        var schema = await PrintAsync(builder => builder.AddQueryType<EnumQuery>());

        Assert.Equal(
            "enum Colour {\n  CRYPTO_SPOT\n  M15\n  MN1\n  FX\n  HTTP_ERROR\n  WEEK\n  OLD @deprecated(reason: \"gone\")\n}",
                Definition(schema, "enum Colour"));
    }

    [Fact]
    public async Task Descriptions_come_from_xml_documentation_and_attributes()
    {
        var schema = await PrintAsync(MarketSchema.Add, services => services.AddSingleton<Catalogue>());

        Assert.Contains("\"The instrument of a key.\"\n  instrument(\"Venue and symbol.\" key: String!): Instrument\n", schema,
            StringComparison.Ordinal);
        Assert.Contains("\"Something that is traded.\"\ntype Instrument {", schema, StringComparison.Ordinal);
        Assert.Contains("\"A decimal number as a string.\"\nscalar Decimal\n", schema, StringComparison.Ordinal);
        Assert.Contains("\"Described.\"\n  described: Int!\n", await PrintAsync(builder => builder.AddQueryType<EnumQuery>()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_and_arguments_can_be_deprecated_renamed_and_left_out()
    {
        var query = Definition(await PrintAsync(builder => builder.AddQueryType<EnumQuery>()), "type Query {");

        Assert.Contains("old: Int! @deprecated(reason: \"Use new.\")", query, StringComparison.Ordinal);
        Assert.Contains("obsolete: Int! @deprecated(reason: \"Really.\")", query, StringComparison.Ordinal);
        Assert.Contains("renamed(other: Int!): Int!", query, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", query, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Extensions_add_replace_and_hide_fields()
    {
        var schema = await PrintAsync(builder => builder
            .AddQueryType<BoxQuery>().AddTypeExtension<BoxExtension>().AddTypeExtension<RootExtension>().AddTypeExtension<GenericExtension>());

        var box = Definition(schema, "type Box {");
        Assert.Contains("added: String!", box, StringComparison.Ordinal);
        Assert.Contains("again: Int!", box, StringComparison.Ordinal);
        Assert.Contains("owner: String!", box, StringComparison.Ordinal);
        Assert.DoesNotContain("ownerId", box, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", box, StringComparison.Ordinal);
        Assert.Contains("more: Int!", Definition(schema, "type Query {"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interfaces_and_unions_are_resolved_by_the_class_of_the_value()
    {
        await using var host = await GraphQLHost.StartAsync(builder =>
            builder.AddQueryType<PetQuery>().AddType<Dog>().AddType<Cat>().AddType<Fish>());

        var data = await host.DataAsync("{ pets { __typename name ... on Dog { barks } ...C } things { __typename ... on Fish { depth } ... on Pet { name } } } fragment C on Cat { lives }");

        Assert.Equal(
            """{"pets":[{"__typename":"Dog","name":"Rex","barks":true},{"__typename":"Cat","name":"Tom","lives":9}],"things":[{"__typename":"Fish","depth":3},{"__typename":"Cat","name":"Kit"}]}""",
            data);
    }

    [Fact]
    public async Task An_own_scalar_replaces_the_built_in_one_and_may_be_specified_elsewhere()
    {
        var schema = await PrintAsync(MarketSchema.Add, services => services.AddSingleton<Catalogue>());

        Assert.Contains("quote: Quote\n", schema, StringComparison.Ordinal);
        Assert.Contains("type Quote {\n  bid: Decimal\n  ask: Decimal\n  occurredAt: Timestamp\n}", schema, StringComparison.Ordinal);
        Assert.Contains("scalar Timestamp", schema, StringComparison.Ordinal);
        Assert.Contains("scalar Long\n  @specifiedBy(url: \"https://scalars.graphql.org/chillicream/long.html\")\n", schema,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registering_a_scalar_with_the_name_of_a_built_in_one_is_refused()
    {
        var exception = await Assert.ThrowsAsync<SchemaException>(() =>
            PrintAsync(builder => builder.AddQueryType<DecimalQuery>().AddType<DecimalScalar>()));

        Assert.Contains("already registered", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_is_named_after_its_field_and_nullable()
    {
        var schema = await PrintAsync(MarketSchema.Add, services => services.AddSingleton<Catalogue>());

        Assert.Contains("): CandlesConnection\n", schema, StringComparison.Ordinal);
        Assert.Equal(
            "\"A connection to a list of items.\"\ntype CandlesConnection {\n  \"Information to aid in pagination.\"\n  pageInfo: PageInfo!\n  \"A list of edges.\"\n  edges: [CandlesEdge!]\n  \"A flattened list of the nodes.\"\n  nodes: [Candle!]\n}",
            Definition(schema, "type CandlesConnection"));
        Assert.Equal(
            "\"An edge in a connection.\"\ntype CandlesEdge {\n  \"A cursor for use in pagination.\"\n  cursor: String!\n  \"The item at the end of the edge.\"\n  node: Candle!\n}",
            Definition(schema, "type CandlesEdge"));
    }

    public sealed class Shapes
    {
        public int GetBeta() => 1;

        public string ZetaAsync() => "";

        public string? Alpha { get; }

        public IReadOnlyList<string?> List { get; } = [];

        public List<List<int>?>? Deep { get; }

        public string IPAddress => "";

        public bool[]? Flags { get; }

        [GraphQLName("named")]
        public double Number => 1;

        public void Nothing() { }
    }

    public enum Colour { CryptoSpot, M15, MN1, FX, HTTPError, [GraphQLName("WEEK")] W1, [GraphQLDeprecated("gone")] Old }

    [GraphQLName("Query")]
    public sealed class EnumQuery
    {
        public Colour Colour => Colour.Old;

        [GraphQLDescription("Described.")]
        public int Described => 1;

        [GraphQLDeprecated("Use new.")]
        public int Old => 1;

        [Obsolete("Really.")]
        public int Obsolete => 1;

        [GraphQLName("renamed")]
        public int X([GraphQLName("other")] int y) => y;

        [GraphQLIgnore]
        public int Hidden => 1;
    }

    public sealed record Box(int Number, string Secret, int OwnerId);

    [GraphQLName("Query")]
    public sealed class BoxQuery
    {
        public Box Box => new(4, "s", 1);
    }

    [ExtendObjectType(typeof(Box), IgnoreProperties = [nameof(Box.Secret)])]
    public sealed class BoxExtension
    {
        public string GetAdded([Parent] Box box) => $"box {box.Number}";

        [BindMember(nameof(Box.OwnerId))]
        public string GetOwner([Parent] Box box) => $"owner {box.OwnerId}";
    }

    [ExtendObjectType<Box>]
    public sealed class GenericExtension
    {
        public int GetAgain([Parent] Box box) => box.Number;
    }

    [ExtendObjectType("Query")]
    public sealed class RootExtension
    {
        public int More => 1;
    }

    [InterfaceType("Pet")]
    public interface IPet
    {
        string Name { get; }
    }

    [UnionType("Thing")]
    public interface IThing;

    public sealed record Dog(string Name, bool Barks) : IPet;

    public sealed record Cat(string Name, int Lives) : IPet, IThing;

    public sealed record Fish(int Depth) : IThing;

    public sealed class PetQuery
    {
        public IReadOnlyList<IPet> Pets => [new Dog("Rex", true), new Cat("Tom", 9)];

        public IThing[] Things => [new Fish(3), new Cat("Kit", 1)];
    }

    public sealed class DecimalQuery
    {
        public decimal Value => 1;
    }
}
