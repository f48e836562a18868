namespace Fincord.Domain.Trading;

/// <summary>How long an order lives, and when it may trade.</summary>
[GenerateSerializer, Alias("trading.time-in-force")]
public enum TimeInForce : byte
{
    /// <summary>Until it is filled or cancelled (GTC).</summary>
    GoodTillCancelled = 1,
    /// <summary>Until a moment of its own (GTD).</summary>
    GoodTillDate = 2,
    /// <summary>Until the end of the trading session (DAY).</summary>
    Day = 3,
    /// <summary>Trades what it can at once; the rest is cancelled (IOC).</summary>
    ImmediateOrCancel = 4,
    /// <summary>Trades its whole quantity at once, or nothing (FOK).</summary>
    FillOrKill = 5,
    /// <summary>Trades in the opening auction; the rest is cancelled.</summary>
    AtTheOpen = 6,
    /// <summary>Trades in the closing auction; the rest is cancelled.</summary>
    AtTheClose = 7,
}
