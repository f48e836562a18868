using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>What an order may cost at worst, and what is therefore set aside for it.</summary>
/// <param name="WorstPrice">The worst price that it may fill at.</param>
/// <param name="Notional">Its notional there, in the instrument's currency.</param>
/// <param name="Opening">The part of its quantity that opens or enlarges the position.</param>
/// <param name="Hold">What is set aside.</param>
public sealed record OrderCost(Price WorstPrice, decimal Notional, Quantity Opening, Hold Hold)
{
    /// <summary>
    /// How far a market order may fill beyond the price that it first meets, as a part of that price: what is held pays for it, what would
    /// cost more is not bought.
    /// </summary>
    public const decimal MarketProtection = 0.05m;

    /// <summary>
    /// The cost of what is left of an order, or null when its market has no price. In a cash account a purchase holds money and a sale holds
    /// units; on margin both hold the margin of what they open.
    /// </summary>
    public static OrderCost? Of(AccountState account, OrderTicket ticket, Quantity remaining, TradedMarket market, Price? protection = null)
    {
        if ((protection ?? WorstPriceOf(ticket, market)) is not { } worst) return null;
        var (settings, terms) = (account.Settings!, market.Terms);
        var notional = Currencies.Notional(terms, worst, remaining);
        var opening = OpeningPart(account, ticket, remaining);
        var openingNotional = Currencies.Notional(terms, worst, opening);
        var fee = settings.Fees.MostFor(terms, notional, remaining);
        var hold = settings.Kind switch
        {
            AccountKind.Cash when ticket.Side is OrderSide.Sell => new Hold(JournalEntry.UnitOf(terms.InstrumentId), terms.QuantityScale.ToDecimal(remaining)),
            _ => new Hold(terms.Currency, Currencies.RoundUp(openingNotional * AccountValuation.MarginRate(settings, terms), terms.Currency) + fee),
        };
        return new(worst, notional, opening, hold);
    }

    /// <summary>The price beyond which an order without a limit does not fill; null when it has one, or the market has none.</summary>
    public static Price? ProtectionOf(OrderTicket ticket, TradedMarket market) =>
        ticket.Type.HasLimit() || ticket.Side is OrderSide.Sell ? null : WorstPriceOf(ticket, market);

    private static Price? WorstPriceOf(OrderTicket ticket, TradedMarket market)
    {
        if (ticket.LimitPrice is { } limit) return limit;
        var meets = market.Opposite(ticket.Side);
        var start = ticket.TriggerPrice ?? (ticket.Trailing is { } trailing && meets is { } now ? trailing.TriggerFor(ticket.Side, now) : meets);
        return start is { } price ? Beyond(price, ticket.Side, market.Terms) : null;
    }

    /// <summary>The protection price of an order without a limit that begins to fill at a price.</summary>
    internal static Price Beyond(Price price, OrderSide side, InstrumentTerms terms)
    {
        var distance = (long)decimal.Round(Math.Abs(price.Count) * MarketProtection, MidpointRounding.ToPositiveInfinity);
        var worst = side is OrderSide.Buy ? price.Count + distance : price.Count;
        return new(worst + (terms.TickSize - worst % terms.TickSize) % terms.TickSize);
    }

    // What is left after the position on the other side, less what other orders of this side already take from it, is closed.
    private static Quantity OpeningPart(AccountState account, OrderTicket ticket, Quantity remaining)
    {
        if (account.Settings!.Kind is AccountKind.Cash) return remaining;
        return new(Math.Max(0, remaining.Count - Math.Max(0, ClosableBy(account, ticket))));
    }

    /// <summary>How much of a position on the other side is left to be closed by an order, in counts of its instrument; not more than zero when there is none.</summary>
    internal static long ClosableBy(AccountState account, OrderTicket ticket)
    {
        var position = account.PositionOf(ticket.InstrumentId).Count;
        var closable = ticket.Side is OrderSide.Buy ? -position : position;
        foreach (var order in account.OpenOrders.Values)
        {
            if (order.Status.IsAtVenue() && order.Ticket.InstrumentId == ticket.InstrumentId && order.Ticket.Side == ticket.Side) closable -= order.Remaining.Count;
        }
        return closable;
    }
}
