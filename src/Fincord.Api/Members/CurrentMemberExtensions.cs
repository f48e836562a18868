using Fincord.Contracts.Members;

namespace Fincord.Api.Members;

/// <summary>What code asks of who is asking, where no attribute can.</summary>
internal static class CurrentMemberExtensions
{
    /// <summary>Throws <see cref="RefusalException"/> when the member lacks a permission.</summary>
    public static void Require(this CurrentMember member, string permission)
    {
        if (!member.May(permission)) throw RefusalException.PermissionDenied(permission);
    }
}
