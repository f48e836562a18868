namespace Fincord.Domain.Trading;

/// <summary>
/// Changing how an account is run. Its owner, kind, venue and base currency never change: what it holds, and what its ledger says, depends on them.
/// </summary>
public static class ChangeSettings
{
    /// <summary>
    /// Decides on a change. What is held for working orders follows the new leverage; what the positions and orders need then must be there.
    /// <paramref name="version"/>, when given, is the settings' version that the owner saw.
    /// </summary>
    public static (AccountDecision? Decision, OrderRefusal? Refusal) Change(this AccountState account, SettingsChange wanted, int? version, TradingContext context)
    {
        var before = account.Settings!;
        if (version is { } seen && seen != before.Version) return (null, new("VERSION_CONFLICT", "The settings have changed meanwhile.", null));
        var after = wanted.ApplyTo(before);
        if (after == before) return (AccountDecision.Nothing(account), null);
        if (AccountSettingsRules.Check(after) is { } refusal) return (null, refusal);
        if (after.MarginMode != before.MarginMode && IsInUse(account)) return (null, new(
            "SETTINGS_IN_USE", "The margin mode changes only while the account has neither positions nor open orders.", null));

        var change = new AccountChange(account);
        change.Happened(new AccountSettingsChanged(context.Now, after with { Version = before.Version + 1 }));
        if (after.Leverage == before.Leverage) return (change.ToDecision(), null);
        foreach (var order in account.OpenOrders.Values.Where(order => order.Status.IsAtVenue()).OrderBy(order => order.Id)) change.KeepHolds(order, null, context);
        var valuation = AccountValuation.Of(change.Account, context);
        var needed = valuation.InitialMargin + valuation.OrderMargin;
        if (after.Leverage < before.Leverage && needed > valuation.Equity) return (null, OrderRefusal.Of(new(
            DenialCode.InsufficientMargin, valuation.Equity, needed, after.BaseCurrency, "With so little leverage the positions and orders need more than the account has.")));
        if (change.Account.IsUnderMargin(context)) return (null, OrderRefusal.Of(new(
            DenialCode.InsufficientMargin, null, null, after.BaseCurrency, "With so much leverage a position would be liquidated at once.")));
        return (change.ToDecision(), null);
    }

    private static bool IsInUse(AccountState account) => !account.OpenOrders.IsEmpty || account.Positions.Values.Any(position => !position.IsFlat);
}

/// <summary>What is to change of an account's settings; what is null stays.</summary>
/// <param name="Name">The name that its owner reads.</param>
/// <param name="Leverage">The most notional per unit of equity.</param>
/// <param name="MarginMode">What backs its positions.</param>
/// <param name="Limits">All limits of the account, in place of those that it has.</param>
[GenerateSerializer, Immutable, Alias("trading.settings-change")]
public sealed record SettingsChange(string? Name, decimal? Leverage, MarginMode? MarginMode, RiskLimits? Limits)
{
    /// <summary>Whether reaching a loss limit also cancels all open orders.</summary>
    [Id(0)]
    public bool? CancelsWhenTripped { get; init; }

    /// <summary>The settings after the change.</summary>
    public AccountSettings ApplyTo(AccountSettings settings) => settings with
    {
        Name = Name ?? settings.Name,
        Leverage = Leverage ?? settings.Leverage,
        MarginMode = MarginMode ?? settings.MarginMode,
        Limits = Limits ?? settings.Limits,
        CancelsWhenTripped = CancelsWhenTripped ?? settings.CancelsWhenTripped,
    };
}
