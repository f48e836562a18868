using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>What a member wants done: all of an order that its owner chooses.</summary>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Type">How it becomes active and at what price it may fill.</param>
/// <param name="Quantity">How much.</param>
/// <param name="TimeInForce">How long it lives.</param>
[GenerateSerializer, Immutable, Alias("trading.order-ticket")]
public sealed record OrderTicket(InstrumentId InstrumentId, OrderSide Side, OrderType Type, Quantity Quantity, TimeInForce TimeInForce)
{
    /// <summary>The worst price that it may fill at; limit, stop-limit and limit-if-touched orders have one.</summary>
    [Id(0)]
    public Price? LimitPrice { get; init; }

    /// <summary>The market price that activates it; stop and if-touched orders have one. A trailing stop's is found when it is placed.</summary>
    [Id(1)]
    public Price? TriggerPrice { get; init; }

    /// <summary>How far behind the market a trailing stop follows.</summary>
    [Id(2)]
    public TrailingOffset? Trailing { get; init; }

    /// <summary>How much of an iceberg the market sees at a time; null for all of it.</summary>
    [Id(3)]
    public Quantity? DisplayQuantity { get; init; }

    /// <summary>When a good-till-date order expires.</summary>
    [Id(4)]
    public Timestamp? ExpiresAt { get; init; }

    /// <summary>What else holds for it.</summary>
    [Id(5)]
    public OrderFlags Flags { get; init; }
}

/// <summary>How far behind the market a trailing stop follows: an amount, or a part of the price. Exactly one of the two is there.</summary>
/// <param name="Amount">In price counts.</param>
/// <param name="Fraction">As a part of the market's price: 0.05 for 5 %.</param>
[GenerateSerializer, Immutable, Alias("trading.trailing-offset")]
public sealed record TrailingOffset(long? Amount, decimal? Fraction)
{
    /// <summary>The trigger that belongs to a market price: below it for a sell order, above it for a buy order.</summary>
    public Price TriggerFor(OrderSide side, Price market)
    {
        var distance = Amount ?? (long)decimal.Round(Math.Abs(market.Count) * Fraction!.Value, MidpointRounding.ToEven);
        return new(side is OrderSide.Sell ? market.Count - distance : market.Count + distance);
    }
}
