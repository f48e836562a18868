using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fincord.Domain.Markets;

/// <summary>
/// What tells one market trade of an instrument from another: the venue's own trade id, or, where the venue gives none,
/// its time, price, quantity and ordinal among equals. The default value is no id.
/// </summary>
[GenerateSerializer, Immutable, Alias("markets.trade-id")]
[JsonConverter(typeof(TradeIdJsonConverter))]
public readonly record struct TradeId([property: Id(0)] UInt128 Value)
{
    // A number keeps its value (the upper half is zero); any other text becomes 127 bits of its SHA-256 under this mark, so the two never meet.
    private static readonly UInt128 HashMark = UInt128.One << 127;

    /// <summary>The id from the venue's text; throws <see cref="ArgumentException"/> when it is empty.</summary>
    public static TradeId FromVenue(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) throw new ArgumentException("A venue's trade id is not empty.", nameof(text));
        if (text.Length <= 18 && (text[0] != '0' || text.Length == 1) && !text.ContainsAnyExceptInRange('0', '9'))
            return new(ulong.Parse(text));
        Span<byte> utf8 = stackalloc byte[Math.Min(1024, Encoding.UTF8.GetMaxByteCount(text.Length))];
        return Encoding.UTF8.TryGetBytes(text, utf8, out var written) ? Hash(utf8[..written]) : Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The id of a trade to which the venue gives none: the <paramref name="ordinal"/>-th (from 0) of those with this time, price and quantity.</summary>
    public static TradeId FromContent(Timestamp occurredAt, Price price, Quantity quantity, int ordinal)
    {
        Span<byte> content = stackalloc byte[28];
        BitConverter.TryWriteBytes(content, occurredAt.Nanoseconds);
        BitConverter.TryWriteBytes(content[8..], price.Count);
        BitConverter.TryWriteBytes(content[16..], quantity.Count);
        BitConverter.TryWriteBytes(content[24..], ordinal);
        return Hash(content);
    }

    private static TradeId Hash(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash) | HashMark);
    }
}

/// <summary>A <see cref="TradeId"/> in JSON: its number as a string of decimal digits.</summary>
public sealed class TradeIdJsonConverter : JsonConverter<TradeId>
{
    /// <inheritdoc/>
    public override TradeId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UInt128.TryParse(reader.GetString(), out var value) ? new(value) : throw new JsonException("Not a trade id.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TradeId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value.ToString());
}
