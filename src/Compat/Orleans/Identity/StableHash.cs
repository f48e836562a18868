using System.Buffers.Binary;
using System.Numerics;

namespace Orleans.Runtime;

/// <summary>
/// The hash that identities have in every process and release: XXH32 with seed 0, its four bytes swapped.
/// Rows of stores hold it, so it never changes.
/// </summary>
internal static class StableHash
{
    private const uint Prime1 = 0x9E3779B1;
    private const uint Prime2 = 0x85EBCA77;
    private const uint Prime3 = 0xC2B2AE3D;
    private const uint Prime4 = 0x27D4EB2F;
    private const uint Prime5 = 0x165667B1;

    public static int Compute(ReadOnlySpan<byte> data) => unchecked((int)BinaryPrimitives.ReverseEndianness(XxHash32(data)));

    private static uint XxHash32(ReadOnlySpan<byte> data)
    {
        unchecked
        {
            var length = (uint)data.Length;
            uint hash;
            if (data.Length >= 16)
            {
                var (lane1, lane2, lane3, lane4) = (Prime1 + Prime2, Prime2, 0u, 0u - Prime1);
                for (; data.Length >= 16; data = data[16..])
                {
                    lane1 = Round(lane1, BinaryPrimitives.ReadUInt32LittleEndian(data));
                    lane2 = Round(lane2, BinaryPrimitives.ReadUInt32LittleEndian(data[4..]));
                    lane3 = Round(lane3, BinaryPrimitives.ReadUInt32LittleEndian(data[8..]));
                    lane4 = Round(lane4, BinaryPrimitives.ReadUInt32LittleEndian(data[12..]));
                }
                hash = BitOperations.RotateLeft(lane1, 1) + BitOperations.RotateLeft(lane2, 7)
                    + BitOperations.RotateLeft(lane3, 12) + BitOperations.RotateLeft(lane4, 18);
            }
            else
            {
                hash = Prime5;
            }
            hash += length;
            for (; data.Length >= 4; data = data[4..])
                hash = BitOperations.RotateLeft(hash + BinaryPrimitives.ReadUInt32LittleEndian(data) * Prime3, 17) * Prime4;
            foreach (var rest in data) hash = BitOperations.RotateLeft(hash + rest * Prime5, 11) * Prime1;
            hash = (hash ^ (hash >> 15)) * Prime2;
            hash = (hash ^ (hash >> 13)) * Prime3;
            return hash ^ (hash >> 16);
        }
    }

    private static uint Round(uint lane, uint input) => unchecked(BitOperations.RotateLeft(lane + input * Prime2, 13) * Prime1);
}
