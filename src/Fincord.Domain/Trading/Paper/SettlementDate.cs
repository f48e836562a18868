using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Paper;

/// <summary>When a trade settles.</summary>
public static class SettlementDate
{
    /// <summary>The midnight (UTC) of the day so many business days after a trade's; Saturdays and Sundays are none. Zero is the trade's own day.</summary>
    public static Timestamp After(Timestamp trade, int businessDays) => Count(
        DateOnly.FromDateTime(trade.ToDateTimeOffset().UtcDateTime), businessDays, day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The midnight (UTC) of the day so many of a calendar's business days after the session day that was traded.</summary>
    public static Timestamp After(Timestamp trade, int businessDays, TradingCalendar calendar) =>
        calendar.LastSession(trade) is { } session ? Count(session.Day, businessDays, calendar.IsBusinessDay) : After(trade, businessDays);

    /// <summary>The same by an instrument's terms: by its calendar when it has one.</summary>
    public static Timestamp After(Timestamp trade, InstrumentTerms terms, TradingCalendar calendar) =>
        terms.Calendar is null ? After(trade, terms.SettlementDays) : After(trade, terms.SettlementDays, calendar);

    private static Timestamp Count(DateOnly day, int businessDays, Func<DateOnly, bool> isBusinessDay)
    {
        for (var left = businessDays; left > 0;)
        {
            day = day.AddDays(1);
            if (isBusinessDay(day)) left--;
        }
        return Timestamp.FromDateTimeOffset(new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
    }
}
