using System.Buffers.Binary;

namespace Fincord.Storage.Markets.Segments;

/// <summary>
/// How a record lies in a segment: the payload's length (uint32), the CRC-32C of length and payload (uint32), the payload; little-endian.
/// </summary>
internal static class RecordFrame
{
    public const int HeaderBytes = 8;
    public const int MaxPayloadBytes = 64 * 1024;
    public const int MaxBytes = HeaderBytes + MaxPayloadBytes;

    /// <summary>Writes the header of the payload that fills the rest of <paramref name="frame"/>.</summary>
    public static void Seal(Span<byte> frame)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)(frame.Length - HeaderBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], Checksum(frame));
    }

    /// <summary>Looks at the frame that <paramref name="bytes"/> start with; <paramref name="payloadLength"/> is its own claim unless it is whole.</summary>
    public static FrameState Examine(ReadOnlySpan<byte> bytes, out int payloadLength)
    {
        payloadLength = 0;
        if (bytes.Length < HeaderBytes) return FrameState.Incomplete;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (length is 0 or > MaxPayloadBytes) return FrameState.Damaged;
        payloadLength = (int)length;
        if (bytes.Length < HeaderBytes + payloadLength) return FrameState.Incomplete;
        var frame = bytes[..(HeaderBytes + payloadLength)];
        return BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]) == Checksum(frame) ? FrameState.Whole : FrameState.Damaged;
    }

    private static uint Checksum(ReadOnlySpan<byte> frame) =>
        ~Crc32C.Append(Crc32C.Append(Crc32C.Seed, frame[..4]), frame[HeaderBytes..]);
}

/// <summary>What bytes that should start with a record are.</summary>
internal enum FrameState
{
    /// <summary>A record as it was written.</summary>
    Whole,
    /// <summary>The beginning of what may be a record.</summary>
    Incomplete,
    /// <summary>No record of ours.</summary>
    Damaged,
}
