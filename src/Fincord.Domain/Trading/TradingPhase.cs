namespace Fincord.Domain.Trading;

/// <summary>What a market does at the moment.</summary>
[GenerateSerializer, Alias("trading.trading-phase")]
public enum TradingPhase : byte
{
    /// <summary>Nothing but cancels; orders stay.</summary>
    Closed = 1,
    /// <summary>Orders are collected for the opening auction, and nothing trades.</summary>
    OpeningAuction = 2,
    /// <summary>Orders trade as they come.</summary>
    Continuous = 3,
    /// <summary>Orders are collected for the closing auction, and nothing trades.</summary>
    ClosingAuction = 4,
    /// <summary>Stopped within a session: nothing but cancels.</summary>
    Halted = 5,
}
