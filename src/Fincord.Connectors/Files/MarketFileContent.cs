using System.IO.Compression;

namespace Fincord.Connectors.Files;

/// <summary>
/// A file's content from its start, unpacked when it is gzip (told by its first bytes, not by its name).
/// Every failure is a <see cref="MarketFileException"/>.
/// </summary>
internal sealed class MarketFileContent : IAsyncDisposable
{
    private const int FewestBytes = 3;

    private readonly string path;
    private readonly Stream content;

    private MarketFileContent(string path, FileStream file, bool isCompressed)
    {
        this.path = path;
        content = isCompressed ? new GZipStream(new GzipWithEnd(file), CompressionMode.Decompress) : file;
        IsCompressed = isCompressed;
    }

    private static ReadOnlySpan<byte> GzipMark => [0x1f, 0x8b];

    /// <summary>Whether the file is gzip.</summary>
    public bool IsCompressed { get; }

    /// <summary>Opens a file.</summary>
    public static MarketFileContent Open(string path)
    {
        if (Directory.Exists(path)) throw new MarketFileException(path, "is a directory, not a file.");
        if (!File.Exists(path)) throw new MarketFileException(path, "does not exist.");
        FileStream? file = null;
        try
        {
            // A pipe or a device has no length, and opening one may wait for ever.
            var target = File.ResolveLinkTarget(Path.GetFullPath(path), returnFinalTarget: true)?.FullName ?? path;
            if (new FileInfo(target).Length == 0) throw new MarketFileException(path, "is empty, or not a regular file.");
            file = new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
            Span<byte> first = stackalloc byte[GzipMark.Length];
            var isCompressed = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(GzipMark);
            file.Position = 0;
            return new(path, file, isCompressed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw Unreadable(path, exception);
        }
    }

    /// <summary>Reads on: at least three bytes, unless the content ends before; 0 when it has ended.</summary>
    public async ValueTask<int> Read(Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await content.ReadAtLeastAsync(buffer, Math.Min(FewestBytes, buffer.Length), throwOnEndOfStream: false, cancellation);
        }
        catch (InvalidDataException exception)
        {
            throw new MarketFileException(path, "is broken or truncated gzip.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => content.DisposeAsync();

    private static MarketFileException Unreadable(string path, Exception exception) =>
        new(path, exception is UnauthorizedAccessException ? "may not be read: permission denied." : $"cannot be read: {exception.Message}", exception);
}
