namespace Fincord.Domain.Trading;

/// <summary>What an account may do at most. What is null is not limited. Sums are in the account's base currency.</summary>
/// <param name="MaxOrderNotional">The largest order.</param>
/// <param name="MaxOpenOrders">Orders that have not ended.</param>
/// <param name="MaxPositionNotional">The largest position in one instrument, open orders on the same side included.</param>
/// <param name="MaxExposure">All positions and open orders together, long and short added up.</param>
/// <param name="MaxDailyLoss">The largest loss since the day began, a positive sum.</param>
/// <param name="MaxDrawdown">The largest loss from the highest equity, as a part of it, in (0, 1].</param>
/// <param name="OrdersPerSecond">How many orders a second, in the long run.</param>
/// <param name="OrderBurst">How many at once.</param>
[GenerateSerializer, Immutable, Alias("trading.risk-limits")]
public sealed record RiskLimits(
    decimal? MaxOrderNotional,
    int MaxOpenOrders,
    decimal? MaxPositionNotional,
    decimal? MaxExposure,
    decimal? MaxDailyLoss,
    decimal? MaxDrawdown,
    int OrdersPerSecond,
    int OrderBurst)
{
    /// <summary>What an account may do of which nobody said otherwise: no limits of money, a thousand open orders, two thousand orders a second.</summary>
    public static readonly RiskLimits Default = new(null, 1_000, null, null, null, null, OrdersPerSecond: 2_000, OrderBurst: 4_000);
}
