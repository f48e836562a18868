using System.Globalization;
using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Binance;

/// <summary>Our orders in Binance's words, and which of them it has words for (docs/venues.md).</summary>
internal static class BinanceOrders
{
    private const OrderFlags Known = OrderFlags.PostOnly | OrderFlags.ReduceOnly;
    private static readonly TimeSpan ShortestGoodTillDate = TimeSpan.FromSeconds(601);

    /// <summary>Binance's name of an instrument: <c>BTCUSDT</c> of <c>BINANCE:BTC/USDT</c> and of <c>BINANCE:BTCUSDT-PERP</c>.</summary>
    public static string SymbolOf(Instrument instrument)
    {
        var symbol = instrument.Key.Symbol;
        if (symbol.EndsWith("-PERP", StringComparison.Ordinal)) symbol = symbol[..^"-PERP".Length];
        return symbol.Replace("/", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
    }

    /// <summary>Why Binance cannot take it, or null.</summary>
    public static string? Unsupported(BinanceMarket market, OrderTicket ticket, Instrument instrument, Timestamp now) => ticket switch
    {
        _ when instrument.Key.Venue != "BINANCE" => $"{instrument.Key} is not traded at Binance.",
        _ when IsContract(instrument) != market.IsFutures => $"{instrument.Key} is not traded at {market.Venue}.",
        _ when (ticket.Flags & ~Known) != OrderFlags.None => "Binance does not know this condition.",
        { TimeInForce: TimeInForce.Day or TimeInForce.AtTheOpen or TimeInForce.AtTheClose } => "Binance has no trading sessions.",
        { TimeInForce: TimeInForce.GoodTillDate } when !market.IsFutures || ticket.Type is not OrderType.Limit => "Only limit orders of Binance futures expire at a date.",
        { TimeInForce: TimeInForce.GoodTillDate } when ticket.ExpiresAt is not { } end || end - now < ShortestGoodTillDate => "Binance takes dates of expiry only more than ten minutes ahead.",
        { Type: OrderType.TrailingStop, Trailing: null or { Fraction: null } } => "Binance trails by a part of the price, not by an amount.",
        { Type: OrderType.TrailingStop } when !CanTrail(market, ticket.Trailing!.Fraction!.Value) =>
            market.IsFutures ? "Binance futures trail by 0.1 % to 10 %, in steps of 0.1 %." : "Binance trails by 0.01 % to 20 %, in steps of 0.01 %.",
        { DisplayQuantity: not null } when market.IsFutures || ticket is not { Type: OrderType.Limit, TimeInForce: TimeInForce.GoodTillCancelled } => "Only good-till-cancelled limit orders of Binance spot are icebergs.",
        _ when ticket.Flags.HasFlag(OrderFlags.PostOnly) && (ticket.Type is not OrderType.Limit || ticket.TimeInForce is not TimeInForce.GoodTillCancelled) => "Only good-till-cancelled limit orders are post-only at Binance.",
        { Side: OrderSide.Buy } when !market.IsFutures && ticket.Flags.HasFlag(OrderFlags.ReduceOnly) => "Nothing is short at Binance spot.",
        _ => null,
    };

    /// <summary>Whether an order goes to the service for conditional orders.</summary>
    public static bool IsConditional(BinanceMarket market, OrderTicket ticket) => market.IsFutures && ticket.Type.HasTrigger();

    /// <summary>The parameters of a new order. <paramref name="tick"/> is the venue's price step: a protection price is moved onto it, inwards.</summary>
    public static List<(string Name, string? Value)> ToParameters(BinanceMarket market, VenueOrder order, Instrument instrument, VenueCredential credential, decimal tick)
    {
        var ticket = order.Ticket;
        var isConditional = IsConditional(market, ticket);
        var protection = ticket.Type is OrderType.Market ? order.ProtectionPrice : null;
        var isReducing = ticket.Flags.HasFlag(OrderFlags.ReduceOnly);
        var price = protection is { } worst ? OnTick(instrument.PriceScale.ToDecimal(worst), tick, ticket.Side) : Decimal(ticket.LimitPrice);
        var isLimit = price is not null;
        var parameters = new List<(string, string?)>
        {
            ("symbol", SymbolOf(instrument)),
            ("side", ticket.Side is OrderSide.Buy ? "BUY" : "SELL"),
            ("type", TypeOf(market, ticket, protection is not null)),
            ("quantity", instrument.QuantityScale.ToDecimal(ticket.Quantity).ToWire()),
            ("price", price?.ToWire()),
            (isConditional ? "clientAlgoId" : "newClientOrderId", order.Id.ToString()),
            ("newOrderRespType", isConditional ? null : "ACK"),
        };
        if (isConditional) parameters.Add(("algoType", "CONDITIONAL"));
        if (isLimit && (market.IsFutures || !ticket.Flags.HasFlag(OrderFlags.PostOnly)))
            parameters.Add(("timeInForce", protection is not null ? "IOC" : TimeInForceOf(ticket)));
        if (ticket is { TimeInForce: TimeInForce.GoodTillDate, ExpiresAt: { } end })
            parameters.Add(("goodTillDate", (end.Nanoseconds / Timestamp.NanosecondsPerSecond * 1_000).ToString(CultureInfo.InvariantCulture)));
        if (ticket.Type is OrderType.TrailingStop) parameters.Add(Trailing(market, ticket.Trailing!.Fraction!.Value));
        if (ticket.Type.HasTrigger() && ticket.Type is not OrderType.TrailingStop)
            parameters.Add((isConditional ? "triggerPrice" : "stopPrice", Decimal(ticket.TriggerPrice)!.Value.ToWire()));
        if (ticket.DisplayQuantity is { } shown) parameters.Add(("icebergQty", instrument.QuantityScale.ToDecimal(shown).ToWire()));
        if (market.IsFutures && credential.IsHedged) parameters.Add(("positionSide", PositionSideOf(ticket.Side, isReducing)));
        else if (market.IsFutures && isReducing) parameters.Add(("reduceOnly", "true"));
        return parameters;

        decimal? Decimal(Price? value) => value is { } known ? instrument.PriceScale.ToDecimal(known) : null;
    }

    // In hedge mode there is no reduce-only: an order that reduces names the position on the other side, any other the one on its own.
    private static string PositionSideOf(OrderSide side, bool isReducing) => side is OrderSide.Buy != isReducing ? "LONG" : "SHORT";

    private static string TypeOf(BinanceMarket market, OrderTicket ticket, bool isProtected) => (ticket.Type, market.IsFutures) switch
    {
        (OrderType.Market, _) => isProtected ? "LIMIT" : "MARKET",
        (OrderType.Limit, false) => ticket.Flags.HasFlag(OrderFlags.PostOnly) ? "LIMIT_MAKER" : "LIMIT",
        (OrderType.Limit, true) => "LIMIT",
        (OrderType.Stop, false) => "STOP_LOSS",
        (OrderType.StopLimit, false) => "STOP_LOSS_LIMIT",
        (OrderType.MarketIfTouched, false) => "TAKE_PROFIT",
        (OrderType.LimitIfTouched, false) => "TAKE_PROFIT_LIMIT",
        (OrderType.TrailingStop, false) => "STOP_LOSS",
        (OrderType.Stop, true) => "STOP_MARKET",
        (OrderType.StopLimit, true) => "STOP",
        (OrderType.MarketIfTouched, true) => "TAKE_PROFIT_MARKET",
        (OrderType.LimitIfTouched, true) => "TAKE_PROFIT",
        (OrderType.TrailingStop, true) => "TRAILING_STOP_MARKET",
        _ => throw new ArgumentOutOfRangeException(nameof(ticket), ticket.Type, "Not a type of order."),
    };

    private static string TimeInForceOf(OrderTicket ticket) => ticket.TimeInForce switch
    {
        _ when ticket.Flags.HasFlag(OrderFlags.PostOnly) => "GTX",
        TimeInForce.ImmediateOrCancel => "IOC",
        TimeInForce.FillOrKill => "FOK",
        TimeInForce.GoodTillDate => "GTD",
        _ => "GTC",
    };

    private static bool CanTrail(BinanceMarket market, decimal fraction) => market.IsFutures
        ? fraction is >= 0.001m and <= 0.1m && fraction * 1_000 % 1 == 0
        : fraction is >= 0.0001m and <= 0.2m && fraction * 10_000 % 1 == 0;

    private static (string, string?) Trailing(BinanceMarket market, decimal fraction) =>
        market.IsFutures ? ("callbackRate", (fraction * 100).ToWire()) : ("trailingDelta", (fraction * 10_000).ToWire());

    private static decimal OnTick(decimal price, decimal tick, OrderSide side) =>
        (side is OrderSide.Buy ? decimal.Floor(price / tick) : decimal.Ceiling(price / tick)) * tick;

    private static bool IsContract(Instrument instrument) => instrument.Definition.Type is InstrumentType.Perpetual or InstrumentType.Future;
}
