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

    /// <summary>The paper league whose books it trades in, together with its other members; without one it has books of its own.</summary>
    public string? League { get; init; }
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
