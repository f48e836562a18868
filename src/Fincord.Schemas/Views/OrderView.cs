using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>An order and what became of it so far.</summary>
/// <param name="Id">Its id, a GUID.</param>
/// <param name="AccountId">The account that it belongs to.</param>
/// <param name="InstrumentId">The instrument's number.</param>
/// <param name="InstrumentKey">The key that the instrument is known by now.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Type">How it becomes active and at what price it may fill.</param>
/// <param name="Quantity">How much is wanted, what is filled included.</param>
/// <param name="LimitPrice">The worst price that it may fill at.</param>
/// <param name="TriggerPrice">The market price that activates it.</param>
/// <param name="TrailingAmount">How far behind the market a trailing stop follows, as an amount.</param>
/// <param name="TrailingPercent">The same in per cent of the market's price.</param>
/// <param name="DisplayQuantity">How much of an iceberg the market sees at a time.</param>
/// <param name="TimeInForce">How long it lives.</param>
/// <param name="ExpiresAt">When a good-till-date order expires.</param>
/// <param name="PostOnly">Whether it never takes.</param>
/// <param name="ReduceOnly">Whether it never opens or enlarges a position.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Filled">How much of it traded.</param>
/// <param name="Remaining">How much of it is left.</param>
/// <param name="AverageFillPrice">What was paid per unit so far; null before the first fill.</param>
/// <param name="Cost">The notional of its fills, in the instrument's currency.</param>
/// <param name="Fees">The fees of its fills, in the instrument's currency.</param>
/// <param name="Code">Why it was denied, rejected, cancelled or expired: a code of the one list.</param>
/// <param name="Reason">The same in a sentence.</param>
/// <param name="Version">How many changes it has seen; the first is 1.</param>
/// <param name="Origin">Who placed it.</param>
/// <param name="ParentId">The order whose fill sends this one to the venue.</param>
/// <param name="SiblingIds">The orders of which one cancels the others.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record OrderView(
    string Id,
    string AccountId,
    string InstrumentId,
    string InstrumentKey,
    OrderSide Side,
    OrderType Type,
    decimal Quantity,
    decimal? LimitPrice,
    decimal? TriggerPrice,
    decimal? TrailingAmount,
    decimal? TrailingPercent,
    decimal? DisplayQuantity,
    TimeInForce TimeInForce,
    Timestamp? ExpiresAt,
    bool PostOnly,
    bool ReduceOnly,
    OrderStatus Status,
    decimal Filled,
    decimal Remaining,
    decimal? AverageFillPrice,
    decimal Cost,
    decimal Fees,
    string? Code,
    string? Reason,
    int Version,
    OrderOrigin Origin,
    string? ParentId,
    IReadOnlyList<string> SiblingIds,
    Timestamp PlacedAt,
    Timestamp ChangedAt)
{
    /// <summary>The numbers behind its denial; null when it was not denied.</summary>
    public DenialView? Denial { get; init; }

    /// <summary>The view of an order of an instrument.</summary>
    public static OrderView From(Instrument instrument, InstrumentTerms terms, Order order)
    {
        var (ticket, prices, quantities) = (order.Ticket, instrument.PriceScale, instrument.QuantityScale);
        return new(
            order.Id.ToString(),
            order.AccountId.ToString(),
            instrument.Id.ToString(),
            instrument.Key.Value,
            ticket.Side,
            ticket.Type,
            quantities.ToDecimal(ticket.Quantity),
            ticket.LimitPrice is { } limit ? prices.ToDecimal(limit) : null,
            ticket.TriggerPrice is { } trigger ? prices.ToDecimal(trigger) : null,
            ticket.Trailing?.Amount is { } amount ? prices.ToDecimal(amount) : null,
            ticket.Trailing?.Fraction * 100,
            ticket.DisplayQuantity is { } display ? quantities.ToDecimal(display) : null,
            ticket.TimeInForce,
            ticket.ExpiresAt,
            ticket.Flags.HasFlag(OrderFlags.PostOnly),
            ticket.Flags.HasFlag(OrderFlags.ReduceOnly),
            order.Status,
            quantities.ToDecimal(order.Filled),
            quantities.ToDecimal(order.Remaining),
            order.AverageFillPrice(terms) is { } average ? decimal.Round(average, PositionView.AverageDigits) : null,
            order.Cost,
            order.Fees,
            order.Code,
            order.Reason,
            order.Version,
            order.Origin,
            order.Link?.Parent?.ToString(),
            [.. (order.Link?.Siblings ?? []).Select(sibling => sibling.ToString())],
            order.PlacedAt,
            order.ChangedAt)
        {
            Denial = DenialView.From(order.Denial),
        };
    }
}
