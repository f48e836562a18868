using System.Buffers;

namespace Fincord.Connectors.Files;

/// <summary>
/// Cuts content into records without ever holding more than one buffer of it. A record longer than <see cref="MaxRecordLength"/>
/// is passed over, and only its beginning is kept. Take records with <see cref="TryNext"/> until it has none, then <see cref="Fill"/>.
/// </summary>
internal abstract class RecordSplitter(string path, MarketFileContent content) : IDisposable
{
    /// <summary>The longest record in bytes.</summary>
    public const int MaxRecordLength = 65_536;

    private const int BufferLength = 4 * MaxRecordLength;

    // The byte order mark that some programs put before UTF-8.
    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
    private bool atStart = true;

    /// <summary>The file, for messages.</summary>
    protected string Path => path;

    /// <summary>What is buffered and not taken yet.</summary>
    protected ReadOnlySpan<byte> Buffered => buffer.AsSpan(Start, End - Start);

    /// <summary>Whether the content has ended; what is buffered is then its rest.</summary>
    protected bool HasEnded { get; private set; }

    /// <summary>The line that the next byte not taken is on, from 1.</summary>
    protected long NextLine { get; private set; } = 1;

    /// <summary>The place of the last record among all, from 1.</summary>
    public long Ordinal { get; protected set; }

    /// <summary>The line on which the last record starts, from 1.</summary>
    public long Line { get; protected set; }

    /// <summary>Whether the last record was longer than <see cref="MaxRecordLength"/>, so that only its beginning is there.</summary>
    public bool IsOverlong { get; protected set; }

    private int Start { get; set; }

    private int End { get; set; }

    /// <summary>The splitter for a format.</summary>
    public static RecordSplitter Over(string path, MarketFileContent content, MarketFileFormat format) =>
        format is MarketFileFormat.Csv ? new CsvLines(path, content) : new JsonElements(path, content);

    /// <summary>The next record in the buffer; it is valid until the next call. False when the buffer holds no whole record.</summary>
    /// <exception cref="MarketFileException">The content's structure is broken here.</exception>
    public abstract bool TryNext(out ReadOnlySpan<byte> record);

    /// <summary>Reads on; false when the content has ended and every record has been taken.</summary>
    public async ValueTask<bool> Fill(CancellationToken cancellation)
    {
        if (HasEnded) return false;
        Buffered.CopyTo(buffer);
        (Start, End) = (0, End - Start);
        var read = await content.Read(buffer.AsMemory(End), cancellation);
        End += read;
        HasEnded = read == 0;
        if (atStart && Buffered.StartsWith(Mark)) Start = Mark.Length;
        atStart = false;
        return true;
    }

    /// <summary>Takes bytes from the buffer, counting lines.</summary>
    protected void Take(int count)
    {
        NextLine += buffer.AsSpan(Start, count).Count((byte)'\n');
        Start += count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }
}
