using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>
/// A token bucket: <see cref="RiskLimits.OrdersPerSecond"/> flow in, <see cref="RiskLimits.OrderBurst"/> fit, each order takes one. The
/// default value is a full bucket.
/// </summary>
/// <param name="Used">Tokens missing, in billionths of one, as of <paramref name="At"/>.</param>
/// <param name="At">When that was.</param>
[GenerateSerializer, Immutable, Alias("trading.order-rate")]
public readonly record struct OrderRate([property: Id(0)] long Used, [property: Id(1)] Timestamp At)
{
    private const long Token = Timestamp.NanosecondsPerSecond;

    /// <summary>Whether so many orders may be placed now.</summary>
    public bool Allows(int orders, RiskLimits limits, Timestamp now) => UsedAt(limits, now) + (Int128)orders * Token <= (Int128)limits.OrderBurst * Token;

    /// <summary>The bucket after so many orders.</summary>
    public OrderRate Take(int orders, RiskLimits limits, Timestamp now) => new((long)(UsedAt(limits, now) + (Int128)orders * Token), now);

    // A clock that was set back gives nothing back and takes nothing away.
    private Int128 UsedAt(RiskLimits limits, Timestamp now)
    {
        var passed = Math.Max(0, now.Nanoseconds - At.Nanoseconds);
        return Int128.Max(0, Used - (Int128)passed * limits.OrdersPerSecond);
    }
}
