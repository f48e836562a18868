namespace Fincord.Connectors.Files;

/// <summary>What a market data file holds.</summary>
public enum MarketFileKind
{
    /// <summary>Trades, one by one.</summary>
    Trades,
    /// <summary>Open, high, low, close and volume of intervals.</summary>
    Bars,
}

/// <summary>How a market data file is written.</summary>
public enum MarketFileFormat
{
    /// <summary>Lines of values with commas between them, with or without a header.</summary>
    Csv,
    /// <summary>One array of arrays.</summary>
    Json,
}
