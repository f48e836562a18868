namespace Fincord.Domain.Trading;

/// <summary>Conditions that an order may carry beside its type.</summary>
[Flags]
[GenerateSerializer, Alias("trading.order-flags")]
public enum OrderFlags : byte
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Never takes: an order that would trade at once is refused, so it only ever adds liquidity.</summary>
    PostOnly = 1,
    /// <summary>Never opens or enlarges a position: the account's layer cuts it to what is open.</summary>
    ReduceOnly = 2,
}
