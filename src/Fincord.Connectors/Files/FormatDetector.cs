namespace Fincord.Connectors.Files;

/// <summary>Tells by a file's content how it is written and what it holds. The name says nothing here.</summary>
internal static class FormatDetector
{
    // The first record that fits decides, so that a malformed one at the very start does not cost the file.
    private const int RecordsLookedAt = 64;

    /// <summary>The layout of a file's records.</summary>
    /// <exception cref="MarketFileException">It is in no format that is read here.</exception>
    public static async Task<RecordLayout> Detect(string path, CancellationToken cancellation)
    {
        var format = await DetectFormat(path, cancellation);
        await using var content = MarketFileContent.Open(path);
        using var records = RecordSplitter.Over(path, content, format);
        do
        {
            while (records.Ordinal < RecordsLookedAt && records.TryNext(out var record))
            {
                if (Recognize(path, format, records.Ordinal == 1, record) is { } layout) return layout;
            }
        }
        while (records.Ordinal < RecordsLookedAt && await records.Fill(cancellation));
        if (records.Ordinal == 0) throw new MarketFileException(path, "holds no records.");
        throw new MarketFileException(path, format is MarketFileFormat.Json
            ? "is JSON of neither trades ([ms, \"id\", type, side, price, amount, cost]) nor bars ([ms, open, high, low, close, volume])."
            : "is in no known format: neither JSON nor CSV of trades (time,price,amount) or bars (time,open,high,low,close,volume).");
    }

    private static async Task<MarketFileFormat> DetectFormat(string path, CancellationToken cancellation)
    {
        await using var content = MarketFileContent.Open(path);
        var beginning = new byte[4_096];
        var length = await content.Read(beginning, cancellation);
        return FormatOf(path, beginning.AsSpan(0, length));
    }

    private static MarketFileFormat FormatOf(string path, ReadOnlySpan<byte> beginning)
    {
        if (beginning.StartsWith("PK\u0003\u0004"u8)) throw new MarketFileException(path, "is a zip archive: unpack it, or pack it with gzip.");
        if (beginning.Contains((byte)0)) throw new MarketFileException(path, "is in no known format: it is not UTF-8 text.");
        if (beginning.StartsWith("\uFEFF"u8)) beginning = beginning[3..];
        var text = beginning.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("{"u8))
            throw new MarketFileException(path, "is JSON objects; only an array of trades or of bars is read, and no order book depth.");
        return text.StartsWith("["u8) ? MarketFileFormat.Json : MarketFileFormat.Csv;
    }

    private static RecordLayout? Recognize(string path, MarketFileFormat format, bool isFirst, ReadOnlySpan<byte> record)
    {
        Span<Range> fields = stackalloc Range[RecordFields.MaxCount];
        if (format is MarketFileFormat.Json) return RecordFields.SplitJson(record, fields) switch
        {
            7 => RecordLayout.JsonTrades,
            6 => RecordLayout.JsonBars,
            _ => null,
        };
        var count = RecordFields.SplitCsv(record, fields);
        var numbers = 0;
        foreach (var field in fields[..count])
        {
            if (ExactNumber.TryParse(record[field], out _)) numbers++;
        }
        if (isFirst && numbers == 0 && count > 1) return CsvHeader.ToLayout(path, record);
        // The time may be a date; all else must be numbers.
        var isRow = numbers >= count - 1 && TimeText.TryParse(record[fields[0]], TimeUnit.ByMagnitude, out _) is TimeReading.Read;
        return (isRow, count) switch
        {
            (true, 3) => RecordLayout.CsvTrades,
            (true, 6) => RecordLayout.CsvBars,
            _ => null,
        };
    }
}
