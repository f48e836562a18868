using System.ComponentModel.DataAnnotations;
using Fincord.Contracts.Members;

namespace Fincord.Api.Members;

/// <summary>Settings of who may do what, section <see cref="Section"/> of the configuration.</summary>
public sealed class MemberOptions : IValidatableObject
{
    /// <summary>The section.</summary>
    public const string Section = "Members";

    private const string Everything = "all";

    /// <summary>What the local member may do: <c>all</c>, the default, or permissions with spaces between them, such as <c>markets.read account.read</c>.</summary>
    public string LocalPermissions { get; set; } = Everything;

    /// <summary>The permissions that <see cref="LocalPermissions"/> names.</summary>
    public IReadOnlySet<string> ReadLocalPermissions() =>
        LocalPermissions == Everything ? Permissions.All : Split(LocalPermissions).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LocalPermissions == Everything) yield break;
        foreach (var unknown in Split(LocalPermissions).Where(name => !Permissions.All.Contains(name)))
            yield return new($"Members:LocalPermissions names '{unknown}', which is none of {string.Join(' ', Permissions.All.Order(StringComparer.Ordinal))}.");
    }

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
