using HotChocolate.Authorization;

namespace Fincord.Compat.Tests.GraphQL.Authorization;

/// <summary>A root that is protected as a whole.</summary>
[Authorize]
[GraphQLName("Query")]
public sealed class ClosedDesk
{
    public string? Secret => "secret";

    [AllowAnonymous]
    public string? Lobby => "lobby";
}

[ExtendObjectType("Query")]
public sealed class ClosedDeskFields
{
    public string? Added => "added";
}

[GraphQLName("Query")]
public sealed class OpenDesk
{
    public string? Secret => "secret";
}

[Authorize]
[ExtendObjectType("Query")]
public sealed class ClosedExtension
{
    public string? More => "more";
}

[Authorize]
[Node]
public sealed record Safe([property: ID] int Id)
{
    public static Safe Get(int id) => new(id);
}

[Node]
public sealed record Box([property: ID] int Id)
{
    public static Box Get(int id) => new(id);
}
