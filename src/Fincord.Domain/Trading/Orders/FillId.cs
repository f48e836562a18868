using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Trading;

/// <summary>The id of a fill, made from the venue's own. An account applies each id once. The default value is no fill.</summary>
[GenerateSerializer, Immutable, Alias("trading.fill-id")]
[JsonConverter(typeof(FillIdJsonConverter))]
public readonly record struct FillId([property: Id(0)] Guid Value) : IComparable<FillId>
{
    /// <summary>
    /// The id of a venue's fill: 128 bits of the SHA-256 of the venue's name, the account and the venue's own id, so that telling it twice tells
    /// the same fill, and both sides of one trade are two fills.
    /// </summary>
    public static FillId Of(string venue, AccountId account, string venueFillId) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{venue}\n{account}\n{venueFillId}")).AsSpan(0, 16)));

    /// <inheritdoc/>
    public int CompareTo(FillId other) => Value.CompareTo(other.Value);

    /// <summary>The text of the GUID, 36 characters.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>A <see cref="FillId"/> in JSON: the text of its GUID.</summary>
public sealed class FillIdJsonConverter : GuidJsonConverter<FillId>
{
    /// <inheritdoc/>
    protected override FillId FromGuid(Guid guid) => new(guid);

    /// <inheritdoc/>
    protected override Guid ToGuid(FillId value) => value.Value;
}
