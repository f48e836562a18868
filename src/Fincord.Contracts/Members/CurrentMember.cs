using Fincord.Domain.Members;

namespace Fincord.Contracts.Members;

/// <summary>
/// Who is asking, and what they may do: resolvers, endpoints and commands take it as a parameter. It is made from the request's authentication
/// and never from what the request says about itself; whoever has no member to show is refused with <see cref="RefusalCodes.Unauthenticated"/>.
/// </summary>
/// <param name="id">The member; whose accounts, bots and alerts are meant.</param>
/// <param name="name">The name to show.</param>
/// <param name="permissions">What they may do, of <see cref="Permissions"/>.</param>
public sealed class CurrentMember(MemberId id, string name, IReadOnlySet<string> permissions)
{
    /// <summary>The member; whose accounts, bots and alerts are meant.</summary>
    public MemberId Id => id;

    /// <summary>The name to show.</summary>
    public string Name => name;

    /// <summary>What they may do, of <see cref="Members.Permissions"/>.</summary>
    public IReadOnlySet<string> Permissions => permissions;

    /// <summary>Whether they may do this.</summary>
    public bool May(string permission) => permissions.Contains(permission);
}
