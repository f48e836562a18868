using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>When perpetuals pay funding, and how much, where nobody else says so.</summary>
public static class FundingSchedule
{
    /// <summary>The time from one funding to the next; the first of a UTC day is at its midnight.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(8);

    // How far the interest moves the premium, and how far funding goes at most in one interval.
    private const decimal Damping = 0.0005m;
    private const decimal Cap = 0.0075m;

    /// <summary>
    /// The rate for one interval: the premium of the mark over the index, drawn towards the interest by at most 0.05 %, and at most 0.75 %
    /// either way: F = P + clamp(I - P, -0.05 %, 0.05 %). Without an index it is the interest. Source: Binance, "Introduction to Binance
    /// Futures Funding Rates".
    /// </summary>
    /// <param name="mark">The price of the perpetual.</param>
    /// <param name="index">The price of what it follows; null when there is none.</param>
    /// <param name="interest">What holding it costs in one interval when it trades at its index.</param>
    public static decimal RateOf(decimal mark, decimal? index, decimal interest)
    {
        if (index is not > 0) return interest;
        var premium = (mark - index.Value) / index.Value;
        return decimal.Round(Math.Clamp(premium + Math.Clamp(interest - premium, -Damping, Damping), -Cap, Cap), 8);
    }

    /// <summary>The moments that are multiples of an interval since 1970 in (after, until], in order.</summary>
    public static IEnumerable<Timestamp> Moments(Timestamp after, Timestamp until, TimeSpan interval)
    {
        var length = interval.Ticks * 100;
        for (var next = (Math.DivRem(after.Nanoseconds, length).Quotient + 1) * length; next <= until.Nanoseconds; next += length) yield return new(next);
    }
}
