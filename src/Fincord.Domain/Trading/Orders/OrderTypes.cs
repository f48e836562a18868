namespace Fincord.Domain.Trading;

/// <summary>What can be asked of an <see cref="OrderType"/>.</summary>
public static class OrderTypes
{
    /// <summary>Whether it waits until the market touches a price.</summary>
    public static bool HasTrigger(this OrderType type) => type is not (OrderType.Market or OrderType.Limit);

    /// <summary>Whether it has a worst price.</summary>
    public static bool HasLimit(this OrderType type) => type is OrderType.Limit or OrderType.StopLimit or OrderType.LimitIfTouched;
}
