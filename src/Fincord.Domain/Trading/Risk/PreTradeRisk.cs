namespace Fincord.Domain.Trading;

/// <summary>
/// Whether an account may place an order: a pure function over the account, what is leased to it, and the kill switches. The checks stand in
/// the order of <see cref="DenialCode"/>, and the first that fails is told.
/// </summary>
public static class PreTradeRisk
{
    /// <summary>
    /// The first reason to deny an order, or null. <paramref name="cost"/> is what it may cost, null when nobody knows; <paramref name="orders"/>
    /// how many orders are placed with it, itself included: none for one that was counted when it was placed.
    /// </summary>
    public static Denial? Check(
        AccountState account, OrderTicket ticket, OrderCost? cost, TradedMarket market, TradingContext context, OrderOrigin origin, int orders = 0)
    {
        var isForced = origin is OrderOrigin.Liquidation or OrderOrigin.KillSwitch;
        if (!isForced && (account.IsKilled || context.KillSwitch is not null) && !Reduces(account, ticket)) return new(
            DenialCode.KillSwitch, null, null, "", account.IsKilled ? "The account's kill switch is on." : $"The kill switch of {context.KillSwitch} is on.");
        if (TicketRules.Check(ticket, market.Terms, context.Now) is { } unfit) return unfit;
        if (CheckMarket(ticket, cost, market) is { } noMarket) return noMarket;
        if (isForced) return null;      // what must be closed is closed, whatever it costs
        return CheckOrder(account, ticket, cost!, market, context, orders) ?? CheckAccount(account, ticket, cost!, market, context);
    }

    // What is stopped may still be closed: an order that takes from what is held, less what other orders take from it.
    private static bool Reduces(AccountState account, OrderTicket ticket) =>
        ticket.Quantity.Count > 0 && OrderCost.ClosableBy(account, ticket) >= ticket.Quantity.Count;

    private static Denial? CheckMarket(OrderTicket ticket, OrderCost? cost, TradedMarket market)
    {
        var waits = ticket.TimeInForce is not (TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill) && ticket.Type is not OrderType.Market
            || ticket.TimeInForce is TimeInForce.AtTheOpen or TimeInForce.AtTheClose;
        if (market.Phase is not TradingPhase.Continuous && !waits) return new(DenialCode.MarketClosed, null, null, "", market.Phase switch
        {
            TradingPhase.Halted => "The market is halted, and the order cannot wait.",
            TradingPhase.Closed => "The market is closed, and the order cannot wait.",
            _ => "The market is in an auction, and the order is not for it.",
        });
        if (cost is null) return new(DenialCode.NoMarketPrice, null, null, "", "The market has no price yet.");
        if (market.Terms.PriceBand is not { } band || ticket.LimitPrice is not { } limit || market.Mark is not { } mark) return null;
        var (price, middle) = (market.Terms.PriceScale.ToDecimal(limit), market.Terms.PriceScale.ToDecimal(mark));
        var bound = price > middle ? middle * (1 + band) : middle * (1 - band);
        return Math.Abs(price - middle) > middle * band
            ? new(DenialCode.PriceBand, bound, price, market.Terms.Currency, "The limit price is too far from the market's.")
            : null;
    }

    private static Denial? CheckOrder(AccountState account, OrderTicket ticket, OrderCost cost, TradedMarket market, TradingContext context, int orders)
    {
        var (terms, limits) = (market.Terms, account.Settings!.Limits);
        if (cost.Notional < terms.MinNotional) return new(DenialCode.MinNotional, terms.MinNotional, cost.Notional, terms.Currency, "The order is worth less than the instrument's smallest.");
        if (cost.Notional > terms.MaxNotional) return new(DenialCode.MaxNotional, terms.MaxNotional, cost.Notional, terms.Currency, "The order is worth more than the instrument's largest.");
        var notional = context.ToBase(cost.Notional, terms.Currency);
        if (notional > limits.MaxOrderNotional) return new(DenialCode.MaxNotional, limits.MaxOrderNotional, notional, account.Settings.BaseCurrency, "The order is worth more than the account may place.");
        if (!account.OrderRate.Allows(1, limits, context.Now)) return new(DenialCode.OrderRate, limits.OrdersPerSecond, null, "", "Too many orders in a short time.");
        if (context.Budget is { Orders: { } left } budget && left < orders)
            return new(DenialCode.OrderRate, budget.OrdersPerSecond, null, "", $"Too many orders in a short time from the accounts of {budget.OrdersScope}.");
        if (account.OpenOrders.Count >= limits.MaxOpenOrders) return new(DenialCode.MaxOpenOrders, limits.MaxOpenOrders, account.OpenOrders.Count + 1, "", "Too many open orders.");
        if (!ticket.Flags.HasFlag(OrderFlags.ReduceOnly)) return null;
        var position = account.PositionOf(ticket.InstrumentId).Count;
        var reducible = ticket.Side is OrderSide.Sell ? position : -position;
        return ticket.Quantity.Count > reducible
            ? new(DenialCode.ReduceOnly, terms.QuantityScale.ToDecimal(Math.Max(0, reducible)), terms.QuantityScale.ToDecimal(ticket.Quantity), "", "The order would open a position or turn it around.")
            : null;
    }

    private static Denial? FirstOf(Denial? one, Denial? other) => one is null || other?.Code < one.Code ? other ?? one : one;

    private static Denial? CheckAccount(AccountState account, OrderTicket ticket, OrderCost cost, TradedMarket market, TradingContext context)
    {
        var (terms, settings) = (market.Terms, account.Settings!);
        var (limits, @base) = (settings.Limits, settings.BaseCurrency);
        var reduces = settings.Kind is AccountKind.Cash ? ticket.Side is OrderSide.Sell : cost.Opening.Count == 0;
        if (settings.Kind is AccountKind.Cash && terms.IsContract) return new(DenialCode.ShortNotAllowed, null, null, "", "Contracts need a margin account.");

        var valuation = AccountValuation.Of(account, context);
        if (!reduces)
        {
            var opening = context.ToBase(Currencies.Notional(terms, cost.WorstPrice, cost.Opening), terms.Currency);
            var sameSide = limits is { MaxPositionNotional: null, MaxExposure: null } ? 0 : account.OpenOrders.Values
                .Where(order => order.Status.IsAtVenue() && order.Ticket.Side == ticket.Side && order.Ticket.InstrumentId == ticket.InstrumentId)
                .Sum(order => context.ToBase(Currencies.Notional(terms, order.Ticket.LimitPrice ?? cost.WorstPrice, order.Remaining), terms.Currency));
            var held = account.PositionOf(ticket.InstrumentId);
            var heldValue = market.Mark is { } mark && !held.IsFlat ? context.ToBase(Math.Abs(held.Value(terms, mark)), terms.Currency) : 0;
            var position = heldValue + sameSide + opening;
            if (position > limits.MaxPositionNotional) return new(DenialCode.PositionLimit, limits.MaxPositionNotional, position, @base, "The position would be larger than allowed.");
            var exposure = limits.MaxExposure is null && context.Budget?.Exposure is null ? 0 : AccountExposure.With(account, ticket, cost.WorstPrice, context);
            if (exposure > limits.MaxExposure) return new(DenialCode.ExposureLimit, limits.MaxExposure, exposure, @base, "All positions together would be larger than allowed.");
            if (FirstOf(Breaker.Of(account, valuation), context.Budget?.Tripped) is { } reached) return reached;
            if (context.Budget is { Exposure: { } allowed } budget && exposure > allowed && exposure > AccountExposure.Of(account, context))
                return new(DenialCode.BudgetExhausted, budget.ExposureMost, exposure, @base, $"The budget of {budget.ExposureScope} is used up.");
        }

        if (settings.Kind is AccountKind.Margin)
        {
            var needed = context.ToBase(cost.Hold.Amount, cost.Hold.Unit);
            return needed > valuation.FreeMargin && !reduces
                ? new(DenialCode.InsufficientMargin, valuation.FreeMargin, needed, @base, "Not enough margin is free.")
                : null;
        }
        if (ticket.Side is OrderSide.Buy)
        {
            var free = account.FreeCash(cost.Hold.Unit);
            return cost.Hold.Amount > free ? new(DenialCode.InsufficientBalance, free, cost.Hold.Amount, cost.Hold.Unit, "Not enough money is free.") : null;
        }
        var owned = terms.QuantityScale.ToDecimal(account.PositionOf(ticket.InstrumentId).Count);
        if (owned <= 0) return new(DenialCode.ShortNotAllowed, 0, cost.Hold.Amount, cost.Hold.Unit, "A cash account sells only what it holds.");
        var freeUnits = owned - account.Held.GetValueOrDefault(cost.Hold.Unit);
        return cost.Hold.Amount > freeUnits ? new(DenialCode.InsufficientBalance, freeUnits, cost.Hold.Amount, cost.Hold.Unit, "Not enough of the instrument is free.") : null;
    }
}
