using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Members;

/// <summary>The immutable id of a member, a version-7 GUID, given once. Names change; this does not. The default value is nobody.</summary>
[GenerateSerializer, Immutable, Alias("members.member-id")]
[JsonConverter(typeof(MemberIdJsonConverter))]
public readonly record struct MemberId([property: Id(0)] Guid Value)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else, and for nobody.</summary>
    public static bool TryParse(string? text, out MemberId id)
    {
        id = Guid.TryParseExact(text, "D", out var value) ? new(value) : default;
        return id != default;
    }

    /// <summary>The GUID with hyphens, in lower case.</summary>
    public override string ToString() => Value.ToString("D");
}

/// <summary>A <see cref="MemberId"/> in JSON: the text of its GUID.</summary>
public sealed class MemberIdJsonConverter : GuidJsonConverter<MemberId>
{
    /// <inheritdoc/>
    protected override MemberId FromGuid(Guid guid) => new(guid);

    /// <inheritdoc/>
    protected override Guid ToGuid(MemberId value) => value.Value;
}
