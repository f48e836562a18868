using Fincord.Compat.Tests.GraphQL.Authorization;
using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>A class that cannot carry HotChocolate's attributes, described by an <see cref="ObjectType{T}"/>.</summary>
public sealed class ObjectTypeTests
{
    public sealed record Plain(string Word, int Number, string Secret)
    {
        public string? Shout(string mark) => Word + mark;
    }

    public sealed record Chosen(string Kept, string Left);

    public sealed class PlainQuery
    {
        public Plain Plain => new("yes", 7, "hidden");

        public Chosen? Chosen => new("kept", "left");
    }

    public sealed class Clock
    {
        public string Now => "noon";
    }

    public sealed class PlainType : ObjectType<Plain>
    {
        protected override void Configure(IObjectTypeDescriptor<Plain> descriptor)
        {
            descriptor.Name("Named").Description("Described elsewhere.");
            descriptor.Field(plain => plain.Number).Name("count").Description("How many.").Type<StringType>();
            descriptor.Field(plain => plain.Secret).Ignore();
            descriptor.Field(plain => plain.Shout(default!)).Name("loud").Argument("mark", mark => mark.Type<NonNullType<StringType>>().DefaultValue("!"));
            descriptor.Field("time").Type<NonNullType<StringType>>().Resolve(context => context.Service<Clock>().Now);
            descriptor.Field("later").Type<NonNullType<IntType>>().Description("Takes its time.").Resolve(async context =>
            {
                await Task.Yield();
                context.RequestAborted.ThrowIfCancellationRequested();
                return context.Parent<Plain>().Number + context.ArgumentValue<int>("plus");
            }).Argument("plus", plus => plus.Type<NonNullType<IntType>>().Description("What is added.").DefaultValue(1));
            descriptor.Field("double").Resolve(context => context.Parent<Plain>().Number * 2);
            descriptor.Field("text").Resolve(context => context.Selection.ResponseName);
            descriptor.Field("guarded").Type<StringType>().Resolve("gold").Authorize("quiet");
            descriptor.Field("old").Type<StringType>().Resolve("dust").Deprecated("Use guarded.");
        }
    }

    public sealed class ChosenType : ObjectType<Chosen>
    {
        protected override void Configure(IObjectTypeDescriptor<Chosen> descriptor)
        {
            descriptor.Authorize("quiet");
            descriptor.BindFieldsExplicitly();
            descriptor.Field(chosen => chosen.Kept);
        }
    }

    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(
        graphQL => graphQL.AddQueryType<PlainQuery>().AddType<PlainType>().AddType<ChosenType>().AddAuthorization(),
        services =>
        {
            services.AddSingleton<Clock>();
            services.AddAuthorization(options => options.AddPolicy("quiet", policy => policy.RequireRole("librarian")));
            HeaderAuthentication.Add(services);
        });

    [Fact]
    public async Task An_object_type_class_names_and_describes_a_type_from_outside()
    {
        await using var host = await StartAsync();

        Assert.Equal("""{"plain":{"__typename":"Named","word":"yes"}}""", await host.DataAsync("{ plain { __typename word } }"));
    }

    [Fact]
    public async Task It_names_types_and_hides_fields()
    {
        await using var host = await StartAsync();

        Assert.Equal("""{"plain":{"count":"7"}}""", await host.DataAsync("{ plain { count } }"));
        Assert.Contains("secret", (await host.ErrorAsync("{ plain { secret } }")).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_describes_arguments()
    {
        await using var host = await StartAsync();

        Assert.Equal("""{"plain":{"loud":"yes!","very":"yes!!!"}}""", await host.DataAsync("""{ plain { loud very: loud(mark: "!!!") } }"""));
    }

    [Fact]
    public async Task It_adds_fields_with_resolvers_of_their_own()
    {
        await using var host = await StartAsync();

        Assert.Equal("""{"plain":{"time":"noon","later":8,"more":10,"old":"dust","double":14,"called":"called"}}""",
            await host.DataAsync("{ plain { time later more: later(plus: 3) old double called: text } }"));
    }

    [Fact]
    public async Task It_protects_fields_and_types()
    {
        await using var host = await StartAsync();

        var denied = await host.QueryAsync("{ plain { guarded } chosen { kept } }");

        Assert.Equal("""{"plain":{"guarded":null},"chosen":null}""", denied.GetProperty("data").GetRawText());
        host.Client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, "ann librarian");
        Assert.Equal("""{"plain":{"guarded":"gold"},"chosen":{"kept":"kept"}}""", await host.DataAsync("{ plain { guarded } chosen { kept } }"));
    }

    [Fact]
    public async Task The_schema_shows_what_it_says()
    {
        await using var host = await StartAsync();

        var schema = (await host.Services.GetRequestExecutorAsync()).Schema.ToString()!.ReplaceLineEndings("\n");

        Assert.Equal(
            """
            "Described elsewhere."
            type Named {
              "How many."
              count: String
              loud(mark: String! = "!"): String
              time: String! @cost(weight: "10")
              "Takes its time."
              later("What is added." plus: Int! = 1): Int! @cost(weight: "10")
              double: Int! @cost(weight: "10")
              text: String @cost(weight: "10")
              guarded: String @authorize(policy: "quiet") @cost(weight: "10")
              old: String @cost(weight: "10") @deprecated(reason: "Use guarded.")
              word: String!
            }
            """.ReplaceLineEndings("\n"),
            schema.Split("\n\n").Single(part => part.Contains("type Named", StringComparison.Ordinal)));
        Assert.Equal("type Chosen @authorize(policy: \"quiet\") {\n  kept: String!\n}", schema.Split("\n\n").Single(part => part.Contains("type Chosen", StringComparison.Ordinal)));
    }
}
