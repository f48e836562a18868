using System.Collections.Immutable;
using Fincord.Api.Markets;
using Fincord.Contracts;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;

namespace Fincord.Api.Trading;

/// <summary>
/// Makes tickets of what members ask for: decimal numbers become counts of their instrument's scales. What does not fit is refused with
/// <see cref="RefusalCodes.PriceUnrepresentable"/>; whether a ticket makes sense is decided by the account.
/// </summary>
public sealed class OrderTickets(MarketReader markets)
{
    private const int MaxOrders = 4;

    /// <summary>The orders that are asked for and how they belong together; throws <see cref="RefusalException"/>.</summary>
    public async Task<(OrderStructure Structure, ImmutableArray<OrderTicket> Tickets)> Make(PlaceOrdersRequest request, CancellationToken cancellation)
    {
        if (request.Orders is { } orders)
        {
            if (request is not { InstrumentKey: null, Side: null, Type: null, Quantity: null, TakeProfit: null, StopLoss: null })
                throw RefusalException.InvalidArgument("Either orders with a structure are placed, or the one order that is described beside them.");
            if (request.Structure is not { } structure) throw Missing("structure");
            if (orders.Count is 0 or > MaxOrders || orders.Contains(null!)) throw RefusalException.InvalidArgument($"At most {MaxOrders} orders belong together, and at least one.");
            return (structure, [.. await Task.WhenAll(orders.Select(order => Make(order, cancellation)))]);
        }
        if (request.Structure is not (null or OrderStructure.Single))
            throw RefusalException.InvalidArgument("A structure has orders; an order with exits has a takeProfit, a stopLoss or both.");
        var instrument = await Find(request, cancellation);
        var entry = ToTicket(instrument, request);
        ImmutableArray<OrderTicket> exits =
        [
            .. request.TakeProfit is { } gain ? [Exit(entry, OrderType.Limit) with { LimitPrice = ToPrice(instrument, "takeProfit", gain) }] : Array.Empty<OrderTicket>(),
            .. request.StopLoss is { } loss ? [Exit(entry, OrderType.Stop) with { TriggerPrice = ToPrice(instrument, "stopLoss", loss) }] : Array.Empty<OrderTicket>(),
        ];
        return (exits.Length switch { 0 => OrderStructure.Single, 1 => OrderStructure.OneTriggersOther, _ => OrderStructure.Bracket }, [entry, .. exits]);
    }

    /// <summary>A change of an order of an instrument; throws <see cref="RefusalException"/>.</summary>
    public static OrderAmendment Make(Instrument instrument, AmendOrderRequest request)
    {
        if (request is { Quantity: null, LimitPrice: null, TriggerPrice: null }) throw RefusalException.InvalidArgument("Nothing is to change: quantity, limitPrice and triggerPrice are missing.");
        return new(
            request.Quantity is { } quantity ? ToQuantity(instrument, "quantity", quantity) : null,
            ToPrice(instrument, "limitPrice", request.LimitPrice),
            ToPrice(instrument, "triggerPrice", request.TriggerPrice));
    }

    private async Task<OrderTicket> Make(OrderRequest request, CancellationToken cancellation) => ToTicket(await Find(request, cancellation), request);

    private Task<Instrument> Find(OrderRequest request, CancellationToken cancellation) =>
        markets.FindInstrument(request.InstrumentKey ?? throw Missing("instrumentKey"), cancellation);

    private static OrderTicket ToTicket(Instrument instrument, OrderRequest request)
    {
        var type = request.Type ?? throw Missing("type");
        return new(
            instrument.Id,
            request.Side ?? throw Missing("side"),
            type,
            ToQuantity(instrument, "quantity", request.Quantity ?? throw Missing("quantity")),
            request.TimeInForce ?? (type is OrderType.Market ? TimeInForce.ImmediateOrCancel : TimeInForce.GoodTillCancelled))
        {
            LimitPrice = ToPrice(instrument, "limitPrice", request.LimitPrice),
            TriggerPrice = ToPrice(instrument, "triggerPrice", request.TriggerPrice),
            Trailing = ToTrailing(instrument, request),
            DisplayQuantity = request.DisplayQuantity is { } display ? ToQuantity(instrument, "displayQuantity", display) : null,
            ExpiresAt = request.ExpiresAt,
            Flags = (request.PostOnly is true ? OrderFlags.PostOnly : 0) | (request.ReduceOnly is true ? OrderFlags.ReduceOnly : 0),
        };
    }

    private static OrderTicket Exit(OrderTicket entry, OrderType type) =>
        new(entry.InstrumentId, entry.Side.Opposite(), type, entry.Quantity, TimeInForce.GoodTillCancelled);

    private static TrailingOffset? ToTrailing(Instrument instrument, OrderRequest request) =>
        request.TrailingAmount is null && request.TrailingPercent is null ? null
            : new(ToPrice(instrument, "trailingAmount", request.TrailingAmount)?.Count, request.TrailingPercent / 100);

    private static Price? ToPrice(Instrument instrument, string name, decimal? value) =>
        value is { } price ? new(ToCount(instrument.PriceScale, instrument, name, price)) : null;

    private static Quantity ToQuantity(Instrument instrument, string name, decimal value) => value < 0
        ? throw new RefusalException(422, RefusalCodes.OutOfRange, $"{name} is more than zero; the side says which way.")
        : new(ToCount(instrument.QuantityScale, instrument, name, value));

    private static long ToCount(DecimalScale scale, Instrument instrument, string name, decimal value) => scale.TryToCount(value, out var count) ? count
        : throw RefusalException.PriceUnrepresentable($"{name} has more digits than {instrument.Key} has: {scale.Digits} behind the point, and 18 in all.");

    private static RefusalException Missing(string name) => RefusalException.InvalidArgument($"An order needs {name}.");
}
