using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Trading;

/// <summary>From orders and fills to their protobuf messages.</summary>
public static class OrderMapping
{
    /// <summary>The message of an order.</summary>
    public static V1.Order ToMessage(this Order order, Instrument instrument)
    {
        var message = new V1.Order
        {
            Id = order.Id.ToString(),
            AccountId = order.AccountId.ToString(),
            Ticket = order.Ticket.ToMessage(instrument),
            Status = (V1.OrderStatus)order.Status,
            Version = order.Version,
            Filled = order.Filled.ToMessage(instrument),
            Remaining = order.Remaining.ToMessage(instrument),
            Cost = order.Cost.ToMessage(),
            Fees = order.Fees.ToMessage(),
            Code = order.Code ?? "",
            Reason = order.Reason ?? "",
            Origin = (V1.OrderOrigin)order.Origin,
            PlacedAt = order.PlacedAt.Nanoseconds,
            ChangedAt = order.ChangedAt.Nanoseconds,
        };
        if (order.Denial is { } denial) message.Denial = new() { Limit = denial.Limit?.ToMessage(), Actual = denial.Actual?.ToMessage(), Unit = denial.Unit };
        if (order.Link is not { } link) return message;
        message.ParentId = link.Parent?.ToString() ?? "";
        message.SiblingIds.AddRange(link.Siblings.Select(sibling => sibling.ToString()));
        return message;
    }

    /// <summary>The message of a fill and of what it did.</summary>
    public static V1.Fill ToMessage(this OrderFilled filled, Instrument instrument)
    {
        var fill = filled.Fill;
        return new()
        {
            Id = fill.Id.ToString(),
            OrderId = fill.OrderId.ToString(),
            InstrumentKey = instrument.Key.Value,
            Side = (V1.OrderSide)fill.Side,
            Price = fill.Price.ToMessage(instrument),
            Quantity = fill.Quantity.ToMessage(instrument),
            Liquidity = (V1.LiquiditySide)fill.Liquidity,
            Fee = fill.Fee.ToMessage(),
            Notional = filled.Notional.ToMessage(),
            Realized = filled.Realized.ToMessage(),
            OccurredAt = fill.OccurredAt.Nanoseconds,
            SettlesOn = fill.SettlesOn.Nanoseconds,
        };
    }
}
