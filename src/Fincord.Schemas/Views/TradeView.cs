using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>A round trip: all fills in an instrument from holding nothing to holding nothing again. Sums are in the instrument's currency.</summary>
/// <param name="Id">The fill that opened it, a GUID.</param>
/// <param name="InstrumentId">The instrument's number.</param>
/// <param name="InstrumentKey">The key that the instrument is known by now.</param>
/// <param name="Side">BUY for a long trade, SELL for a short one.</param>
/// <param name="IsClosed">Whether nothing of it is held any more.</param>
/// <param name="Origin">Who placed the order that opened it; MEMBER for units that an action of another instrument brought.</param>
/// <param name="EntryOrderIds">The orders that opened or enlarged it.</param>
/// <param name="ExitOrderIds">The orders that reduced or closed it.</param>
/// <param name="Quantity">How much was opened in all.</param>
/// <param name="ExitQuantity">How much of it was closed.</param>
/// <param name="EntryPrice">What was paid per unit.</param>
/// <param name="ExitPrice">What a closed unit brought; null before the first.</param>
/// <param name="Realized">What the exits realized, at average cost, before fees.</param>
/// <param name="Fees">Fees of all its fills.</param>
/// <param name="NetProfit">Realized less fees.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClosedAt">When it was closed; null while it goes on.</param>
/// <param name="DurationSeconds">How long it lasted; null while it goes on.</param>
public sealed record TradeView(
    string Id,
    string InstrumentId,
    string InstrumentKey,
    OrderSide Side,
    bool IsClosed,
    OrderOrigin Origin,
    IReadOnlyList<string> EntryOrderIds,
    IReadOnlyList<string> ExitOrderIds,
    decimal Quantity,
    decimal ExitQuantity,
    decimal EntryPrice,
    decimal? ExitPrice,
    decimal Realized,
    decimal Fees,
    decimal NetProfit,
    Timestamp OpenedAt,
    Timestamp? ClosedAt,
    double? DurationSeconds)
{
    /// <summary>The view of a trade.</summary>
    public static TradeView From(Instrument instrument, InstrumentTerms terms, Trade trade, OrderOrigin origin) => new(
        trade.Id.ToString(),
        instrument.Id.ToString(),
        instrument.Key.Value,
        trade.Side,
        trade.IsClosed,
        origin,
        [.. trade.EntryOrders.Select(order => order.ToString())],
        [.. trade.ExitOrders.Select(order => order.ToString())],
        instrument.QuantityScale.ToDecimal(trade.Entered),
        instrument.QuantityScale.ToDecimal(trade.Exited),
        decimal.Round(trade.EntryPrice(terms), PositionView.AverageDigits),
        trade.ExitPrice(terms) is { } exit ? decimal.Round(exit, PositionView.AverageDigits) : null,
        trade.Realized,
        trade.Fees,
        trade.NetProfit,
        trade.OpenedAt,
        trade.IsClosed ? trade.LastFillAt : null,
        trade.Duration?.TotalSeconds);
}
