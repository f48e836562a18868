using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Grains.Trading;

namespace Fincord.Grains.Tests.Trading;

public sealed class TermsTests
{
    private static readonly Instrument Acme = new(new(42), new(InstrumentKey.Parse("XNAS:ACME"), "Acme", InstrumentType.Equity, "USD", new(2), new(0)));

    [Fact]
    public void The_calendars_that_come_with_Fincord_can_be_read() => Assert.Equal(
        ["24x7", "FX", "XETR", "XKRX", "XLON", "XNAS", "XNYS", "XTKS"],
        CalendarFiles.ReadShipped().Select(calendar => calendar.Definition.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("XNYS", "2026-11-27T17:59:00Z", TradingPhase.Continuous)]      // the day after Thanksgiving closes at 13:00
    [InlineData("XNYS", "2026-11-27T18:10:00Z", TradingPhase.Closed)]
    [InlineData("XNYS", "2025-01-09T15:00:00Z", TradingPhase.Closed)]          // the mourning for President Carter
    [InlineData("XNYS", "2027-06-18T15:00:00Z", TradingPhase.Closed)]          // Juneteenth is a Saturday
    [InlineData("XNYS", "2021-12-31T15:00:00Z", TradingPhase.Continuous)]      // New Year's Day on a Saturday is not moved
    [InlineData("XLON", "2023-05-08T10:00:00Z", TradingPhase.Closed)]          // the coronation
    [InlineData("XLON", "2026-12-24T12:29:00Z", TradingPhase.Continuous)]
    [InlineData("XLON", "2026-12-24T12:36:00Z", TradingPhase.Closed)]
    [InlineData("XLON", "2026-12-28T10:00:00Z", TradingPhase.Closed)]          // Boxing Day is a Saturday
    [InlineData("XETR", "2021-05-24T10:00:00Z", TradingPhase.Closed)]          // Whit Monday, a holiday until 2021
    [InlineData("XETR", "2022-06-06T10:00:00Z", TradingPhase.Continuous)]
    [InlineData("XETR", "2026-07-01T15:31:00Z", TradingPhase.ClosingAuction)]
    [InlineData("XTKS", "2024-11-01T06:10:00Z", TradingPhase.Closed)]          // until 15:00
    [InlineData("XTKS", "2024-11-05T06:10:00Z", TradingPhase.Continuous)]      // until 15:25, then the closing auction
    [InlineData("XTKS", "2026-09-22T03:45:00Z", TradingPhase.Closed)]          // a day between two holidays
    [InlineData("XTKS", "2026-09-24T02:45:00Z", TradingPhase.Closed)]          // noon
    [InlineData("XKRX", "2026-02-17T02:00:00Z", TradingPhase.Closed)]          // Seollal
    [InlineData("XKRX", "2026-02-19T06:25:00Z", TradingPhase.ClosingAuction)]
    [InlineData("FX", "2026-01-11T22:00:00Z", TradingPhase.Continuous)]
    [InlineData("FX", "2026-01-10T12:00:00Z", TradingPhase.Closed)]
    [InlineData("24x7", "2026-01-10T12:00:00Z", TradingPhase.Continuous)]
    public void They_know_the_days_of_their_venues(string name, string at, TradingPhase phase) =>
        Assert.Equal(phase, CalendarFiles.ReadShipped().Single(calendar => calendar.Definition.Name == name).PhaseAt(Timestamp.Parse(at)));

    [Fact]
    public void What_is_configured_counts_before_what_a_source_says_and_the_later_before_the_earlier()
    {
        var terms = TermsValidation.Make(
            new() { Terms = { new() { Match = "XNAS:*", LotSize = 10, Calendar = "XNYS" }, new() { Match = "XNAS:ACME", PriceBand = 0.1m, Calendar = "XNAS" } } },
            [new Source(new TermsRule { Match = "XNAS:ACME", TickSize = 0.05m, LotSize = 5 })]).Of(Acme);

        Assert.Equal((5L, 10L, 0.1m, "XNAS", 1), (terms.TickSize, terms.LotSize, terms.PriceBand, terms.Calendar, terms.SettlementDays));
    }

    [Theory]
    [InlineData(0.01, 1), InlineData(0.05, 5), InlineData(0.005, 1), InlineData(0.015, 3), InlineData(0.25, 25)]
    public void A_tick_that_the_scale_cannot_show_is_the_next_that_it_can(double tick, long counts) =>
        Assert.Equal(counts, TermsValidation.Make(new() { Terms = { new() { TickSize = (decimal)tick } } }, []).Of(Acme).TickSize);

    [Fact]
    public void Rules_are_for_a_key_a_venue_or_a_kind()
    {
        var terms = TermsValidation.Make(new() { Terms = { new() { Type = InstrumentType.CryptoSpot, LotSize = 7 }, new() { Match = "XNYS:*", LotSize = 9 } } }, []);

        Assert.Equal(1, terms.Of(Acme).LotSize);
        Assert.Same(TradingCalendar.Always, terms.CalendarOf(terms.Of(Acme)));
    }

    [Theory]
    [InlineData("acme", null, null, "The terms of 'acme' are wrong: Match is a key, VENUE:* or *, not 'acme'.")]
    [InlineData("*", -1.0, null, "The terms of '*' are wrong: TickSize, LotSize, ContractSize and PriceBand are more than zero.")]
    [InlineData("*", null, "XWAR", "The terms of '*' name the trading calendar 'XWAR', which is none of 24x7 FX XETR XKRX XLON XNAS XNYS XTKS.")]
    public void What_is_wrong_ends_the_start_and_is_told(string match, double? tick, string? calendar, string told)
    {
        var options = new TermsOptions { Terms = { new() { Match = match, TickSize = (decimal?)tick, Calendar = calendar } } };

        Assert.Equal(told, new TermsValidation([]).Validate(null, options).FailureMessage);
    }

    [Fact]
    public void An_operators_calendar_is_added_or_replaces_one_and_a_damaged_one_is_told()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """
                { "name": "XNYS", "zone": "Europe/Warsaw", "weeks": [{ "days": ["Monday"], "phases": [{ "phase": "Continuous", "from": "09:00", "to": "17:00" }] }],
                  "holidays": [], "specialDays": [] }
                """);
            var options = new TermsOptions { Calendars = { path }, Terms = { new() { Calendar = "XNYS" } } };
            var terms = TermsValidation.Make(options, []);
            Assert.Equal("Europe/Warsaw", terms.CalendarOf(terms.Of(Acme)).Definition.Zone);

            File.WriteAllText(path, """{ "name": "XNYS", "zone": "Europe/Warsaw", "weeks": [], "holidays": [], "specialdays": [] }""");
            Assert.Contains("specialdays", new TermsValidation([]).Validate(null, options).FailureMessage);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Source(params TermsRule[] rules) : ITermsSource
    {
        public IEnumerable<TermsRule> Terms => rules;
    }
}
