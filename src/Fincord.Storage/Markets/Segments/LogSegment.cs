using System.Buffers.Binary;
using Fincord.Storage.Files;
using Microsoft.Win32.SafeHandles;

namespace Fincord.Storage.Markets.Segments;

/// <summary>
/// A file of consecutive records of a partition, named by the offset of its first one. It starts with a header of 32 bytes, little-endian:
/// "FCEVENTS", version (uint32), partition (uint32), first offset (int64), reserved (uint32), CRC-32C of these 28 bytes (uint32).
/// </summary>
internal sealed class LogSegment : IDisposable
{
    public const int HeaderBytes = 32;
    public const string Extension = ".log";

    private const uint Version = 1;
    private const int ChecksumAt = 28;

    private readonly Lazy<SafeFileHandle> _handle;

    private LogSegment(string path, long baseOffset, Func<SafeFileHandle> open) =>
        (Path, BaseOffset, _handle) = (path, baseOffset, new(open));

    public string Path { get; }

    /// <summary>The offset of its first record.</summary>
    public long BaseOffset { get; }

    /// <summary>The file, for reading; the partition's last segment is written through it as well. Opened when first asked for.</summary>
    public SafeFileHandle Handle => _handle.Value;

    /// <summary>Makes a new, empty segment whose header and name are durable.</summary>
    public static LogSegment Create(string directory, int partition, long baseOffset)
    {
        var path = System.IO.Path.Combine(directory, $"{baseOffset:D20}{Extension}");
        var handle = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            RandomAccess.Write(handle, Header(partition, baseOffset), 0);
            RandomAccess.FlushToDisk(handle);
            PosixFile.FlushDirectory(directory);
            return new(path, baseOffset, () => handle);
        }
        catch
        {
            // Without its header it would stop the next start.
            handle.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>An existing segment; nothing is read yet.</summary>
    public static LogSegment Open(string path) =>
        long.TryParse(System.IO.Path.GetFileNameWithoutExtension(path), out var baseOffset) && baseOffset >= 0
            ? new(path, baseOffset, () => File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            : throw new StorageException(StorageCodes.Corrupt, $"{path} is not named by an offset, as the segments of an event log are.");

    /// <summary>Whether the header is the one of this segment.</summary>
    public bool HasHeader(int partition)
    {
        Span<byte> found = stackalloc byte[HeaderBytes];
        return RandomAccess.Read(Handle, found, 0) == HeaderBytes && found.SequenceEqual(Header(partition, BaseOffset));
    }

    /// <summary>The exception for bytes at <paramref name="position"/> that are no record.</summary>
    public StorageException Damaged(long position, string reason, Exception? inner = null) =>
        new(StorageCodes.Corrupt, $"The event log is damaged: {Path} at byte {position}: {reason}", inner);

    public void Dispose()
    {
        if (_handle.IsValueCreated) _handle.Value.Dispose();
    }

    private static byte[] Header(int partition, long baseOffset)
    {
        var header = new byte[HeaderBytes];
        "FCEVENTS"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), (uint)partition);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), baseOffset);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(ChecksumAt), Crc32C.Of(header.AsSpan(0, ChecksumAt)));
        return header;
    }
}
