using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Markets;

/// <summary>The immutable number of an instrument, given once and never reused. Keys may change; this does not. The default value, 0, is no instrument.</summary>
[GenerateSerializer, Immutable, Alias("markets.instrument-id")]
[JsonConverter(typeof(InstrumentIdJsonConverter))]
public readonly record struct InstrumentId([property: Id(0)] long Value) : IComparable<InstrumentId>
{
    /// <inheritdoc/>
    public int CompareTo(InstrumentId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>An <see cref="InstrumentId"/> in JSON: a number.</summary>
public sealed class InstrumentIdJsonConverter : Int64JsonConverter<InstrumentId>
{
    /// <inheritdoc/>
    protected override InstrumentId FromCount(long count) => new(count);

    /// <inheritdoc/>
    protected override long ToCount(InstrumentId value) => value.Value;
}
