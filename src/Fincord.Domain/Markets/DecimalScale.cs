using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fincord.Domain.Markets;

/// <summary>
/// How many decimal digits a count has, 0 to 18: with scale 2 the count 10050 is 100.50.
/// The one place where counts and <see cref="decimal"/> meet. The default value is scale 0.
/// </summary>
[GenerateSerializer, Immutable, Alias("markets.decimal-scale")]
[JsonConverter(typeof(DecimalScaleJsonConverter))]
public readonly record struct DecimalScale
{
    /// <summary>The largest scale.</summary>
    public const int MaxDigits = 18;

    /// <summary>A scale of <paramref name="digits"/>; throws <see cref="ArgumentOutOfRangeException"/> outside 0 to 18.</summary>
    public DecimalScale(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxDigits);
        Digits = (byte)digits;
    }

    /// <summary>The number of decimal digits.</summary>
    [Id(0)]
    public byte Digits { get; private init; }

    /// <summary>How many counts are one: a power of ten.</summary>
    public decimal UnitsPerOne => PowersOfTen[Digits];

    /// <summary>The decimal that <paramref name="count"/> stands for, with exactly this many decimal digits.</summary>
    public decimal ToDecimal(long count) => ToDecimal((Int128)count);

    /// <summary>The decimal that <paramref name="count"/> stands for; throws <see cref="OverflowException"/> beyond 96 bits.</summary>
    public decimal ToDecimal(Int128 count)
    {
        var magnitude = (UInt128)Int128.Abs(count);
        if (magnitude >> 96 != 0) throw new OverflowException("The sum has more than 96 bits.");
        unchecked
        {
            return new((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), count < 0, Digits);
        }
    }

    /// <inheritdoc cref="ToDecimal(long)"/>
    public decimal ToDecimal(Price price) => ToDecimal(price.Count);

    /// <inheritdoc cref="ToDecimal(long)"/>
    public decimal ToDecimal(Quantity quantity) => ToDecimal(quantity.Count);

    /// <summary>The count that stands for exactly <paramref name="value"/>; false when it has more digits than the scale or does not fit 64 bits.</summary>
    public bool TryToCount(decimal value, out long count)
    {
        count = 0;
        try
        {
            var scaled = value * PowersOfTen[Digits];
            if (scaled != decimal.Truncate(scaled) || scaled / PowersOfTen[Digits] != value) return false;
            if (scaled is < long.MinValue or > long.MaxValue) return false;
            count = (long)scaled;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static readonly decimal[] PowersOfTen = [.. Enumerable.Range(0, MaxDigits + 1).Select(digits => decimal.Parse("1" + new string('0', digits)))];
}

/// <summary>A <see cref="DecimalScale"/> in JSON: its number of digits.</summary>
public sealed class DecimalScaleJsonConverter : JsonConverter<DecimalScale>
{
    /// <inheritdoc/>
    public override DecimalScale Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DecimalScale value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Digits);
}
