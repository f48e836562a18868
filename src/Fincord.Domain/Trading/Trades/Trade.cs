using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// A round trip: all fills in an instrument from holding nothing to holding nothing again. A fill that turns a position around ends one trade and
/// begins the next; its money and fee are divided by quantity. Sums are in the instrument's currency, before fees.
/// </summary>
/// <param name="Id">The fill that opened it; made of the action's id when an action of another instrument did.</param>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Side">Whether it was a long (buy) or a short (sell) trade.</param>
/// <param name="EntryOrders">The orders that opened or enlarged it, in the order of their first fill.</param>
/// <param name="ExitOrders">The orders that reduced or closed it, in the order of their first fill.</param>
/// <param name="Entered">How much was opened in all.</param>
/// <param name="Exited">How much of it was closed.</param>
/// <param name="EntryNotional">What the entries cost (brought, when short); not negative.</param>
/// <param name="ExitNotional">What the exits brought (cost, when short); not negative.</param>
/// <param name="Realized">What the exits realized, at average cost.</param>
/// <param name="Fees">Fees of all its fills.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="LastFillAt">When it last changed; closed, for one that has ended.</param>
public sealed record Trade(
    FillId Id,
    InstrumentId InstrumentId,
    OrderSide Side,
    ImmutableArray<OrderId> EntryOrders,
    ImmutableArray<OrderId> ExitOrders,
    Quantity Entered,
    Quantity Exited,
    decimal EntryNotional,
    decimal ExitNotional,
    decimal Realized,
    decimal Fees,
    Timestamp OpenedAt,
    Timestamp LastFillAt)
{
    /// <summary>Whether nothing of it is held any more.</summary>
    public bool IsClosed => Entered == Exited;

    /// <summary>What it brought so far, fees taken off.</summary>
    public decimal NetProfit => Realized - Fees;

    /// <summary>How long it lasted; null while it does.</summary>
    public TimeSpan? Duration => IsClosed ? LastFillAt - OpenedAt : null;

    /// <summary>What was paid per unit of the entries.</summary>
    public decimal EntryPrice(InstrumentTerms terms) => EntryNotional / (terms.QuantityScale.ToDecimal(Entered) * terms.ContractSize);

    /// <summary>What a unit of the exits brought; null before the first.</summary>
    public decimal? ExitPrice(InstrumentTerms terms) =>
        Exited.Count == 0 ? null : ExitNotional / (terms.QuantityScale.ToDecimal(Exited) * terms.ContractSize);

    internal static Trade Opened(Fill fill, Quantity quantity, decimal notional, decimal fee) => new(
        fill.Id, fill.InstrumentId, fill.Side, [fill.OrderId], [], quantity, default, notional, 0, 0, fee, fill.OccurredAt, fill.OccurredAt);

    internal static Trade Received(PositionAdjusted adjusted)
    {
        var position = adjusted.Position;
        return new(
            FillId.Of("action", default, $"{adjusted.Entry.Reference} {position.InstrumentId}"), position.InstrumentId,
            position.Count > 0 ? OrderSide.Buy : OrderSide.Sell, [], [], new(Math.Abs(position.Count)), default, Math.Abs(position.Cost), 0, 0, 0,
            adjusted.At, adjusted.At);
    }

    internal Trade Enlarge(Fill fill, decimal notional) => this with
    {
        EntryOrders = With(EntryOrders, fill.OrderId),
        Entered = new(Entered.Count + fill.Quantity.Count),
        EntryNotional = EntryNotional + notional,
        Fees = Fees + fill.Fee,
        LastFillAt = fill.OccurredAt,
    };

    internal Trade Reduce(Fill fill, Quantity quantity, decimal notional, decimal realized, decimal fee) => this with
    {
        ExitOrders = With(ExitOrders, fill.OrderId),
        Exited = new(Exited.Count + quantity.Count),
        ExitNotional = ExitNotional + notional,
        Realized = Realized + realized,
        Fees = Fees + fee,
        LastFillAt = fill.OccurredAt,
    };

    private static ImmutableArray<OrderId> With(ImmutableArray<OrderId> orders, OrderId order) => orders.Contains(order) ? orders : orders.Add(order);
}
