using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Venues;

/// <summary>When an order's id was made.</summary>
internal static class OrderIdAge
{
    // Below the shortest interval after which an account sends again what was not answered.
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(900);

    /// <summary>To the millisecond: the first 48 bits of a version-7 GUID.</summary>
    public static Timestamp MadeAt(this OrderId id) => Timestamp.FromUnixMilliseconds(Convert.ToInt64(id.Value.ToString("N")[..12], 16));

    /// <summary>Whether it was made so short a time ago that its account cannot have asked twice.</summary>
    public static bool IsFresh(this OrderId id, Timestamp now) => now - id.MadeAt() < Freshness;
}
