namespace Fincord.Domain.Trading;

/// <summary>Which part an order had in a fill. Fees depend on it.</summary>
[GenerateSerializer, Alias("trading.liquidity-side")]
public enum LiquiditySide : byte
{
    /// <summary>It rested in the book and was met.</summary>
    Maker = 1,
    /// <summary>It came in and met a resting order.</summary>
    Taker = 2,
    /// <summary>Both came together in an auction.</summary>
    Auction = 3,
}
