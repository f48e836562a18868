using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Fincord.Domain.Metrics;
using Fincord.Domain.Tests.Trading.Histories;
using Fincord.Domain.Trading;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Statements;

public sealed class StatementTests
{
    private static readonly AccountState Rich = AccountWith(10_000m);

    [Fact]
    public void A_statement_says_what_moved_and_why()
    {
        var bought = FillOf(Rich, OrderSide.Buy, 10, 100m, fee: 1m, fill: 1);
        var sold = FillOf(Rich.Apply(bought), OrderSide.Sell, 4, 110m, fee: 2m, fill: 2);
        var funded = new EntryPosted(Noon, JournalEntry.Income(JournalKind.Funding, LedgerAccount.Funding, "USD", -3m, Noon, "funding"));
        var paidOut = new EntryPosted(Noon, JournalEntry.Payment("USD", -500m, Noon, "out"));

        var statement = AccountStatement.Of(Noon, Noon + TimeSpan.FromDays(1), Rich, [bought, sold, funded, paidOut]);

        Assert.Equal(
        [
            new(MovementKind.Withdrawal, "USD", -500m, 1),
            new(MovementKind.Fill, "USD", -1_000m + 440m, 2),
            new(MovementKind.Fill, "instr:42", 6m, 2),
            new(MovementKind.Fee, "USD", -3m, 2),
            new Movement(MovementKind.Funding, "USD", -3m, 1),
        ], statement.Movements);
        Assert.Equal((10_000m, 8_934m), (statement.Opening.Cash["USD"], statement.Closing.Cash["USD"]));
        Assert.Equal((40m, 40m), statement.RealizedIn(Acme.InstrumentId));
    }

    /// <summary>In random histories cut at two random moments: opening and movements are closing, in each currency and each instrument.</summary>
    [Fact]
    public void Every_statement_ties_out_to_the_last_unit()
    {
        var moved = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var history = TradingHistory.Run(seed, steps: 30);
            foreach (var events in history.Lives)
            {
                var random = new Random(seed);
                var cuts = new[] { random.Next(events.Count + 1), random.Next(events.Count + 1) }.Order().ToArray();
                var whole = events.Take(cuts[1]).Aggregate(AccountState.Unopened(Mine), (account, next) => account.Apply(next));
                var opening = events.Take(cuts[0]).Aggregate(AccountState.Unopened(Mine), (account, next) => account.Apply(next));
                // As a reader finds it: money and positions of the beginning, and only the events that booked something.
                var known = AccountState.Unopened(Mine) with { Cash = opening.Cash, Positions = opening.Positions };
                var statement = AccountStatement.Of(Noon, Noon, known, [.. events.Skip(cuts[0]).Take(cuts[1] - cuts[0]).Where(next => next.Entry() is not null)]);

                Assert.Equal(whole.Cash, statement.Closing.Cash);
                foreach (var unit in whole.Cash.Keys.Concat(opening.Cash.Keys).Distinct()) Assert.Equal(
                    whole.Cash.GetValueOrDefault(unit), opening.Cash.GetValueOrDefault(unit) + Moved(statement, unit));
                foreach (var position in whole.Positions.Values)
                {
                    var units = history.Terms.QuantityScale.ToDecimal(position.Count - opening.PositionOf(position.InstrumentId).Count);
                    Assert.Equal(units, Moved(statement, JournalEntry.UnitOf(position.InstrumentId)));
                    Assert.Equal(position.Count, statement.Closing.PositionOf(position.InstrumentId).Count);
                }
                moved += statement.Movements.Count(movement => movement.Kind is MovementKind.Fill);
            }
        }
        Assert.True(moved > 100, "There must be fills to tie out.");
    }

    [Fact]
    public void A_day_is_split_into_what_was_realized_paid_and_is_still_open()
    {
        var bought = FillOf(Rich, OrderSide.Buy, 10, 100m, fee: 1m, fill: 1);
        var sold = FillOf(Rich.Apply(bought), OrderSide.Sell, 4, 110m, fee: 2m, fill: 2);
        EquityPoint[] curve = [At(1, 10_000m), At(10, 10_087m), At(11, 10_587m, flow: 500m), At(60, 10_600m)];

        var days = DailyPnl.Of(At(-1, 10_000m), curve, Rich, [bought with { At = Hour(2) }, sold with { At = Hour(3) }], _ => "USD", "USD");

        Assert.Equal(3, days.Count);
        var first = days[0];
        Assert.Equal((87m, 40m, 3m, 0m, 50m), (first.Total, first.Realized, first.Fees, first.Income, first.Unrealized));
        Assert.Equal(500m, first.Flow);
        Assert.Equal(10_087 / 10_000.0 - 1, first.Return!.Value, 12);
        Assert.Equal((0m, 10_587m, 0.0), (days[1].Total, days[1].ClosingEquity, days[1].Return));
        Assert.Equal((13m, 13m), (days[2].Total, days[2].Unrealized));
    }

    [Fact]
    public void What_is_booked_in_another_currency_counts_at_the_rate_of_the_days_last_mark()
    {
        var dividend = new EntryPosted(Hour(1), JournalEntry.Income(JournalKind.Dividend, LedgerAccount.Dividends, "EUR", 10m, Noon, "dividend"));
        var rates = ImmutableSortedDictionary<string, decimal>.Empty.Add("EUR", 1.2m);

        var day = Assert.Single(DailyPnl.Of(At(-1, 100m), [At(2, 112m) with { Rates = rates }], Rich, [dividend], _ => "USD", "USD"));

        Assert.Equal((12m, 12m, 0m), (day.Total, day.Income, day.Unrealized));
    }

    [Fact]
    public void The_first_day_of_a_curve_begins_with_its_first_mark()
    {
        var funded = Assert.Single(DailyPnl.Of(null, [At(1, 100m, flow: 100m), At(2, 90m)], Rich, [], _ => "USD", "USD"));
        var old = Assert.Single(DailyPnl.Of(null, [At(1, 100m), At(2, 90m)], Rich, [], _ => "USD", "USD"));

        Assert.Equal((0m, 100m, -10m), (funded.OpeningEquity, funded.Flow, funded.Total));
        Assert.Equal((100m, 0m, -10m), (old.OpeningEquity, old.Flow, old.Total));
        Assert.Equal(-.1, funded.Return!.Value, 12);
    }

    private static decimal Moved(AccountStatement statement, string unit) => statement.Movements.Where(movement => movement.Unit == unit).Sum(movement => movement.Amount);

    private static OrderFilled FillOf(AccountState account, OrderSide side, long quantity, decimal price, decimal fee, int fill)
    {
        var made = Filled(fill, side, quantity, price, fill, fee).Fill!;
        var before = account.PositionOf(Acme.InstrumentId);
        var after = before.Apply(side, made.Quantity, quantity * price, fee, Noon, "USD");
        var realized = after.Realized - before.Realized;
        return new(Noon, made, quantity * price, realized, "USD", JournalEntry.OfFill(made, Acme, quantity * price, realized));
    }

    private static Timestamp Hour(double hours) => CandleInterval.D1.OpenTime(Noon) + TimeSpan.FromHours(hours);

    private static EquityPoint At(double hours, decimal equity, decimal flow = 0) => new(Hour(hours), equity, flow);
}
