using System.Text.Json.Serialization;

namespace Fincord.Domain.Trading;

/// <summary>What an account is worth at a moment, in its base currency.</summary>
/// <param name="Equity">Cash, the value of what is held, and the open gains and losses of contracts.</param>
/// <param name="Exposure">All positions at the market's prices, long and short added up.</param>
/// <param name="InitialMargin">What the positions need to be opened.</param>
/// <param name="MaintenanceMargin">What they need to be kept.</param>
/// <param name="OrderMargin">What is set aside for open orders.</param>
[GenerateSerializer, Immutable, Alias("trading.account-valuation")]
public sealed record AccountValuation(decimal Equity, decimal Exposure, decimal InitialMargin, decimal MaintenanceMargin, decimal OrderMargin)
{
    /// <summary>What new positions may be opened with.</summary>
    [JsonIgnore]
    public decimal FreeMargin => Equity - InitialMargin - OrderMargin;

    /// <summary>Whether the account must be liquidated: its equity no longer keeps its positions.</summary>
    [JsonIgnore]
    public bool IsUnderMargin => MaintenanceMargin > 0 && Equity < MaintenanceMargin;

    /// <summary>Values an account. A position whose market has no price counts at its cost.</summary>
    public static AccountValuation Of(AccountState account, TradingContext context)
    {
        decimal equity = 0, exposure = 0, initial = 0, maintenance = 0, orders = 0;
        foreach (var (currency, amount) in account.Cash) equity += context.ToBase(amount, currency);
        foreach (var position in account.Positions.Values)
        {
            if (position.IsFlat || !context.Markets.TryGetValue(position.InstrumentId, out var market)) continue;
            var value = market.Mark is { } mark ? position.Value(market.Terms, mark) : position.Cost;
            var currency = market.Terms.Currency;
            equity += context.ToBase(market.Terms.IsContract ? value - position.Cost : value, currency);
            var size = context.ToBase(Math.Abs(value), currency);
            exposure += size;
            initial += size * MarginRate(account.Settings!, market.Terms);
            maintenance += account.Settings!.Kind is AccountKind.Margin ? size * market.Terms.MaintenanceMargin : 0;
        }
        foreach (var (unit, amount) in account.Held) orders += context.ToBase(amount, unit);
        return new(equity, exposure, initial, maintenance, orders);
    }

    /// <summary>The part of a notional that a position needs: all of it in a cash account, else the larger of the instrument's and the leverage's.</summary>
    public static decimal MarginRate(AccountSettings settings, InstrumentTerms terms) =>
        settings.Kind is AccountKind.Cash ? 1 : Math.Max(terms.InitialMargin, 1 / settings.Leverage);
}
