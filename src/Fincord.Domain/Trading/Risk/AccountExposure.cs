using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// The notional of an account's positions and open orders in its base currency, long and short added up: of each instrument the largest that any part
/// of its orders may make it. Of orders of which one cancels the others the dearest counts.
/// </summary>
public static class AccountExposure
{
    /// <summary>As the account is.</summary>
    public static decimal Of(AccountState account, TradingContext context) =>
        account.InstrumentsInUse().Sum(instrument => Of(account, instrument, 0, 0, context));

    /// <summary>As it would be with an order more, at the worst price that this may fill at.</summary>
    public static decimal With(AccountState account, OrderTicket ticket, Price worst, TradingContext context)
    {
        var added = Notional(context, ticket.InstrumentId, worst, ticket.Quantity);
        return account.InstrumentsInUse().Append(ticket.InstrumentId).Distinct().Sum(instrument => instrument != ticket.InstrumentId
            ? Of(account, instrument, 0, 0, context)
            : Of(account, instrument, ticket.Side is OrderSide.Buy ? added : 0, ticket.Side is OrderSide.Sell ? added : 0, context));
    }

    private static decimal Of(AccountState account, InstrumentId instrument, decimal buys, decimal sells, TradingContext context)
    {
        var dearest = new Dictionary<(OrderId Group, OrderSide Side), decimal>();
        foreach (var order in account.OpenOrders.Values)
        {
            if (order.Ticket.InstrumentId != instrument || !order.Status.IsAtVenue()) continue;
            var group = (order.Link?.Siblings ?? []).Append(order.Id).Min();
            var cost = CostOf(order, context);
            if (cost > dearest.GetValueOrDefault((group, order.Ticket.Side))) dearest[(group, order.Ticket.Side)] = cost;
        }
        foreach (var ((_, side), cost) in dearest)
        {
            if (side is OrderSide.Buy) buys += cost;
            else sells += cost;
        }
        var held = ValueOf(account.PositionOf(instrument), context);
        return Math.Max(Math.Abs(held), Math.Max(Math.Abs(held + buys), Math.Abs(held - sells)));
    }

    private static decimal ValueOf(Position position, TradingContext context)
    {
        if (position.IsFlat || !context.Markets.TryGetValue(position.InstrumentId, out var market)) return 0;
        return context.ToBase(market.Mark is { } mark ? position.Value(market.Terms, mark) : position.Cost, market.Terms.Currency);
    }

    // As it is, or as it will be when the venue makes the change that is on its way.
    private static decimal CostOf(Order order, TradingContext context)
    {
        var now = CostOf(order.Ticket, order.ProtectionPrice, order.Remaining, context);
        if (order.PendingAmendment is not { } amendment) return now;
        var then = amendment.ApplyTo(order.Ticket);
        return Math.Max(now, CostOf(then, order.ProtectionPrice, new(Math.Max(0, then.Quantity.Count - order.Filled.Count)), context));
    }

    private static decimal CostOf(OrderTicket ticket, Price? protection, Quantity remaining, TradingContext context)
    {
        if (!context.Markets.TryGetValue(ticket.InstrumentId, out var market)) return 0;
        var price = ticket.LimitPrice ?? protection ?? ticket.TriggerPrice ?? market.Opposite(ticket.Side);
        return price is { } worst ? Notional(context, ticket.InstrumentId, worst, remaining) : 0;
    }

    private static decimal Notional(TradingContext context, InstrumentId instrument, Price price, Quantity quantity)
    {
        var terms = context.Markets[instrument].Terms;
        return Math.Abs(context.ToBase(Currencies.Notional(terms, price, quantity), terms.Currency));
    }
}
