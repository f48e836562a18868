using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Alpaca;

/// <summary>Our orders in Alpaca's words, and back (docs/venues.md).</summary>
internal static class AlpacaOrders
{
    /// <summary>Why Alpaca cannot take it, or null.</summary>
    public static string? Unsupported(OrderTicket ticket, Instrument instrument) => ticket switch
    {
        _ when instrument.Definition.Type is not (InstrumentType.Equity or InstrumentType.Etf) => "Only shares and funds are traded at Alpaca.",
        { Type: OrderType.MarketIfTouched or OrderType.LimitIfTouched } => "Alpaca has no if-touched orders.",
        { TimeInForce: TimeInForce.GoodTillDate } => "Alpaca has no good-till-date orders.",
        { DisplayQuantity: not null } => "Alpaca has no icebergs.",
        _ when ticket.Flags.HasFlag(OrderFlags.PostOnly) => "Alpaca has no post-only orders.",
        _ when IsFractional(ticket, instrument) && ticket is not { TimeInForce: TimeInForce.Day } => "Parts of a share are traded at Alpaca in day orders only.",
        { Type: OrderType.TrailingStop, TimeInForce: not (TimeInForce.Day or TimeInForce.GoodTillCancelled) } => "A trailing stop at Alpaca lives for the day or until it is cancelled.",
        _ => null,
    };

    /// <summary>The body of a new order. A market order with a protection price is a limit order that takes at once what it can.</summary>
    public static Dictionary<string, string> ToBody(VenueOrder order, Instrument instrument)
    {
        var ticket = order.Ticket;
        var protection = ticket.Type is OrderType.Market && !IsFractional(ticket, instrument) ? order.ProtectionPrice : null;
        var body = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["symbol"] = instrument.Key.Symbol,
            ["qty"] = instrument.QuantityScale.ToDecimal(ticket.Quantity).ToWire(),
            ["side"] = ticket.Side is OrderSide.Buy ? "buy" : "sell",
            ["type"] = protection is not null ? "limit" : TypeOf(ticket.Type),
            ["time_in_force"] = protection is not null ? "ioc" : TimeInForceOf(ticket.TimeInForce),
            ["client_order_id"] = order.Id.ToString(),
        };
        if (protection is { } worst) body["limit_price"] = OnTick(instrument.PriceScale.ToDecimal(worst), ticket.Side).ToWire();
        if (ticket.LimitPrice is { } limit) body["limit_price"] = instrument.PriceScale.ToDecimal(limit).ToWire();
        if (ticket.Type is OrderType.Stop or OrderType.StopLimit) body["stop_price"] = instrument.PriceScale.ToDecimal(ticket.TriggerPrice!.Value).ToWire();
        if (ticket.Trailing is { Amount: { } amount }) body["trail_price"] = instrument.PriceScale.ToDecimal(amount).ToWire();
        if (ticket.Trailing is { Fraction: { } fraction }) body["trail_percent"] = (fraction * 100).ToWire();
        return body;
    }

    /// <summary>An order as REST and the stream tell it.</summary>
    public static VenueOrderState ToState(JsonElement order) =>
        new(order.Text("id"), StatusOf(order.Text("status")), order.Exact("filled_qty"), order.Moment("updated_at"));

    /// <summary>
    /// What tells a fill from others: the order and how much of it was filled with it. Stream and activities both say that, while their own ids
    /// of a fill are not promised to be the same.
    /// </summary>
    public static string FillIdOf(string orderId, decimal filledWithIt) => $"{orderId}/{filledWithIt.ToWire()}";

    private static bool IsFractional(OrderTicket ticket, Instrument instrument) => instrument.QuantityScale.ToDecimal(ticket.Quantity) % 1 != 0;

    // Shares from a dollar on are quoted in cents, cheaper ones in hundredths of a cent.
    private static decimal OnTick(decimal price, OrderSide side)
    {
        var tick = price >= 1 ? 0.01m : 0.0001m;
        return (side is OrderSide.Buy ? decimal.Floor(price / tick) : decimal.Ceiling(price / tick)) * tick;
    }

    private static string TypeOf(OrderType type) => type switch
    {
        OrderType.Market => "market",
        OrderType.Limit => "limit",
        OrderType.Stop => "stop",
        OrderType.StopLimit => "stop_limit",
        OrderType.TrailingStop => "trailing_stop",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of order of Alpaca."),
    };

    private static string TimeInForceOf(TimeInForce time) => time switch
    {
        TimeInForce.GoodTillCancelled => "gtc",
        TimeInForce.Day => "day",
        TimeInForce.ImmediateOrCancel => "ioc",
        TimeInForce.FillOrKill => "fok",
        TimeInForce.AtTheOpen => "opg",
        TimeInForce.AtTheClose => "cls",
        _ => throw new ArgumentOutOfRangeException(nameof(time), time, "Not a time in force of Alpaca."),
    };

    private static VenueOrderStatus StatusOf(string status) => status switch
    {
        "filled" => VenueOrderStatus.Filled,
        "canceled" => VenueOrderStatus.Cancelled,
        "expired" => VenueOrderStatus.Expired,
        "rejected" => VenueOrderStatus.Rejected,
        "new" or "partially_filled" or "accepted" or "pending_new" or "accepted_for_bidding" or "pending_cancel" or "pending_replace" or "replaced"
            or "held" or "stopped" or "suspended" or "calculated" or "done_for_day" => VenueOrderStatus.Working,
        _ => throw new VenueFormatException($"Not a status of an order: {status}"),
    };
}
