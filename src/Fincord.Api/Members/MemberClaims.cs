using System.Security.Claims;
using Fincord.Contracts.Members;
using Fincord.Domain.Members;

namespace Fincord.Api.Members;

/// <summary>How a member is written into the claims of an authenticated request, whichever scheme authenticated it, and read from them.</summary>
public static class MemberClaims
{
    /// <summary>The claim with <see cref="CurrentMember.Id"/>, once.</summary>
    public const string Subject = "sub";

    /// <summary>The claim with <see cref="CurrentMember.Name"/>, once.</summary>
    public const string Name = "name";

    /// <summary>The claim with one of <see cref="CurrentMember.Permissions"/>, as often as there are.</summary>
    public const string Permission = "permission";

    /// <summary>The principal of a member whom a scheme has authenticated.</summary>
    public static ClaimsPrincipal ToPrincipal(this CurrentMember member, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, Name, roleType: null);
        identity.AddClaim(new(Subject, member.Id.ToString()));
        identity.AddClaim(new(Name, member.Name));
        identity.AddClaims(member.Permissions.Select(permission => new Claim(Permission, permission)));
        return new(identity);
    }

    /// <summary>The member of a request; null when nobody is logged in, or the principal is no member.</summary>
    public static CurrentMember? ToMember(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } && MemberId.TryParse(principal.FindFirst(Subject)?.Value, out var id)
            ? new(id, principal.Identity.Name ?? id.ToString(), principal.FindAll(Permission).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal))
            : null;
}
