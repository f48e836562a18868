using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>Whether a ticket makes sense by itself and fits its instrument, before anyone looks at the account.</summary>
public static class TicketRules
{
    /// <summary>The first reason to deny a ticket, or null.</summary>
    public static Denial? Check(OrderTicket ticket, InstrumentTerms terms, Timestamp now) =>
        CheckShape(ticket) ?? CheckNumbers(ticket) ?? CheckSteps(ticket, terms) ?? CheckTime(ticket, now);

    private static Denial? CheckShape(OrderTicket ticket)
    {
        var isImmediate = ticket.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        var isAuction = ticket.TimeInForce is TimeInForce.AtTheOpen or TimeInForce.AtTheClose;
        return (ticket.Type, ticket) switch
        {
            _ when !Enum.IsDefined(ticket.Side) || !Enum.IsDefined(ticket.Type) || !Enum.IsDefined(ticket.TimeInForce) => Invalid("An order has a side, a type and a time in force."),
            _ when ticket.Type.HasLimit() && ticket.LimitPrice is null => Invalid($"A {Name(ticket.Type)} order needs a limit price."),
            _ when !ticket.Type.HasLimit() && ticket.LimitPrice is not null => Invalid($"A {Name(ticket.Type)} order has no limit price."),
            (OrderType.TrailingStop, { Trailing: null }) => Invalid("A trailing stop needs an offset."),
            (not OrderType.TrailingStop, { Trailing: not null }) => Invalid("Only a trailing stop has an offset."),
            (_, { Trailing: { } trailing }) when trailing.Amount is null == trailing.Fraction is null => Invalid("A trailing offset is an amount or a percentage, not both."),
            _ when ticket.Type.HasTrigger() && ticket.Type is not OrderType.TrailingStop && ticket.TriggerPrice is null => Invalid($"A {Name(ticket.Type)} order needs a trigger price."),
            _ when (!ticket.Type.HasTrigger() || ticket.Type is OrderType.TrailingStop) && ticket.TriggerPrice is not null => Invalid($"A {Name(ticket.Type)} order has no trigger price."),
            (_, { DisplayQuantity: not null }) when !ticket.Type.HasLimit() || isImmediate => Invalid("Only an order that rests with a limit price can show a part of itself."),
            _ when ticket.Flags.HasFlag(OrderFlags.PostOnly) && (ticket.Type is not OrderType.Limit || isImmediate) => Invalid("Only a limit order that may rest can be post-only."),
            _ when isAuction && ticket.Type is not (OrderType.Market or OrderType.Limit) => Invalid("An order for an auction is a market or a limit order."),
            _ when ticket.TimeInForce is TimeInForce.GoodTillDate != ticket.ExpiresAt is not null => Invalid("A good-till-date order, and no other, says when it expires."),
            _ => null,
        };
    }

    private static Denial? CheckNumbers(OrderTicket ticket)
    {
        if (ticket.Quantity.Count <= 0) return OutOfRange("The quantity is more than zero.");
        if (ticket.LimitPrice is { Count: <= 0 } || ticket.TriggerPrice is { Count: <= 0 }) return OutOfRange("A price is more than zero.");
        if (ticket.DisplayQuantity is { } display && (display.Count <= 0 || display >= ticket.Quantity)) return OutOfRange("An iceberg shows more than nothing and less than all of itself.");
        return ticket.Trailing is { Amount: <= 0 } or { Fraction: <= 0 or >= 1 } ? OutOfRange("A trailing offset is more than nothing, and less than the price.") : null;
    }

    private static Denial? CheckSteps(OrderTicket ticket, InstrumentTerms terms)
    {
        var (tick, lot) = (terms.PriceScale.ToDecimal(terms.TickSize), terms.QuantityScale.ToDecimal(terms.LotSize));
        var quantity = terms.QuantityScale.ToDecimal(ticket.Quantity);
        foreach (var price in new[] { ticket.LimitPrice, ticket.TriggerPrice })
        {
            if (price is { } wrong && wrong.Count % terms.TickSize != 0) return new(DenialCode.TickSize, tick, terms.PriceScale.ToDecimal(wrong), terms.Currency, "The price is no multiple of the tick.");
        }
        if (ticket.Trailing?.Amount % terms.TickSize is not (null or 0)) return new(DenialCode.TickSize, tick, terms.PriceScale.ToDecimal(ticket.Trailing!.Amount!.Value), terms.Currency, "The trailing amount is no multiple of the tick.");
        if (ticket.Quantity.Count % terms.LotSize != 0 || ticket.DisplayQuantity?.Count % terms.LotSize is not (null or 0)) return new(DenialCode.LotSize, lot, quantity, "", "The quantity is no multiple of the lot.");
        if (ticket.Quantity < terms.MinQuantity) return new(DenialCode.MinQuantity, terms.QuantityScale.ToDecimal(terms.MinQuantity), quantity, "", "The quantity is below the instrument's smallest.");
        return ticket.Quantity > terms.MaxQuantity ? new(DenialCode.MaxQuantity, terms.QuantityScale.ToDecimal(terms.MaxQuantity), quantity, "", "The quantity is above the instrument's largest.") : null;
    }

    private static Denial? CheckTime(OrderTicket ticket, Timestamp now) =>
        ticket.ExpiresAt <= now ? new(DenialCode.AlreadyExpired, null, null, "", "The order would have expired already.") : null;

    private static Denial Invalid(string detail) => new(DenialCode.InvalidTicket, null, null, "", detail);

    private static Denial OutOfRange(string detail) => new(DenialCode.OutOfRange, null, null, "", detail);

    private static string Name(OrderType type) => type switch
    {
        OrderType.StopLimit => "stop-limit",
        OrderType.MarketIfTouched => "market-if-touched",
        OrderType.LimitIfTouched => "limit-if-touched",
        OrderType.TrailingStop => "trailing-stop",
        _ => type.ToString().ToLowerInvariant(),
    };
}
