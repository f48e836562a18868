using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Markets;

/// <summary>
/// A price as an exact count of the instrument's smallest price step, 10^-<see cref="Instrument.PriceScale"/> of its currency.
/// It may be negative (spreads, some futures). The default value is zero.
/// </summary>
[GenerateSerializer, Immutable, Alias("markets.price")]
[JsonConverter(typeof(PriceJsonConverter))]
public readonly record struct Price([property: Id(0)] long Count) : IComparable<Price>
{
    /// <inheritdoc/>
    public int CompareTo(Price other) => Count.CompareTo(other.Count);

    /// <summary>Whether the left price is lower.</summary>
    public static bool operator <(Price left, Price right) => left.Count < right.Count;

    /// <summary>Whether the left price is higher.</summary>
    public static bool operator >(Price left, Price right) => left.Count > right.Count;

    /// <summary>Whether the left price is not higher.</summary>
    public static bool operator <=(Price left, Price right) => left.Count <= right.Count;

    /// <summary>Whether the left price is not lower.</summary>
    public static bool operator >=(Price left, Price right) => left.Count >= right.Count;
}

/// <summary>A <see cref="Price"/> in JSON: its count, a number.</summary>
public sealed class PriceJsonConverter : Int64JsonConverter<Price>
{
    /// <inheritdoc/>
    protected override Price FromCount(long count) => new(count);

    /// <inheritdoc/>
    protected override long ToCount(Price value) => value.Count;
}
