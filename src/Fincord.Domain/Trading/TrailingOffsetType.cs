namespace Fincord.Domain.Trading;

/// <summary>What the distance of a trailing stop is counted in.</summary>
[GenerateSerializer, Alias("trading.trailing-offset-type")]
public enum TrailingOffsetType : byte
{
    /// <summary>An amount of the instrument's price currency.</summary>
    Amount = 1,
    /// <summary>A share of the price, in percent.</summary>
    Percent = 2,
}
