using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Schemas.Markets;
using MarketV1 = Fincord.Schemas.Market.V1;

namespace Fincord.Schemas.Trading;

/// <summary>Between <see cref="OrderTicket"/> and its protobuf message.</summary>
public static class OrderTicketMapping
{
    /// <summary>
    /// The ticket of a message about an instrument. Throws <see cref="InvalidDataException"/> for what is missing or cannot be read: a side that is
    /// none of ours, a number with more digits than the instrument has.
    /// </summary>
    public static OrderTicket ToDomain(this V1.OrderTicket message, Instrument instrument) => new(
        instrument.Id,
        Known((OrderSide)message.Side, "side"),
        Known((OrderType)message.Type, "type"),
        ToQuantity(message.Quantity, instrument) ?? throw new InvalidDataException("A ticket has a quantity."),
        message.TimeInForce is V1.TimeInForce.Unspecified ? TimeInForce.GoodTillCancelled : Known((TimeInForce)message.TimeInForce, "time_in_force"))
    {
        LimitPrice = ToPrice(message.LimitPrice, instrument),
        TriggerPrice = ToPrice(message.TriggerPrice, instrument),
        Trailing = ToTrailing(message, instrument),
        DisplayQuantity = ToQuantity(message.DisplayQuantity, instrument),
        ExpiresAt = message.HasExpiresAt ? new(message.ExpiresAt) : null,
        Flags = (message.PostOnly ? OrderFlags.PostOnly : OrderFlags.None) | (message.ReduceOnly ? OrderFlags.ReduceOnly : OrderFlags.None),
    };

    /// <summary>The structure of a message; throws <see cref="InvalidDataException"/> when it is none of ours.</summary>
    public static OrderStructure ToDomain(this V1.OrderStructure message) =>
        message is V1.OrderStructure.Unspecified ? OrderStructure.Single : Known((OrderStructure)message, "structure");

    /// <summary>The change that a message asks for; throws <see cref="InvalidDataException"/> for a number with more digits than the instrument has.</summary>
    public static OrderAmendment ToDomain(this V1.AmendOrderRequest message, Instrument instrument) => new(
        ToQuantity(message.Quantity, instrument), ToPrice(message.LimitPrice, instrument), ToPrice(message.TriggerPrice, instrument));

    /// <summary>The message of a ticket.</summary>
    public static V1.OrderTicket ToMessage(this OrderTicket ticket, Instrument instrument)
    {
        var message = new V1.OrderTicket
        {
            InstrumentKey = instrument.Key.Value,
            Side = (V1.OrderSide)ticket.Side,
            Type = (V1.OrderType)ticket.Type,
            Quantity = ticket.Quantity.ToMessage(instrument),
            TimeInForce = (V1.TimeInForce)ticket.TimeInForce,
            LimitPrice = ticket.LimitPrice?.ToMessage(instrument),
            TriggerPrice = ticket.TriggerPrice?.ToMessage(instrument),
            DisplayQuantity = ticket.DisplayQuantity?.ToMessage(instrument),
            PostOnly = ticket.Flags.HasFlag(OrderFlags.PostOnly),
            ReduceOnly = ticket.Flags.HasFlag(OrderFlags.ReduceOnly),
        };
        if (ticket.ExpiresAt is { } expiresAt) message.ExpiresAt = expiresAt.Nanoseconds;
        if (ticket.Trailing is { Amount: { } amount }) message.TrailingAmount = new Price(amount).ToMessage(instrument);
        if (ticket.Trailing is { Fraction: { } fraction }) message.TrailingPercent = AmountMapping.ToDecimalMessage(fraction * 100);
        return message;
    }

    internal static MarketV1.Decimal ToMessage(this Price price, Instrument instrument) => new() { Mantissa = price.Count, Exponent = -instrument.PriceScale.Digits };

    internal static MarketV1.Decimal ToMessage(this Quantity quantity, Instrument instrument) =>
        new() { Mantissa = quantity.Count, Exponent = -instrument.QuantityScale.Digits };

    private static Price? ToPrice(MarketV1.Decimal? message, Instrument instrument) =>
        message is null ? null : new(DecimalMapping.ToCount(message.Mantissa, message.Exponent, instrument.PriceScale));

    private static Quantity? ToQuantity(MarketV1.Decimal? message, Instrument instrument) =>
        message is null ? null : new(DecimalMapping.ToCount(message.Mantissa, message.Exponent, instrument.QuantityScale));

    private static TrailingOffset? ToTrailing(V1.OrderTicket message, Instrument instrument) => message.TrailingCase switch
    {
        V1.OrderTicket.TrailingOneofCase.TrailingAmount => new(ToPrice(message.TrailingAmount, instrument)!.Value.Count, null),
        V1.OrderTicket.TrailingOneofCase.TrailingPercent => new(null, AmountMapping.ToDecimal(message.TrailingPercent) / 100),
        _ => null,
    };

    private static T Known<T>(T value, string field)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw new InvalidDataException($"A ticket's {field} is none of {string.Join(' ', Enum.GetNames<T>())}.");
}
