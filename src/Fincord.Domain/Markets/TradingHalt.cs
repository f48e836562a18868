using Fincord.Domain.Members;

namespace Fincord.Domain.Markets;

/// <summary>That an operator stopped the trading of an instrument.</summary>
/// <param name="Reason">Why, for all to read; 1 to 200 characters.</param>
/// <param name="By">Who.</param>
/// <param name="Since">When.</param>
[GenerateSerializer, Immutable, Alias("markets.trading-halt")]
public sealed record TradingHalt(string Reason, MemberId By, Timestamp Since)
{
    /// <summary>The longest reason.</summary>
    public const int MaxReasonLength = 200;

    /// <summary>Whether a reason can be told.</summary>
    public static bool IsReason(string? reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= MaxReasonLength;
}
