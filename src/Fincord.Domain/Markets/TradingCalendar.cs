using System.Collections.Frozen;
using System.Collections.Immutable;
using Fincord.Domain.Trading;

namespace Fincord.Domain.Markets;

/// <summary>
/// When a market trades. All ranges are half-open. Its times are those of a wall clock: where the clock is put forward, a time that does not
/// exist is the first moment after the gap; where it is put back, a time that comes twice is the first of the two. Dates are session days.
/// </summary>
public sealed class TradingCalendar
{
    // No market has been closed, or has done the same without a pause, for so long and then changed.
    private const int LongestWait = 40;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TimeZoneInfo _zone;
    private readonly ImmutableArray<CalendarWeek> _weeks;
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly FrozenSet<TradingPhase> _phases;
    private readonly FrozenDictionary<DateOnly, ImmutableArray<CalendarPhase>> _specialDays;

    // The spans around the last question: the next one is mostly about the same moment.
    private Around? _around;

    /// <summary>The calendar that a definition describes; throws <see cref="FormatException"/> with what is wrong with it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="zone">The zone of that name.</param>
    public TradingCalendar(CalendarDefinition definition, TimeZoneInfo zone)
    {
        CalendarRules.Check(definition);
        (Definition, _zone) = (definition, zone);
        _weeks = [.. definition.Weeks.OrderByDescending(week => week.Since)];
        _holidays = definition.Holidays.ToFrozenSet();
        _specialDays = definition.SpecialDays.SelectMany(special => special.Days.Select(day => KeyValuePair.Create(day, special.Phases))).ToFrozenDictionary();
        _phases = definition.Weeks.SelectMany(week => week.Phases).Select(phase => phase.Phase).ToFrozenSet();
    }

    /// <summary>The market that never closes, whose session day is the UTC day: what holds for an instrument without a calendar.</summary>
    public static TradingCalendar Always { get; } = new(
        new("24x7", "UTC", [new([.. Enum.GetValues<DayOfWeek>()], [new(TradingPhase.Continuous, TimeSpan.Zero, Day)])], [], []), TimeZoneInfo.Utc);

    /// <summary>As it is written down.</summary>
    public CalendarDefinition Definition { get; }

    /// <summary>Whether its sessions have the auction that an order is for; true for an order that is for none.</summary>
    public bool HasAuctionFor(TimeInForce timeInForce) => timeInForce switch
    {
        TimeInForce.AtTheOpen => _phases.Contains(TradingPhase.OpeningAuction),
        TimeInForce.AtTheClose => _phases.Contains(TradingPhase.ClosingAuction),
        _ => true,
    };

    /// <summary>What the market does at a moment.</summary>
    public TradingPhase PhaseAt(Timestamp moment)
    {
        var around = _around;
        if (around is null || moment < around.From || moment >= around.Until) _around = around = Look(moment);
        return around.Phase;
    }

    /// <summary>When the market next does something else than at a moment, and what; null when it never does.</summary>
    public PhaseChange? NextChange(Timestamp moment)
    {
        var (phase, until) = (PhaseAt(moment), moment);
        foreach (var span in SpansFrom(DayOf(moment).AddDays(-1)).Where(span => span.Until > moment))
        {
            if (span.From > until && phase is not TradingPhase.Closed) return new(until, TradingPhase.Closed);
            if (span.Phase != phase && span.From > moment) return new(span.From, span.Phase);
            until = span.Until;
        }
        return null;
    }

    /// <summary>When what the market does at a moment began; null when it always did so.</summary>
    public PhaseChange? PreviousChange(Timestamp moment)
    {
        var phase = PhaseAt(moment);
        PhaseChange? change = null;
        Timestamp? until = null;
        foreach (var span in SpansFrom(DayOf(moment).AddDays(-LongestWait)).TakeWhile(span => span.From <= moment))
        {
            if (until is { } end && span.From > end) change = Turn(change, end, TradingPhase.Closed);
            change = Turn(change, span.From, span.Phase);
            until = span.Until;
        }
        if (until is { } last && last <= moment) change = Turn(change, last, TradingPhase.Closed);
        return change is { } began && began.Phase == phase && began.At > ToMoment(DayOf(moment).AddDays(2 - LongestWait), TimeSpan.Zero) ? began : null;
    }

    /// <summary>The session that a moment lies in, breaks included; null between sessions.</summary>
    public TradingSession? SessionAt(Timestamp moment) => LastSession(moment) is { } session && session.Contains(moment) ? session : null;

    /// <summary>The latest session that has begun at a moment; null when none has for a long time.</summary>
    public TradingSession? LastSession(Timestamp moment)
    {
        var day = DayOf(moment).AddDays(1);
        for (var left = LongestWait; left > 0; left--, day = day.AddDays(-1))
            if (SessionOf(day) is { } session && session.Start <= moment) return session;
        return null;
    }

    /// <summary>The first session that begins after a moment; null when none does for a long time.</summary>
    public TradingSession? NextSession(Timestamp moment)
    {
        var day = DayOf(moment).AddDays(-1);
        for (var left = LongestWait; left > 0; left--, day = day.AddDays(1))
            if (SessionOf(day) is { } session && session.Start > moment) return session;
        return null;
    }

    /// <summary>When the session of a moment ends, or the next one when it lies between two: that long a DAY order lives.</summary>
    public Timestamp? EndOfSession(Timestamp moment) => (SessionAt(moment) ?? NextSession(moment))?.End;

    /// <summary>The day that a moment is traded for: that of its session, or of the next one when it lies between two.</summary>
    public DateOnly? SessionDayOf(Timestamp moment) => (SessionAt(moment) ?? NextSession(moment))?.Day;

    /// <summary>Whether the market trades on a session day.</summary>
    public bool IsBusinessDay(DateOnly day) => !PhasesOf(day).IsEmpty;

    /// <summary>The session of a day; null when the market does not trade on it.</summary>
    public TradingSession? SessionOf(DateOnly day) =>
        PhasesOf(day) is [var first, ..] phases ? new(day, ToMoment(day, first.From), ToMoment(day, phases[^1].To)) : null;

    private ImmutableArray<CalendarPhase> PhasesOf(DateOnly day)
    {
        if (_holidays.Contains(day)) return [];
        if (_specialDays.TryGetValue(day, out var special)) return special;
        foreach (var week in _weeks)
            if (week.Since <= day && week.Days.Contains(day.DayOfWeek)) return week.Phases;
        return [];
    }

    private Around Look(Timestamp moment)
    {
        var from = ToMoment(DayOf(moment).AddDays(-2), TimeSpan.Zero);
        foreach (var span in SpansFrom(DayOf(moment).AddDays(-2)))
        {
            if (span.From > moment) return new(TradingPhase.Closed, from, span.From);
            if (moment < span.Until) return new(span.Phase, span.From, span.Until);
            from = span.Until;
        }
        return new(TradingPhase.Closed, from, ToMoment(DayOf(moment).AddDays(LongestWait), TimeSpan.Zero));     // as far as was looked
    }

    /// <summary>The phases from a session day on, in order and without overlaps; what a clock put forward skips is left out.</summary>
    private IEnumerable<Around> SpansFrom(DateOnly day)
    {
        for (var left = 2 * LongestWait; left > 0; left--, day = day.AddDays(1))
        {
            foreach (var (phase, from, to) in PhasesOf(day))
                if (ToMoment(day, from) is var start && ToMoment(day, to) is var end && start < end) yield return new(phase, start, end);
        }
    }

    private static PhaseChange Turn(PhaseChange? before, Timestamp at, TradingPhase phase) =>
        before is { } change && change.Phase == phase ? change : new(at, phase);

    private DateOnly DayOf(Timestamp moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), _zone).DateTime);

    private Timestamp ToMoment(DateOnly day, TimeSpan time)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue) + time;
        while (_zone.IsInvalidTime(wall)) wall = wall.AddMinutes(1);
        var offset = _zone.IsAmbiguousTime(wall) ? _zone.GetAmbiguousTimeOffsets(wall).Max() : _zone.GetUtcOffset(wall);
        return Timestamp.FromDateTimeOffset(new(wall, offset));
    }

    private sealed record Around(TradingPhase Phase, Timestamp From, Timestamp Until);
}
