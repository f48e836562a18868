using System.Buffers.Binary;
using System.Text;

namespace Fincord.Schemas.Wire;

/// <summary>
/// Writes protobuf's wire format straight into a span, for the messages of the event log, of which there are millions a second.
/// Everything else uses the generated messages; a test holds the bytes equal to theirs. Fields are numbered below 16, so a tag is one byte.
/// </summary>
internal ref struct WireWriter(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;

    public int Length { get; private set; }

    public void Tag(int field, WireType type) => _destination[Length++] = (byte)((field << 3) | (int)type);

    public void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            _destination[Length++] = (byte)((value & 0x7F) | 0x80);
            value >>= 7;
        }
        _destination[Length++] = (byte)value;
    }

    /// <summary>An int64 field; zero is not written.</summary>
    public void Int64(int field, long value)
    {
        if (value == 0) return;
        Tag(field, WireType.Varint);
        Varint(unchecked((ulong)value));
    }

    /// <summary>A sint64 or sint32 field; zero is not written.</summary>
    public void SignedInt64(int field, long value)
    {
        if (value == 0) return;
        Tag(field, WireType.Varint);
        Varint(unchecked((ulong)((value << 1) ^ (value >> 63))));
    }

    /// <summary>A fixed64 or sfixed64 field; zero is not written.</summary>
    public void Fixed64(int field, ulong value)
    {
        if (value == 0) return;
        Tag(field, WireType.Fixed64);
        BinaryPrimitives.WriteUInt64LittleEndian(_destination[Length..], value);
        Length += sizeof(ulong);
    }

    /// <summary>A string field; the empty string is not written.</summary>
    public void Text(int field, string value)
    {
        if (value.Length == 0) return;
        Tag(field, WireType.LengthDelimited);
        Varint((ulong)Encoding.UTF8.GetByteCount(value));
        Length += Encoding.UTF8.GetBytes(value, _destination[Length..]);
    }

    /// <summary>Starts a message field that takes less than 128 bytes; the answer goes to <see cref="End"/>.</summary>
    public int Begin(int field)
    {
        Tag(field, WireType.LengthDelimited);
        return Length++;
    }

    /// <summary>Ends the message field that <see cref="Begin"/> started.</summary>
    public readonly void End(int begin) => _destination[begin] = checked((byte)(Length - begin - 1));
}
