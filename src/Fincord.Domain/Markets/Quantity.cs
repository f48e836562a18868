using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Markets;

/// <summary>
/// How much, never which way: an exact count of the instrument's smallest quantity step, 10^-<see cref="Instrument.QuantityScale"/>.
/// Never negative; the default value is zero.
/// </summary>
[GenerateSerializer, Immutable, Alias("markets.quantity")]
[JsonConverter(typeof(QuantityJsonConverter))]
public readonly record struct Quantity : IComparable<Quantity>
{
    /// <summary>A quantity of <paramref name="count"/> steps; throws <see cref="ArgumentOutOfRangeException"/> when negative.</summary>
    public Quantity(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    /// <summary>The count of steps.</summary>
    [Id(0)]
    public long Count { get; private init; }

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => Count.CompareTo(other.Count);

    /// <summary>Whether the left quantity is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.Count < right.Count;

    /// <summary>Whether the left quantity is larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.Count > right.Count;

    /// <summary>Whether the left quantity is not larger.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.Count <= right.Count;

    /// <summary>Whether the left quantity is not smaller.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.Count >= right.Count;
}

/// <summary>A <see cref="Quantity"/> in JSON: its count, a number.</summary>
public sealed class QuantityJsonConverter : Int64JsonConverter<Quantity>
{
    /// <inheritdoc/>
    protected override Quantity FromCount(long count) => new(count);

    /// <inheritdoc/>
    protected override long ToCount(Quantity value) => value.Count;
}
