using System.Collections.Immutable;
using Fincord.Domain.Trading;

namespace Fincord.Domain.Markets;

/// <summary>What a trading calendar must fulfil.</summary>
internal static class CalendarRules
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Throws <see cref="FormatException"/> with the first thing that is wrong.</summary>
    public static void Check(CalendarDefinition calendar)
    {
        if (string.IsNullOrWhiteSpace(calendar.Name)) throw new FormatException("A trading calendar has a name.");
        if (calendar.Weeks.IsDefaultOrEmpty || calendar.Holidays.IsDefault || calendar.SpecialDays.IsDefault)
            throw Wrong(calendar, "has weeks, holidays and specialDays, of which only the first may not be empty");
        foreach (var week in calendar.Weeks)
        {
            if (week.Days.IsDefaultOrEmpty) throw Wrong(calendar, "says for each week which days it means");
            CheckPhases(calendar, week.Phases);
        }
        foreach (var since in calendar.Weeks.Select(week => week.Since).Distinct()) CheckWeek(calendar, since);
        foreach (var special in calendar.SpecialDays)
        {
            if (special.Days.IsDefaultOrEmpty) throw Wrong(calendar, "says for special hours which days it means");
            CheckPhases(calendar, special.Phases);
        }
        var days = calendar.SpecialDays.SelectMany(special => special.Days).Concat(calendar.Holidays).ToList();
        if (days.GroupBy(day => day).FirstOrDefault(group => group.Count() > 1) is { } twice) throw Wrong(calendar, $"names {twice.Key:yyyy-MM-dd} once, as a holiday or a special day");
    }

    private static void CheckPhases(CalendarDefinition calendar, ImmutableArray<CalendarPhase> phases)
    {
        if (phases.IsDefaultOrEmpty) throw Wrong(calendar, "has phases for each day that it names");
        var until = -Day;
        foreach (var phase in phases)
        {
            if (phase.Phase is not (TradingPhase.OpeningAuction or TradingPhase.Continuous or TradingPhase.ClosingAuction))
                throw Wrong(calendar, "has the phases OpeningAuction, Continuous and ClosingAuction; between them it is closed");
            if (phase.From < until || phase.To <= phase.From || phase.To > Day) throw Wrong(calendar, "has phases in their order, each with an end after its beginning, and by 24:00");
            until = phase.To;
        }
    }

    // Days that follow each other must not overlap: the evening before may belong to the next day.
    private static void CheckWeek(CalendarDefinition calendar, DateOnly since)
    {
        var weeks = calendar.Weeks.Where(week => week.Since <= since).OrderByDescending(week => week.Since).ToList();
        ImmutableArray<CalendarPhase> On(DayOfWeek day) => weeks.FirstOrDefault(week => week.Days.Contains(day))?.Phases ?? [];
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            if (On(day) is [.., var last] && On((DayOfWeek)(((int)day + 1) % 7)) is [var next, ..] && next.From + Day < last.To)
                throw Wrong(calendar, $"ends {day} before the next day's session begins");
        }
    }

    private static FormatException Wrong(CalendarDefinition calendar, string rule) => new($"The trading calendar {calendar.Name} is wrong: a calendar {rule}.");
}
