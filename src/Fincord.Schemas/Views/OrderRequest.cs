using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>An order as a member asks for it. What an order of its type needs is checked where it is placed.</summary>
public record OrderRequest
{
    /// <summary>The instrument, VENUE:SYMBOL.</summary>
    public string? InstrumentKey { get; init; }

    /// <summary>Buy or sell.</summary>
    public OrderSide? Side { get; init; }

    /// <summary>How it becomes active and at what price it may fill.</summary>
    public OrderType? Type { get; init; }

    /// <summary>How much.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The worst price that it may fill at; limit, stop-limit and limit-if-touched orders have one.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>The market price that activates it; stop and if-touched orders have one.</summary>
    public decimal? TriggerPrice { get; init; }

    /// <summary>How far behind the market a trailing stop follows, as an amount; or as a percentage.</summary>
    public decimal? TrailingAmount { get; init; }

    /// <summary>How far behind the market a trailing stop follows, in per cent of its price.</summary>
    public decimal? TrailingPercent { get; init; }

    /// <summary>How much of an iceberg the market sees at a time.</summary>
    public decimal? DisplayQuantity { get; init; }

    /// <summary>How long it lives; without it a market order is IMMEDIATE_OR_CANCEL, and any other GOOD_TILL_CANCELLED.</summary>
    public TimeInForce? TimeInForce { get; init; }

    /// <summary>When a good-till-date order expires.</summary>
    public Timestamp? ExpiresAt { get; init; }

    /// <summary>Whether it never takes; false by default.</summary>
    public bool? PostOnly { get; init; }

    /// <summary>Whether it never opens or enlarges a position; false by default.</summary>
    public bool? ReduceOnly { get; init; }
}

/// <summary>Orders as a member asks for them: one, one with its exits, or several that belong together.</summary>
public record PlaceOrdersRequest : OrderRequest
{
    /// <summary>The price of an exit with a gain, a limit order that follows when this one is filled.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>The price of an exit with a loss, a stop that follows when this one is filled. With both, each cancels the other.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>Orders that belong together, the entry first, instead of the one that is described above.</summary>
    public IReadOnlyList<OrderRequest>? Orders { get; init; }

    /// <summary>How <see cref="Orders"/> belong together.</summary>
    public OrderStructure? Structure { get; init; }
}

/// <summary>What is to change of a working order; what is not there stays.</summary>
public record AmendOrderRequest
{
    /// <summary>The whole quantity, what is filled included.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The limit price.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>The trigger price.</summary>
    public decimal? TriggerPrice { get; init; }
}
