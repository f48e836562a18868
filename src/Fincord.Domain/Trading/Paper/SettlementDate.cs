using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Paper;

/// <summary>When a trade settles.</summary>
public static class SettlementDate
{
    /// <summary>The midnight (UTC) of the day so many business days after a trade's; Saturdays and Sundays are none. Zero is the trade's own day.</summary>
    public static Timestamp After(Timestamp trade, int businessDays)
    {
        var day = DateOnly.FromDateTime(trade.ToDateTimeOffset().UtcDateTime);
        for (var left = businessDays; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return Timestamp.FromDateTimeOffset(new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
    }
}
