namespace Fincord.Domain.Trading.Matching;

public sealed partial class MatchingEngine
{
    private BookRefusal CheckPhase() => Phase switch
    {
        TradingPhase.Closed => BookRefusal.Closed,
        TradingPhase.Halted => BookRefusal.Halted,
        _ => BookRefusal.None,
    };

    // Early returns in the order of precedence, which is that of the enumeration.
    private BookRefusal Check(in BookOrder order)
    {
        if (CheckPhase() is var phase && phase != BookRefusal.None) return phase;
        if (!IsSupported(order)) return BookRefusal.UnsupportedOrder;
        if (Phase == TradingPhase.Continuous ? order.TimeInForce == TimeInForce.AtTheOpen : !IsForAuction(order)) return BookRefusal.WrongPhase;
        if (order.Quantity < Rules.MinimumLots || order.Quantity > Rules.MaximumLots) return BookRefusal.QuantityOutOfRange;
        if (order.Display != 0 && !CanDisplay(order)) return BookRefusal.DisplayOutOfRange;
        if (order.Type == OrderType.Limit && !Band.Contains(order.Price)) return BookRefusal.PriceOutsideBand;
        return BookRefusal.None;
    }

    private static bool IsSupported(in BookOrder order) =>
        order.Side is OrderSide.Buy or OrderSide.Sell
        && order.Type is OrderType.Market or OrderType.Limit
        && order.TimeInForce is >= TimeInForce.GoodTillCancelled and <= TimeInForce.AtTheClose
        && order.SelfTradePrevention <= SelfTradePrevention.Decrement
        && (!order.IsPostOnly || (order.Type == OrderType.Limit && Rests(order.TimeInForce)));

    // An auction has no makers and takers, and nothing in it is immediate.
    private bool IsForAuction(in BookOrder order) => order.TimeInForce switch
    {
        TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill => false,
        TimeInForce.AtTheOpen => Phase == TradingPhase.OpeningAuction,
        _ => !order.IsPostOnly,
    };

    private static bool CanDisplay(in BookOrder order) =>
        order.Display > 0 && order.Display <= order.Quantity && order.Type == OrderType.Limit && Rests(order.TimeInForce);

    private static bool Rests(TimeInForce timeInForce) => timeInForce is >= TimeInForce.GoodTillCancelled and <= TimeInForce.Day;

    private bool WouldTake(in BookOrder order)
    {
        if (!order.IsPostOnly) return false;
        var opposite = SideOf(order.Side.Opposite());
        return opposite.Meets(opposite.Mirror(order.Price));
    }
}
