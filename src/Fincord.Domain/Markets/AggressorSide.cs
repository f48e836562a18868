namespace Fincord.Domain.Markets;

/// <summary>Which side took the initiative in a market trade (the aggressor), where the venue tells.</summary>
[GenerateSerializer, Alias("markets.aggressor-side")]
public enum AggressorSide : byte
{
    /// <summary>The venue does not tell.</summary>
    Unknown = 0,
    /// <summary>A buyer lifted an offer.</summary>
    Buy = 1,
    /// <summary>A seller hit a bid.</summary>
    Sell = 2,
}
