using System.Buffers.Binary;

namespace Fincord.Schemas.Wire;

/// <summary>Reads protobuf's wire format from a span. What is not well-formed is an <see cref="InvalidDataException"/>.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> source)
{
    private readonly ReadOnlySpan<byte> _source = source;
    private int _position;

    /// <summary>The next field's number and type; false at the end.</summary>
    public bool TryReadTag(out int field, out WireType type)
    {
        (field, type) = (0, default);
        if (_position == _source.Length) return false;
        var tag = Varint();
        if (tag is 0 or > uint.MaxValue) throw new InvalidDataException("A field has no number.");
        (field, type) = ((int)(tag >> 3), (WireType)(tag & 7));
        return true;
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position == _source.Length) throw Truncated();
            var next = _source[_position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new InvalidDataException("A number has more than ten bytes.");
    }

    public long Int64() => unchecked((long)Varint());

    public long SignedInt64()
    {
        var value = Varint();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    public ulong Fixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Varint();
        return length <= int.MaxValue ? Take((int)length) : throw Truncated();
    }

    /// <summary>Passes over a field that a newer program wrote.</summary>
    public void Skip(WireType type)
    {
        switch (type)
        {
            case WireType.Varint: Varint(); break;
            case WireType.Fixed64: Take(sizeof(ulong)); break;
            case WireType.LengthDelimited: Bytes(); break;
            case WireType.Fixed32: Take(sizeof(uint)); break;
            default: throw new InvalidDataException($"There is no wire type {(int)type}.");
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _source.Length - _position) throw Truncated();
        var taken = _source.Slice(_position, length);
        _position += length;
        return taken;
    }

    private static InvalidDataException Truncated() => new("The message ends in the middle of a field.");
}
