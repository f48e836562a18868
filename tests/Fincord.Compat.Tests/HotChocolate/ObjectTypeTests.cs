using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>A class that cannot carry HotChocolate's attributes, described by an <see cref="ObjectType{T}"/>.</summary>
public sealed record Plain(string Word);

public sealed class PlainType : ObjectType<Plain>
{
    protected override void Configure(IObjectTypeDescriptor<Plain> descriptor) => descriptor.Name("Named").Description("Described elsewhere.");
}

public sealed class PlainQuery
{
    public Plain Plain => new("yes");
}

public sealed class ObjectTypeTests
{
    [Fact]
    public async Task An_object_type_class_names_and_describes_a_type_from_outside()
    {
        await using var host = await GraphQLHost.StartAsync(graphQL => graphQL.AddQueryType<PlainQuery>().AddType<PlainType>());

        Assert.Equal("""{"plain":{"__typename":"Named","word":"yes"}}""", await host.DataAsync("{ plain { __typename word } }"));
    }
}
