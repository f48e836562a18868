using System.Text;

namespace Fincord.Connectors.Files;

/// <summary>What the first line of a CSV file calls its columns. Case, spaces and quotes do not matter; columns it does not know are ignored.</summary>
internal static class CsvHeader
{
    // An unnamed first column is how tables indexed by date are often written.
    private static readonly string[] Times = ["timestamp", "time", "ms", "date", "datetime", "unix", "open_time", ""];
    private static readonly string[] Amounts = ["amount", "qty", "quantity", "size", "volume"];
    private static readonly string[] Sides = ["side", "aggressor", "taker_side"];
    private static readonly string[] Symbols = ["symbol", "ticker", "pair", "instrument"];
    private static readonly string[] Ids = ["id", "trade_id"];
    private static readonly string[] DepthColumns =
        ["update_type", "first_update_id", "last_update_id", "bid", "ask", "bids", "asks", "bid_price", "ask_price", "level"];

    /// <summary>The layout that a header names.</summary>
    /// <exception cref="MarketFileException">It names neither a trade's columns nor a bar's.</exception>
    public static RecordLayout ToLayout(string path, ReadOnlySpan<byte> record)
    {
        Span<Range> fields = stackalloc Range[RecordFields.MaxCount];
        var names = new List<string>();
        foreach (var field in fields[..RecordFields.SplitCsv(record, fields)])
            names.Add(Encoding.UTF8.GetString(record[field]).ToLowerInvariant().Replace(' ', '_'));
        if (names.Exists(DepthColumns.Contains))
            throw new MarketFileException(path, "holds quotes or order book depth; only trades and bars are read.");
        var layout = names.Contains("open") ? Bars(names) : Trades(names);
        if (layout is { Time: >= 0, Amount: >= 0 } and ({ Price: >= 0 } or { Open: >= 0, High: >= 0, Low: >= 0, Close: >= 0 })) return layout;
        var shown = string.Join(", ", names);
        throw new MarketFileException(path, "is CSV of neither trades (a time, price and amount column) nor bars "
            + $"(a time, open, high, low, close and volume column); its header is: {(shown.Length <= 200 ? shown : shown[..200] + "…")}.");
    }

    private static RecordLayout Trades(List<string> names) => new(MarketFileFormat.Csv, MarketFileKind.Trades)
    {
        Arity = names.Count,
        HasHeader = true,
        Unit = UnitOf(names),
        Time = Find(names, Times),
        Symbol = Find(names, Symbols),
        Price = names.IndexOf("price"),
        Amount = Find(names, Amounts),
        Side = Find(names, Sides),
        Id = Find(names, Ids),
    };

    private static RecordLayout Bars(List<string> names) => new(MarketFileFormat.Csv, MarketFileKind.Bars)
    {
        Arity = names.Count,
        HasHeader = true,
        Unit = UnitOf(names),
        Time = Find(names, Times),
        Symbol = Find(names, Symbols),
        Open = names.IndexOf("open"),
        High = names.IndexOf("high"),
        Low = names.IndexOf("low"),
        Close = names.IndexOf("close"),
        Amount = names.IndexOf("volume"),
    };

    private static TimeUnit UnitOf(List<string> names) =>
        Find(names, Times) is >= 0 and var column && names[column] == "ms" ? TimeUnit.Milliseconds : TimeUnit.ByMagnitude;

    private static int Find(List<string> names, string[] wanted) => names.FindIndex(wanted.Contains);
}
