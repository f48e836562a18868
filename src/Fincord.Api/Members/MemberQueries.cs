using Fincord.Contracts.Members;
using HotChocolate.Authorization;
using HotChocolate.Language;

namespace Fincord.Api.Members;

/// <summary>Questions about members.</summary>
[ExtendObjectType(OperationType.Query)]
public sealed class MemberQueries
{
    /// <summary>Who is asking.</summary>
    [Authorize]
    public CurrentMemberView? GetMe(CurrentMember member) => new(member.Id.ToString(), member.Name, [.. member.Permissions.Order(StringComparer.Ordinal)]);
}

/// <summary>A member, as they see themselves.</summary>
/// <param name="Id">Their global id, the same for ever.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Permissions">What they may do.</param>
[GraphQLName("Member")]
public sealed record CurrentMemberView([property: ID("Member")] string Id, string Name, IReadOnlyList<string> Permissions);
