using System.Buffers.Binary;
using System.Text;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// A grain's key as the columns of the table OrleansStorage. What can be read as a Guid or as a hexadecimal number is stored as one, even when
/// the grain has a text key.
/// </summary>
/// <param name="N0">The first half of a Guid; 0 otherwise.</param>
/// <param name="N1">The second half of a Guid, or the number; 0 for text.</param>
/// <param name="Extension">The key extension; for text keys the whole key.</param>
/// <param name="HashBytes">What the hash of the key is made of.</param>
internal readonly record struct AdoNetGrainKey(long N0, long N1, string? Extension, byte[] HashBytes)
{
    public static AdoNetGrainKey Of(GrainId id)
    {
        if (id.TryGetGuidKey(out var guid, out var extension))
        {
            var bytes = guid.ToByteArray();
            return new(
                BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8)), extension,
                Reversed(bytes, extension));
        }
        if (id.TryGetIntegerKey(out var number, out extension))
        {
            var bytes = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            return new(0, number, extension, Reversed(bytes, extension));
        }
        return new(0, 0, id.Key.ToString(), Reversed(id.Key.AsSpan(), extension: null));
    }

    // Orleans hashes the bytes in reverse.
    private static byte[] Reversed(ReadOnlySpan<byte> key, string? extension)
    {
        byte[] bytes = [.. key, .. Encoding.UTF8.GetBytes(extension ?? "")];
        Array.Reverse(bytes);
        return bytes;
    }
}
