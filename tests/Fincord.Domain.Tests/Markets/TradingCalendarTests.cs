using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using static Fincord.Domain.Trading.TradingPhase;

namespace Fincord.Domain.Tests.Markets;

public sealed class TradingCalendarTests
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly TradingCalendar NewYork = Calendar(
        "America/New_York", [Phase(OpeningAuction, 6.5, 9.5), Phase(Continuous, 9.5, 16), Phase(ClosingAuction, 16, 16.25)],
        holidays: ["2026-07-03"], special: ("2026-11-27", [Phase(OpeningAuction, 6.5, 9.5), Phase(Continuous, 9.5, 13), Phase(ClosingAuction, 13, 13.25)]));

    private static readonly TradingCalendar Globex = Calendar("America/Chicago", [Phase(Continuous, -7, 16)]);

    private static readonly TradingCalendar Tokyo = Calendar(
        "Asia/Tokyo", [Phase(Continuous, 9, 11.5), Phase(Continuous, 12.5, 15)]);

    [Theory]
    [InlineData("2026-01-05T11:29:59.999999999Z", Closed)]
    [InlineData("2026-01-05T11:30:00Z", OpeningAuction)]
    [InlineData("2026-01-05T14:30:00Z", Continuous)]
    [InlineData("2026-01-05T20:59:59.999999999Z", Continuous)]
    [InlineData("2026-01-05T21:00:00Z", ClosingAuction)]
    [InlineData("2026-01-05T21:15:00Z", Closed)]
    [InlineData("2026-01-04T15:00:00Z", Closed)]       // a Sunday
    [InlineData("2026-07-03T15:00:00Z", Closed)]       // a holiday
    [InlineData("2026-11-27T17:59:59Z", Continuous)]
    [InlineData("2026-11-27T18:00:00Z", ClosingAuction)]    // an early close
    public void A_day_has_its_phases_and_their_ends_belong_to_the_next(string at, TradingPhase phase) => Assert.Equal(phase, NewYork.PhaseAt(Timestamp.Parse(at)));

    [Theory]
    [InlineData("2026-03-06T14:29:59Z", OpeningAuction), InlineData("2026-03-06T14:30:00Z", Continuous)]   // the Friday before the clock is put forward
    [InlineData("2026-03-09T13:29:59Z", OpeningAuction), InlineData("2026-03-09T13:30:00Z", Continuous)]   // the Monday after it
    [InlineData("2026-10-30T13:30:00Z", Continuous)]                                                   // before it is put back
    [InlineData("2026-11-02T13:30:00Z", OpeningAuction), InlineData("2026-11-02T14:30:00Z", Continuous)]
    public void It_opens_by_the_wall_clock_on_both_sides_of_a_change(string at, TradingPhase phase) => Assert.Equal(phase, NewYork.PhaseAt(Timestamp.Parse(at)));

    [Theory]
    [InlineData("2026-03-08", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", 23)]
    [InlineData("2026-11-01", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", 25)]
    [InlineData("2026-06-15", "2026-06-15T04:00:00Z", "2026-06-16T04:00:00Z", 24)]
    public void A_market_that_never_closes_has_days_of_23_and_25_hours_where_clocks_change(string day, string start, string end, int hours)
    {
        var always = Calendar("America/New_York", [Phase(Continuous, 0, 24)], days: Enum.GetValues<DayOfWeek>());

        var session = always.SessionOf(DateOnly.Parse(day))!;

        Assert.Equal((Timestamp.Parse(start), Timestamp.Parse(end), TimeSpan.FromHours(hours)), (session.Start, session.End, session.End - session.Start));
        Assert.Equal(Continuous, always.PhaseAt(Timestamp.Parse("2026-11-01T05:30:00Z")));     // half past one, the first time
        Assert.Equal(Continuous, always.PhaseAt(Timestamp.Parse("2026-11-01T06:30:00Z")));     // and the second
        Assert.Null(always.NextChange(session.Start));
        Assert.Null(always.PreviousChange(session.Start));
    }

    [Fact]
    public void A_time_that_does_not_exist_is_the_first_moment_after_the_gap_and_one_that_comes_twice_is_the_first()
    {
        var night = Calendar("America/New_York", [Phase(Continuous, 1.5, 2.5)], days: Enum.GetValues<DayOfWeek>());

        var spring = night.SessionOf(new(2026, 3, 8))!;
        var autumn = night.SessionOf(new(2026, 11, 1))!;

        Assert.Equal(("2026-03-08T06:30:00.000000000Z", "2026-03-08T07:00:00.000000000Z"), ($"{spring.Start}", $"{spring.End}"));
        Assert.Equal(("2026-11-01T05:30:00.000000000Z", "2026-11-01T07:30:00.000000000Z"), ($"{autumn.Start}", $"{autumn.End}"));
    }

    [Fact]
    public void A_session_over_midnight_belongs_to_the_day_that_it_ends_on()
    {
        var sunday = Timestamp.Parse("2026-01-04T23:00:00Z");       // 17:00 in Chicago

        Assert.Equal(Closed, Globex.PhaseAt(new(sunday.Nanoseconds - 1)));
        Assert.Equal(Continuous, Globex.PhaseAt(sunday));
        Assert.Equal(new DateOnly(2026, 1, 5), Globex.SessionDayOf(sunday));
        Assert.Equal("2026-01-05T22:00:00.000000000Z", $"{Globex.EndOfSession(sunday)}");
        Assert.Equal(Closed, Globex.PhaseAt(Timestamp.Parse("2026-01-05T22:30:00Z")));        // the hour between
        Assert.Equal(new DateOnly(2026, 1, 6), Globex.SessionDayOf(Timestamp.Parse("2026-01-05T22:30:00Z")));
        Assert.Equal(Closed, Globex.PhaseAt(Timestamp.Parse("2026-01-09T23:30:00Z")));        // Friday evening
    }

    [Fact]
    public void Currencies_trade_from_Sunday_to_Friday_without_a_break_and_change_day_at_five_in_New_York()
    {
        var fx = Calendar("America/New_York", [Phase(Continuous, -7, 17)]);

        Assert.Equal(new(Timestamp.Parse("2026-01-09T22:00:00Z"), Closed), fx.NextChange(Timestamp.Parse("2026-01-05T12:00:00Z")));
        Assert.Equal(new(Timestamp.Parse("2026-01-04T22:00:00Z"), Continuous), fx.PreviousChange(Timestamp.Parse("2026-01-07T12:00:00Z")));
        Assert.Equal(new(Timestamp.Parse("2026-01-11T22:00:00Z"), Continuous), fx.NextChange(Timestamp.Parse("2026-01-10T12:00:00Z")));
        Assert.Equal(new DateOnly(2026, 1, 6), fx.SessionDayOf(Timestamp.Parse("2026-01-05T22:00:00Z")));
        Assert.Equal(new DateOnly(2026, 1, 5), fx.SessionDayOf(Timestamp.Parse("2026-01-05T21:59:59Z")));
    }

    [Fact]
    public void Changes_lead_through_a_day_and_over_the_weekend()
    {
        var seen = new List<string>();
        for (var change = NewYork.NextChange(Timestamp.Parse("2026-01-09T12:00:00Z")); seen.Count < 5; change = NewYork.NextChange(change!.Value.At))
            seen.Add($"{change!.Value.At} {change.Value.Phase}");

        Assert.Equal(
            [
                "2026-01-09T14:30:00.000000000Z Continuous", "2026-01-09T21:00:00.000000000Z ClosingAuction", "2026-01-09T21:15:00.000000000Z Closed",
                "2026-01-12T11:30:00.000000000Z OpeningAuction", "2026-01-12T14:30:00.000000000Z Continuous",
            ], seen);
        Assert.Equal(new(Timestamp.Parse("2026-01-09T21:15:00Z"), Closed), NewYork.PreviousChange(Timestamp.Parse("2026-01-11T00:00:00Z")));
    }

    [Fact]
    public void A_break_is_within_its_session()
    {
        var noon = Timestamp.Parse("2026-01-05T03:00:00Z");

        Assert.Equal(Closed, Tokyo.PhaseAt(noon));
        Assert.Equal(new DateOnly(2026, 1, 5), Tokyo.SessionAt(noon)!.Day);
        Assert.Equal("2026-01-05T06:00:00.000000000Z", $"{Tokyo.EndOfSession(noon)}");
        Assert.Equal(new(Timestamp.Parse("2026-01-05T03:30:00Z"), Continuous), Tokyo.NextChange(noon));
    }

    [Fact]
    public void Settlement_counts_the_business_days_of_the_calendar()
    {
        var thursday = Timestamp.Parse("2026-07-02T19:00:00Z");      // Friday is a holiday
        var afterClose = Timestamp.Parse("2026-07-02T20:20:00Z");

        Assert.Equal("2026-07-06T00:00:00.000000000Z", $"{SettlementDate.After(thursday, 1, NewYork)}");
        Assert.Equal("2026-07-06T00:00:00.000000000Z", $"{SettlementDate.After(afterClose, 1, NewYork)}");
        Assert.Equal("2026-07-03T00:00:00.000000000Z", $"{SettlementDate.After(thursday, 1)}");
        Assert.Equal("2026-07-02T00:00:00.000000000Z", $"{SettlementDate.After(thursday, 0, NewYork)}");
        Assert.Equal("2026-01-06T00:00:00.000000000Z", $"{SettlementDate.After(Timestamp.Parse("2026-01-04T23:30:00Z"), 1, Globex)}");
    }

    [Fact]
    public void The_latest_hours_that_have_begun_count()
    {
        var calendar = new TradingCalendar(
            new("TEST", "UTC",
                [new([.. Weekdays], [Phase(Continuous, 9, 15)]), new([.. Weekdays], [Phase(Continuous, 9, 16)]) { Since = new(2026, 1, 6) }], [], []),
            TimeZoneInfo.Utc);

        Assert.Equal(Closed, calendar.PhaseAt(Timestamp.Parse("2026-01-05T15:30:00Z")));
        Assert.Equal(Continuous, calendar.PhaseAt(Timestamp.Parse("2026-01-06T15:30:00Z")));
    }

    [Fact]
    public void What_the_phases_say_holds_quarter_by_quarter_over_a_year()
    {
        var end = Timestamp.Parse("2027-01-01T00:00:00Z");
        foreach (var calendar in new[] { NewYork, Globex, Tokyo, TradingCalendar.Always })
        {
            var phase = calendar.PhaseAt(Timestamp.Parse("2026-01-01T00:00:00Z"));
            var next = calendar.NextChange(Timestamp.Parse("2026-01-01T00:00:00Z"));
            for (var at = Timestamp.Parse("2026-01-01T00:00:00Z"); at < end; at += TimeSpan.FromMinutes(15))
            {
                if (next is { } change && at >= change.At)
                {
                    Assert.Equal(change.At, calendar.PreviousChange(at)!.Value.At);
                    (phase, next) = (change.Phase, calendar.NextChange(at));
                }
                Assert.Equal(phase, calendar.PhaseAt(at));
                if (phase is not Closed) Assert.NotNull(calendar.SessionAt(at));
            }
        }
    }

    [Fact]
    public void What_contradicts_itself_is_refused_with_what_is_wrong()
    {
        Assert.Throws<FormatException>(() => Calendar("UTC", [Phase(Continuous, 9, 8)]));
        Assert.Throws<FormatException>(() => Calendar("UTC", [Phase(Continuous, 9, 12), Phase(Continuous, 11, 13)]));
        Assert.Throws<FormatException>(() => Calendar("UTC", [Phase(Halted, 9, 12)]));
        Assert.Throws<FormatException>(() => Calendar("UTC", [Phase(Continuous, -7, 18)]));        // into the evening of the next
        Assert.Throws<FormatException>(() => Calendar("UTC", [Phase(Continuous, 9, 12)], holidays: ["2026-01-05", "2026-01-05"]));
        var wrong = Assert.Throws<FormatException>(() => Calendar("UTC", []));
        Assert.Equal("The trading calendar TEST is wrong: a calendar has phases for each day that it names.", wrong.Message);
    }

    private static CalendarPhase Phase(TradingPhase phase, double from, double to) => new(phase, TimeSpan.FromHours(from), TimeSpan.FromHours(to));

    private static TradingCalendar Calendar(
        string zone, CalendarPhase[] phases, string[]? holidays = null, (string Day, CalendarPhase[] Phases)? special = null, DayOfWeek[]? days = null) => new(
        new(
            "TEST", zone, [new([.. days ?? Weekdays], [.. phases])], [.. (holidays ?? []).Select(DateOnly.Parse)],
            special is { } one ? [new([DateOnly.Parse(one.Day)], [.. one.Phases])] : []),
        TimeZoneInfo.FindSystemTimeZoneById(zone));
}
