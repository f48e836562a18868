using System.Buffers.Binary;
using System.Text;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Hashes as Orleans 3 did, for databases that it began. A text key was the number 0 with an extension there, and is hashed as that.</summary>
public class Orleans3CompatibleStorageHashPicker : IStorageHasherPicker
{
    private static readonly JenkinsHasher Jenkins = new(stateName: null);

    /// <inheritdoc/>
    public ICollection<IHasher> HashProviders { get; } = [Jenkins];

    /// <inheritdoc/>
    public IHasher PickHasher<T>(
        string serviceId, string storageProviderInstanceName, string grainType, GrainId grainId, IGrainState<T> grainState, string? tag = null) =>
        grainId.TryGetIntegerKey(out _, out _) || grainId.TryGetGuidKey(out _, out _) ? Jenkins : new JenkinsHasher(grainType);
}

/// <summary>Bob Jenkins' hash of 1996 (http://burtleburtle.net/bob/hash/evahash.html).</summary>
/// <param name="stateName">For text keys the name of the state, which alone is hashed without the number 0 behind it; null for other keys.</param>
internal sealed class JenkinsHasher(string? stateName) : IHasher
{
    private const uint GoldenRatio = 0x9e3779b9;
    private const int BlockLength = 12;

    public string Description => "The hash of Orleans 3 (Jenkins).";

    public int Hash(byte[] data) => stateName is null || data.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(stateName))
        ? Compute(data)
        : Compute([.. data, .. new byte[sizeof(long)]]);

    private static int Compute(ReadOnlySpan<byte> data)
    {
        var (a, b, c) = (GoldenRatio, GoldenRatio, 0u);
        var length = (uint)data.Length;
        unchecked
        {
            for (; data.Length >= BlockLength; data = data[BlockLength..])
            {
                a += BinaryPrimitives.ReadUInt32LittleEndian(data);
                b += BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
                c += BinaryPrimitives.ReadUInt32LittleEndian(data[8..]);
                Mix(ref a, ref b, ref c);
            }
            // The lowest byte of c is kept for the length.
            Span<byte> rest = stackalloc byte[BlockLength];
            data[..Math.Min(8, data.Length)].CopyTo(rest);
            if (data.Length > 8) data[8..].CopyTo(rest[9..]);
            a += BinaryPrimitives.ReadUInt32LittleEndian(rest);
            b += BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            c += BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]) + length;
            Mix(ref a, ref b, ref c);
            return (int)c;
        }
    }

    private static void Mix(ref uint a, ref uint b, ref uint c)
    {
        unchecked
        {
            a = (a - b - c) ^ (c >> 13);
            b = (b - c - a) ^ (a << 8);
            c = (c - a - b) ^ (b >> 13);
            a = (a - b - c) ^ (c >> 12);
            b = (b - c - a) ^ (a << 16);
            c = (c - a - b) ^ (b >> 5);
            a = (a - b - c) ^ (c >> 3);
            b = (b - c - a) ^ (a << 10);
            c = (c - a - b) ^ (b >> 15);
        }
    }
}
