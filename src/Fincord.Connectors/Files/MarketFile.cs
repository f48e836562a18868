using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>
/// A file of market data: trades or bars, CSV or JSON, plain or gzip. It is read as a stream, so its size does not matter.
/// <para>
/// Trades: JSON <c>[[ms, "id", type, side, price, amount, cost], …]</c>; CSV <c>time,price,amount</c> without a header, or with one that names
/// a time, a price and an amount, and perhaps a side and an id. Bars: JSON <c>[[ms, open, high, low, close, volume], …]</c>; CSV of the same
/// columns with or without a header. Times in CSV are RFC 3339, dates, or numbers since 1970 in s, ms, µs or ns; without an offset they are UTC.
/// </para>
/// </summary>
public sealed class MarketFile
{
    private const int ContentIdDigits = 16;
    private const int BufferLength = 131_072;

    // Batches of trades stay below the size from which arrays are kept out of the young generation.
    private const int BatchSize = 1_024;

    private readonly RecordLayout layout;
    private readonly (long Length, DateTime WrittenAt) version;

    private MarketFile(string path, string contentId, bool isCompressed, RecordLayout layout, CandleInterval? interval, (long, DateTime) version)
    {
        Path = path;
        Source = "file:" + contentId;
        IsCompressed = isCompressed;
        Interval = interval;
        this.layout = layout;
        this.version = version;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The name of this source of events, by its content: <c>file:</c> and 16 hexadecimal digits, the same for a file plain and packed.</summary>
    public string Source { get; }

    /// <summary>Whether it holds trades or bars.</summary>
    public MarketFileKind Kind => layout.Kind;

    /// <summary>How it is written.</summary>
    public MarketFileFormat Format => layout.Format;

    /// <summary>Whether it is gzip.</summary>
    public bool IsCompressed { get; }

    /// <summary>The length of its bars: the smallest distance between two. Null for trades.</summary>
    public CandleInterval? Interval { get; }

    /// <summary>Looks at a file: reads it once to know its content by, and its beginning (of bars all) to know its format by.</summary>
    /// <exception cref="MarketFileException">The file cannot be read, or is in no format that is read here.</exception>
    public static async Task<MarketFile> OpenAsync(string path, CancellationToken cancellation = default)
    {
        var (contentId, isCompressed) = await Identify(path, cancellation);
        var opened = VersionOf(path);
        var found = await FormatDetector.Detect(path, cancellation);
        CandleInterval? interval = found.Kind is MarketFileKind.Bars ? await BarSpacing.Infer(path, found, cancellation) : null;
        return new(path, contentId, isCompressed, found, interval, opened);
    }

    /// <summary>Reads all records, from the first, as trades or bars of <paramref name="instrument"/>, in batches of at most 1,024 records.</summary>
    /// <exception cref="MarketFileException">The file changed since it was opened, or its content breaks off; what came before has been given.</exception>
    public async IAsyncEnumerable<MarketFileBatch> ReadAsync(Instrument instrument, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var content = MarketFileContent.Open(Path);
        using var records = RecordSplitter.Over(Path, content, layout.Format);
        var parser = new RecordParser(layout, Interval.GetValueOrDefault(), instrument);
        MarketFileException? broken = null;
        bool hasMore;
        do
        {
            hasMore = false;
            try
            {
                AddBatch(records, parser);
                hasMore = parser.Count >= BatchSize || await records.Fill(cancellation);
            }
            catch (MarketFileException exception)
            {
                broken = exception;
            }
            if (parser.Count >= BatchSize || (!hasMore && parser.Count > 0)) yield return parser.TakeBatch();
        }
        while (hasMore);
        if (broken is not null) throw broken;
        if (VersionOf(Path) != version) throw new MarketFileException(Path, "was changed while it was being read.");
    }

    private void AddBatch(RecordSplitter records, RecordParser parser)
    {
        if (parser.Count == 0) parser.Expect(BatchSize);
        while (parser.Count < BatchSize && records.TryNext(out var record))
        {
            if (layout.HasHeader && records.Ordinal == 1) continue;
            parser.Add(records, layout.HasHeader ? records.Ordinal - 1 : records.Ordinal, record);
        }
    }

    private static async Task<(string ContentId, bool IsCompressed)> Identify(string path, CancellationToken cancellation)
    {
        await using var content = MarketFileContent.Open(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            while (await content.Read(buffer, cancellation) is > 0 and var length) hash.AppendData(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset())[..ContentIdDigits], content.IsCompressed);
    }

    private static (long Length, DateTime WrittenAt) VersionOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
    }
}
