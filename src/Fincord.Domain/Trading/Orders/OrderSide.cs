namespace Fincord.Domain.Trading;

/// <summary>Which way an order goes. A quantity says how much; only this says which way.</summary>
[GenerateSerializer, Alias("trading.order-side")]
public enum OrderSide : byte
{
    /// <summary>Buys at its price or lower.</summary>
    Buy = 1,
    /// <summary>Sells at its price or higher.</summary>
    Sell = 2,
}

/// <summary>What can be asked of an <see cref="OrderSide"/>.</summary>
public static class OrderSides
{
    /// <summary>The side that this one trades with.</summary>
    public static OrderSide Opposite(this OrderSide side) => side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
}
