using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fincord.Domain.Trading;

namespace Fincord.Domain.Markets;

/// <summary>A trading calendar as it is written down (schemas/trading-calendar.schema.json). <see cref="TradingCalendar"/> says what it means.</summary>
/// <param name="Name">What instruments call it: the venue's ISO 10383 MIC where it has one.</param>
/// <param name="Zone">The IANA zone of its times, such as <c>America/New_York</c>.</param>
/// <param name="Weeks">Its regular weeks. Of several with one day of the week the latest that has begun counts.</param>
/// <param name="Holidays">Session days on which it stays closed.</param>
/// <param name="SpecialDays">Session days with hours of their own, such as early closes.</param>
public sealed record CalendarDefinition(
    string Name,
    string Zone,
    ImmutableArray<CalendarWeek> Weeks,
    ImmutableArray<DateOnly> Holidays,
    ImmutableArray<CalendarDays> SpecialDays)
{
    /// <summary>Where its facts are from.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it leaves out, and how far it goes.</summary>
    public string Note { get; init; } = "";
}

/// <summary>The hours of some days of the week.</summary>
/// <param name="Days">Which days.</param>
/// <param name="Phases">Their phases, in order.</param>
public sealed record CalendarWeek(ImmutableArray<DayOfWeek> Days, ImmutableArray<CalendarPhase> Phases)
{
    /// <summary>The first session day for which it holds.</summary>
    public DateOnly Since { get; init; } = DateOnly.MinValue;
}

/// <summary>The hours of some dates.</summary>
/// <param name="Days">Which session days.</param>
/// <param name="Phases">Their phases, in order.</param>
public sealed record CalendarDays(ImmutableArray<DateOnly> Days, ImmutableArray<CalendarPhase> Phases);

/// <summary>A phase of a session day, by the zone's wall clock.</summary>
/// <param name="Phase">What the market does; what no phase covers is <see cref="TradingPhase.Closed"/>.</param>
/// <param name="From">Its first moment, counted from the session day's midnight: <c>09:30</c>, or <c>-07:00</c> for 17:00 of the day before.</param>
/// <param name="To">The first moment after it, <c>24:00</c> at most.</param>
public sealed record CalendarPhase(
    TradingPhase Phase,
    [property: JsonConverter(typeof(WallTimeJsonConverter))] TimeSpan From,
    [property: JsonConverter(typeof(WallTimeJsonConverter))] TimeSpan To);
