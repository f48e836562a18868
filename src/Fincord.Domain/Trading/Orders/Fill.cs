using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>A fill of ours: part or all of an order traded. It is a fact of the venue's, known by its id.</summary>
/// <param name="Id">What tells it from other fills; made from the venue's own id, so that the same fill always has the same one.</param>
/// <param name="OrderId">The order.</param>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Side">The order's side.</param>
/// <param name="Price">The price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Liquidity">Whether the order gave liquidity or took it.</param>
/// <param name="Fee">What the venue charged, in the instrument's currency; negative for a rebate.</param>
/// <param name="OccurredAt">When the venue says it happened.</param>
/// <param name="SettlesOn">The UTC day on which it settles, from its midnight.</param>
[GenerateSerializer, Immutable, Alias("trading.fill")]
public sealed record Fill(
    FillId Id,
    OrderId OrderId,
    InstrumentId InstrumentId,
    OrderSide Side,
    Price Price,
    Quantity Quantity,
    LiquiditySide Liquidity,
    decimal Fee,
    Timestamp OccurredAt,
    Timestamp SettlesOn);
