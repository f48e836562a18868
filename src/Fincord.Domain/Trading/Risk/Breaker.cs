using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>A loss limit that an account has reached: until it is within the limit again only orders that reduce are taken.</summary>
/// <param name="Code">Which: the daily loss or the drawdown.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Actual">The loss when it tripped.</param>
/// <param name="Unit">What the two count: the base currency, or nothing for a part of the equity.</param>
/// <param name="At">When it tripped.</param>
[GenerateSerializer, Immutable, Alias("trading.breaker")]
public sealed record Breaker(DenialCode Code, decimal Limit, decimal Actual, string Unit, Timestamp At)
{
    /// <summary>The limit that an account has reached at a valuation, as the denial of what would open more; null when it has reached none.</summary>
    public static Denial? Of(AccountState account, AccountValuation valuation)
    {
        var (limits, @base) = (account.Settings!.Limits, account.Settings.BaseCurrency);
        if (limits.MaxDailyLoss is { } maxLoss && account.DayEquity is { } began && began - valuation.Equity >= maxLoss) return new(
            DenialCode.DailyLoss, maxLoss, began - valuation.Equity, @base, "Today's loss has reached its limit.");
        if (limits.MaxDrawdown is { } maxDrawdown && account.PeakEquity is > 0 and { } peak && (peak - valuation.Equity) / peak >= maxDrawdown) return new(
            DenialCode.Drawdown, maxDrawdown, (peak - valuation.Equity) / peak, "", "The loss from the highest equity has reached its limit.");
        return null;
    }
}

/// <summary>Watching an account's loss limits: that one is reached is an event of its own, told once.</summary>
public static class WatchBreakers
{
    /// <summary>
    /// Tells that a loss limit was reached, or that the account is within its limits again. When its settings say so, reaching one cancels all
    /// open orders.
    /// </summary>
    public static AccountDecision CheckBreakers(this AccountState account, TradingContext context)
    {
        var change = new AccountChange(account);
        change.CheckBreakers(context);
        return change.ToDecision();
    }

    internal static void CheckBreakers(this AccountChange change, TradingContext context)
    {
        var account = change.Account;
        if (account.Settings!.Limits is { MaxDailyLoss: null, MaxDrawdown: null } && account.Breaker is null) return;
        var reached = Breaker.Of(account, AccountValuation.Of(account, context));
        if (reached?.Code == account.Breaker?.Code) return;
        if (reached is not { Limit: { } limit, Actual: { } actual })
        {
            change.Happened(new BreakerReset(context.Now));
            return;
        }
        change.Happened(new BreakerTripped(context.Now, new(reached.Code, limit, actual, reached.Unit, context.Now)));
        if (!account.Settings.CancelsWhenTripped) return;
        foreach (var order in account.OpenOrders.Values.OrderBy(order => order.Id)) change.Cancel(order, reached.Code.ToWire(), reached.Detail, context.Now);
    }
}
