using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Trading;

/// <summary>The id of a fill: a version-7 GUID from the injected generator. An account applies each id once. The default value is no fill.</summary>
[GenerateSerializer, Immutable, Alias("trading.fill-id")]
[JsonConverter(typeof(FillIdJsonConverter))]
public readonly record struct FillId([property: Id(0)] Guid Value) : IComparable<FillId>
{
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
