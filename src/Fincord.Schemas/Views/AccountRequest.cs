using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>An account as a member asks for it. All but the name has a default: a cash account at the paper exchange in US dollars.</summary>
public record OpenAccountRequest
{
    /// <summary>The name that its owner reads, at most 64 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Where its orders go; <c>paper</c> by default.</summary>
    public string? Venue { get; init; }

    /// <summary>What it may do with borrowed money; CASH by default.</summary>
    public AccountKind? Kind { get; init; }

    /// <summary>What backs a position on margin; CROSS by default.</summary>
    public MarginMode? MarginMode { get; init; }

    /// <summary>The most notional per unit of equity, 1 to 125; 1 by default.</summary>
    public decimal? Leverage { get; init; }

    /// <summary>The currency that its equity and limits are counted in; USD by default.</summary>
    public string? BaseCurrency { get; init; }

    /// <summary>What it may do at most; without it nothing but a thousand open orders and a rate of orders limits it.</summary>
    public AccountLimits? Limits { get; init; }

    /// <summary>The paper league whose books it trades in, together with its other members; without one it has books of its own.</summary>
    public string? League { get; init; }
}

/// <summary>What an account may do at most, in its base currency. What is left out is not limited, or has the default.</summary>
public record AccountLimits
{
    /// <summary>The largest order.</summary>
    public decimal? MaxOrderNotional { get; init; }

    /// <summary>Orders that have not ended; 1,000 by default.</summary>
    public int? MaxOpenOrders { get; init; }

    /// <summary>The largest position in one instrument, open orders on the same side included.</summary>
    public decimal? MaxPositionNotional { get; init; }

    /// <summary>All positions and open orders together, long and short added up.</summary>
    public decimal? MaxExposure { get; init; }

    /// <summary>The largest loss since the UTC day began.</summary>
    public decimal? MaxDailyLoss { get; init; }

    /// <summary>The largest loss from the highest equity, as a part of it, in (0, 1].</summary>
    public decimal? MaxDrawdown { get; init; }

    /// <summary>How many orders a second, in the long run; 2,000 by default.</summary>
    public int? OrdersPerSecond { get; init; }

    /// <summary>How many at once; 4,000 by default.</summary>
    public int? OrderBurst { get; init; }

    /// <summary>Whether reaching a loss limit also cancels all open orders.</summary>
    public bool? CancelsWhenTripped { get; init; }
}

/// <summary>What is to change of an account's settings; what is missing stays. Owner, kind, venue and base currency never change.</summary>
public record ChangeSettingsRequest
{
    /// <summary>The name that its owner reads, at most 64 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The most notional per unit of equity, 1 to 125; not below what positions and orders need.</summary>
    public decimal? Leverage { get; init; }

    /// <summary>What backs a position on margin; it changes only while nothing is held and no order is open.</summary>
    public MarginMode? MarginMode { get; init; }

    /// <summary>All limits, in place of those that the account has.</summary>
    public AccountLimits? Limits { get; init; }
}

/// <summary>Money that comes into an account, or leaves it when the amount is negative.</summary>
public record PaymentRequest
{
    /// <summary>The currency's code.</summary>
    public string? Currency { get; init; }

    /// <summary>How much; negative to take it out.</summary>
    public decimal? Amount { get; init; }
}

/// <summary>How a kill switch is to stand.</summary>
public record KillSwitchRequest
{
    /// <summary>On or off; on also cancels all open orders.</summary>
    public bool? IsOn { get; init; }
}
