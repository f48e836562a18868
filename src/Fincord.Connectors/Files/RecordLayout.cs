namespace Fincord.Connectors.Files;

/// <summary>Where the values of a record stand: the index of each, or -1 for one that the file does not have.</summary>
internal sealed record RecordLayout(MarketFileFormat Format, MarketFileKind Kind)
{
    /// <summary>A JSON trade: <c>[ms, "id", type, side, price, amount, cost]</c>.</summary>
    public static readonly RecordLayout JsonTrades = new(MarketFileFormat.Json, MarketFileKind.Trades)
        { Arity = 7, Unit = TimeUnit.Milliseconds, Time = 0, Id = 1, Side = 3, Price = 4, Amount = 5 };

    /// <summary>A JSON bar: <c>[ms, open, high, low, close, volume]</c>.</summary>
    public static readonly RecordLayout JsonBars = new(MarketFileFormat.Json, MarketFileKind.Bars)
        { Arity = 6, Unit = TimeUnit.Milliseconds, Time = 0, Open = 1, High = 2, Low = 3, Close = 4, Amount = 5 };

    /// <summary>A trade in CSV without a header: <c>time,price,amount</c>.</summary>
    public static readonly RecordLayout CsvTrades = new(MarketFileFormat.Csv, MarketFileKind.Trades) { Arity = 3, Time = 0, Price = 1, Amount = 2 };

    /// <summary>A bar in CSV without a header: <c>time,open,high,low,close,volume</c>.</summary>
    public static readonly RecordLayout CsvBars = new(MarketFileFormat.Csv, MarketFileKind.Bars)
        { Arity = 6, Time = 0, Open = 1, High = 2, Low = 3, Close = 4, Amount = 5 };

    /// <summary>How many values a record has.</summary>
    public required int Arity { get; init; }

    /// <summary>In which unit times are counted, where they are numbers.</summary>
    public TimeUnit Unit { get; init; }

    /// <summary>Whether the first record is a header.</summary>
    public bool HasHeader { get; init; }

    /// <summary>When it happened, or when the bar opens.</summary>
    public required int Time { get; init; }

    /// <summary>The quantity of a trade, or the volume of a bar.</summary>
    public required int Amount { get; init; }

    /// <summary>A trade's price.</summary>
    public int Price { get; init; } = -1;

    /// <summary>A trade's aggressor.</summary>
    public int Side { get; init; } = -1;

    /// <summary>The venue's trade id.</summary>
    public int Id { get; init; } = -1;

    /// <summary>Which instrument it is of.</summary>
    public int Symbol { get; init; } = -1;

    /// <summary>A bar's first price.</summary>
    public int Open { get; init; } = -1;

    /// <summary>A bar's highest price.</summary>
    public int High { get; init; } = -1;

    /// <summary>A bar's lowest price.</summary>
    public int Low { get; init; } = -1;

    /// <summary>A bar's last price.</summary>
    public int Close { get; init; } = -1;
}
