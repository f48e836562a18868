using System.Text.Json.Serialization;
using Fincord.Domain.Members;

namespace Fincord.Domain.Trading;

/// <summary>What an account may do with borrowed money.</summary>
[GenerateSerializer, Alias("trading.account-kind")]
public enum AccountKind : byte
{
    /// <summary>It spends what it has and sells what it holds.</summary>
    Cash = 1,
    /// <summary>It may borrow money and units, against margin.</summary>
    Margin = 2,
}

/// <summary>What backs a position on margin.</summary>
[GenerateSerializer, Alias("trading.margin-mode")]
public enum MarginMode : byte
{
    /// <summary>All that the account has backs all its positions.</summary>
    Cross = 1,
    /// <summary>Each position has its own margin, and loses no more than that.</summary>
    Isolated = 2,
}

/// <summary>How an account is run.</summary>
/// <param name="Name">The name that its owner reads.</param>
/// <param name="Owner">The member that it belongs to.</param>
/// <param name="Venue">Where its orders go: <c>paper</c>, or the name of a live venue.</param>
/// <param name="Kind">What it may do with borrowed money.</param>
/// <param name="MarginMode">What backs its positions.</param>
/// <param name="Leverage">The most notional per unit of equity, at least 1.</param>
/// <param name="BaseCurrency">The currency that its equity and limits are counted in.</param>
/// <param name="Fees">What its venue charges, as far as holds need to know.</param>
/// <param name="Limits">What it may do at most.</param>
[GenerateSerializer, Immutable, Alias("trading.account-settings")]
public sealed record AccountSettings(
    string Name, MemberId Owner, string Venue, AccountKind Kind, MarginMode MarginMode, decimal Leverage, string BaseCurrency, FeeSchedule Fees, RiskLimits Limits)
{
    /// <summary>The paper league whose books the account trades in, together with its other members; null for books of its own.</summary>
    [Id(0)]
    public string? League { get; init; }

    /// <summary>The name of the paper exchange as a venue.</summary>
    public const string Paper = "paper";

    /// <summary>How many times they were set; the first is 1.</summary>
    [Id(4)]
    public int Version { get; init; } = 1;

    /// <summary>Whether its venue is a live one, and not the paper exchange.</summary>
    [JsonIgnore]
    public bool IsLive => Venue != Paper;

    /// <summary>Whether its venue knows which orders cancel each other: it takes then from the others what one was filled.</summary>
    [JsonIgnore]
    public bool KnowsSiblings => Venue == Paper;

    /// <summary>The bot that trades it; null when none does.</summary>
    [Id(1)]
    public string? Bot { get; init; }

    /// <summary>The fund that it belongs to; null when it belongs to none.</summary>
    [Id(2)]
    public string? Fund { get; init; }

    /// <summary>Whether reaching a loss limit also cancels its open orders.</summary>
    [Id(3)]
    public bool CancelsWhenTripped { get; init; }
}
