using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Binance;

/// <summary>Binance's orders and trades in ours, as REST and the streams write them.</summary>
internal static class BinanceMessages
{
    /// <summary>Which order a stream's message is about; in the message of a cancel the order's own id is the original one.</summary>
    public static bool TryFindOrder(JsonElement message, out OrderId id)
    {
        var isOurs = Guid.TryParseExact(message.TextOrNull("C"), "D", out var guid) || Guid.TryParseExact(message.TextOrNull("c"), "D", out guid);
        id = new(guid);
        return isOurs;
    }

    /// <summary>Whether Binance placed an order by itself: a liquidation, an automatic deleveraging, the settlement of a contract that ends.</summary>
    public static bool IsForced(string? clientOrderId) => clientOrderId is not null
        && (clientOrderId.StartsWith("autoclose-", StringComparison.Ordinal) || clientOrderId.StartsWith("adl_autoclose", StringComparison.Ordinal)
            || clientOrderId.StartsWith("settlement_autoclose-", StringComparison.Ordinal));

    /// <summary>An order as REST tells it.</summary>
    public static VenueOrderState ToState(JsonElement order) =>
        new(order.Text("orderId"), StatusOf(order.Text("status")), order.Exact("executedQty"), order.Milliseconds(order.TextOrNull("updateTime") is null ? "transactTime" : "updateTime"));

    /// <summary>An order as <c>executionReport</c> and <c>ORDER_TRADE_UPDATE</c> tell it.</summary>
    public static VenueOrderState ToStreamState(JsonElement message)
    {
        var reason = message.TextOrNull("r");
        return new(message.Text("i"), StatusOf(message.Text("X")), message.Exact("z"), message.Milliseconds("T")) { Reason = reason is "NONE" ? null : reason };
    }

    /// <summary>A conditional order as REST tells it before it became an order of the book.</summary>
    public static VenueOrderStatus ConditionalStatusOf(string status) => status switch
    {
        "NEW" or "TRIGGERING" => VenueOrderStatus.Working,
        "TRIGGERED" or "FINISHED" => VenueOrderStatus.Triggered,
        "CANCELED" => VenueOrderStatus.Cancelled,
        "EXPIRED" => VenueOrderStatus.Expired,
        "REJECTED" => VenueOrderStatus.Rejected,
        _ => throw new VenueFormatException($"Not a status of a conditional order: {status}"),
    };

    /// <summary>What tells a trade from others: Binance counts trades for each symbol.</summary>
    public static string TradeIdOf(string symbol, string id) => $"{symbol}/{id}";

    private static VenueOrderStatus StatusOf(string status) => status switch
    {
        "NEW" or "PENDING_NEW" or "PARTIALLY_FILLED" or "PENDING_CANCEL" => VenueOrderStatus.Working,
        "FILLED" => VenueOrderStatus.Filled,
        "CANCELED" => VenueOrderStatus.Cancelled,
        "EXPIRED" or "EXPIRED_IN_MATCH" => VenueOrderStatus.Expired,
        "REJECTED" => VenueOrderStatus.Rejected,
        _ => throw new VenueFormatException($"Not a status of an order: {status}"),
    };
}
