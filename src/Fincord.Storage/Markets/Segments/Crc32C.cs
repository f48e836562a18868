using System.Buffers.Binary;
using System.Numerics;

namespace Fincord.Storage.Markets.Segments;

/// <summary>The Castagnoli checksum (RFC 3720, appendix B.4), which processors have an instruction for.</summary>
internal static class Crc32C
{
    public const uint Seed = uint.MaxValue;

    /// <summary>The checksum of some bytes: <c>E3069283</c> for the ASCII text <c>123456789</c>.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Append(Seed, bytes);

    /// <summary>Goes on with the bytes that follow; starts from <see cref="Seed"/>, and the checksum is the complement of the end.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var rest in bytes) crc = BitOperations.Crc32C(crc, rest);
        return crc;
    }
}
