using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>A loss limit that an account has reached.</summary>
/// <param name="Code">Which: DAILY_LOSS or DRAWDOWN.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Actual">The loss when it tripped.</param>
/// <param name="Unit">What the two count: a currency, or nothing for a part of the equity.</param>
/// <param name="At">When it tripped.</param>
public sealed record BreakerView(string Code, decimal Limit, decimal Actual, string Unit, Timestamp At)
{
    /// <summary>The view of a breaker, if one has tripped.</summary>
    public static BreakerView? From(Breaker? breaker) =>
        breaker is null ? null : new(breaker.Code.ToWire(), breaker.Limit, breaker.Actual, breaker.Unit, breaker.At);
}

/// <summary>How a kill switch above accounts is to stand.</summary>
public record TurnScopeKillSwitchRequest
{
    /// <summary>On or off; on also cancels all open orders of the accounts in its scope.</summary>
    public bool? IsOn { get; init; }

    /// <summary>Whether it also closes what they hold; it does not by default.</summary>
    public bool? ClosesPositions { get; init; }

    /// <summary>Why, 1 to 256 characters; it is kept.</summary>
    public string? Reason { get; init; }
}

/// <summary>How a kill switch above accounts stands, who turned it and why.</summary>
/// <param name="Scope">The accounts that it stops: all, venue:NAME, member:ID, bot:ID or fund:ID.</param>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="ClosesPositions">Whether it also closes what they hold.</param>
/// <param name="By">The member who turned it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="Epoch">The number of this change.</param>
public sealed record KillSwitchView(string Scope, bool IsOn, bool ClosesPositions, string By, string Reason, Timestamp At, long Epoch)
{
    /// <summary>The view of a kill switch.</summary>
    public static KillSwitchView From(KillSwitch killSwitch) => new(
        killSwitch.Scope.ToString(), killSwitch.IsOn, killSwitch.ClosesPositions, killSwitch.By.ToString(), killSwitch.Reason, killSwitch.At, killSwitch.Epoch);
}

/// <summary>What came of turning a kill switch.</summary>
/// <param name="KillSwitch">The switch as it stands, durably.</param>
/// <param name="Reached">How many accounts had orders or positions and have asked their venue to cancel them.</param>
/// <param name="Unreached">Accounts that could not do so yet: they place nothing, and are tried again until they have.</param>
public sealed record KillSwitchTurnView(KillSwitchView KillSwitch, int Reached, IReadOnlyList<string> Unreached);

/// <summary>Somebody turned a kill switch above accounts, or set limits.</summary>
/// <param name="Epoch">Its number.</param>
/// <param name="Scope">The accounts that it is about.</param>
/// <param name="Kind">What was changed: KILL_SWITCH or LIMITS.</param>
/// <param name="IsOn">Whether the switch is on, or there are limits, since then.</param>
/// <param name="By">The member who did it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record RiskChangeView(long Epoch, string Scope, string Kind, bool IsOn, string By, string Reason, Timestamp At);

/// <summary>What the accounts of a scope may do together at most, as somebody with the right sets it. What is left out is not limited.</summary>
public record SetBudgetRequest
{
    /// <summary>The currency that its sums are in; USD by default.</summary>
    public string? Currency { get; init; }

    /// <summary>The notional of all positions and open orders, long and short added up.</summary>
    public decimal? MaxExposure { get; init; }

    /// <summary>The largest loss since the UTC day began.</summary>
    public decimal? MaxDailyLoss { get; init; }

    /// <summary>The largest loss from the highest equity, as a part of it, in (0, 1].</summary>
    public decimal? MaxDrawdown { get; init; }

    /// <summary>How many orders a second, in the long run.</summary>
    public int? OrdersPerSecond { get; init; }

    /// <summary>How many at once.</summary>
    public int? OrderBurst { get; init; }

    /// <summary>Whether all limits are taken away instead.</summary>
    public bool? IsUnlimited { get; init; }

    /// <summary>Why, 1 to 256 characters; it is kept.</summary>
    public string? Reason { get; init; }
}

/// <summary>The limits above the accounts of a scope, and what is used of them. Sums are in the budget's currency.</summary>
/// <param name="Scope">The accounts: all, venue:NAME, member:ID, bot:ID or fund:ID.</param>
/// <param name="IsLimited">Whether there are limits; without them the rest is empty.</param>
/// <param name="Currency">The currency.</param>
/// <param name="MaxExposure">The notional of all positions and open orders that is allowed.</param>
/// <param name="MaxDailyLoss">The largest loss since the UTC day began.</param>
/// <param name="MaxDrawdown">The largest loss from the highest equity, as a part of it.</param>
/// <param name="OrdersPerSecond">How many orders a second, in the long run.</param>
/// <param name="OrderBurst">How many at once.</param>
/// <param name="Used">The notional that its accounts told of.</param>
/// <param name="Reserved">The same, with what is leased to them beyond.</param>
/// <param name="Equity">What its accounts are worth.</param>
/// <param name="DayLoss">Their loss since the UTC day began; negative for a gain.</param>
/// <param name="Drawdown">Their loss from the highest equity, as a part of it.</param>
/// <param name="Tripped">The loss limit that they have reached: DAILY_LOSS or DRAWDOWN.</param>
/// <param name="Accounts">How many accounts share it.</param>
/// <param name="IsComplete">Whether all accounts have told what they use; until then nothing is leased beyond that.</param>
public sealed record BudgetView(
    string Scope, bool IsLimited, string? Currency, decimal? MaxExposure, decimal? MaxDailyLoss, decimal? MaxDrawdown, int? OrdersPerSecond, int? OrderBurst,
    decimal Used, decimal Reserved, decimal Equity, decimal DayLoss, decimal? Drawdown, string? Tripped, int Accounts, bool IsComplete);
