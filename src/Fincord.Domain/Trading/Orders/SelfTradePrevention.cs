namespace Fincord.Domain.Trading;

/// <summary>
/// What happens when an incoming order meets a resting one of the same owner in continuous trading. The incoming order's choice counts.
/// </summary>
[GenerateSerializer, Alias("trading.self-trade-prevention")]
public enum SelfTradePrevention : byte
{
    /// <summary>They trade.</summary>
    None = 0,
    /// <summary>The rest of the incoming order is cancelled.</summary>
    CancelNewest = 1,
    /// <summary>The resting order is cancelled, and the incoming one goes on.</summary>
    CancelOldest = 2,
    /// <summary>Both are cancelled.</summary>
    CancelBoth = 3,
    /// <summary>Both shrink by the smaller of the two, without a trade; the incoming one goes on with what is left of it.</summary>
    Decrement = 4,
}
