namespace Fincord.Contracts.Markets;

/// <summary>The Orleans streams of this noun. The stream's key is the instrument's grain key; what they carry may be lost and is asked for again.</summary>
public static class MarketStreams
{
    /// <summary>The stream provider.</summary>
    public const string Provider = "markets";

    /// <summary>Carries a <see cref="Fincord.Domain.Markets.MarketState"/> after each batch that changed it.</summary>
    public const string Quotes = "quotes";

    /// <summary>Carries each <see cref="Fincord.Domain.Markets.Candle"/> that closed or was amended after closing.</summary>
    public const string Candles = "candles";
}
