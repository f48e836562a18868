using System.Collections.Immutable;
using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Grains.Tests.Storage;
using Fincord.Storage.Sqlite;
using Fincord.Storage.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>What every database tells of an account's past.</summary>
public abstract class AccountFiguresTests
{
    private static readonly AccountSettings Settings = new(
        "Mine", new(Guid.Parse("00000000-0000-7000-8000-000000000001")), "paper", AccountKind.Cash, MarginMode.Cross, 1, "USD", FeeSchedule.None, RiskLimits.Default);
    private static readonly InstrumentTerms Terms = InstrumentTerms.Of(new(new(42), new(
        InstrumentKey.Parse("XNAS:ACME"), "Acme", InstrumentType.Equity, "USD", new(2), new(0))));
    private static readonly Timestamp Midnight = Timestamp.Parse("2026-03-02T00:00:00Z");

    private readonly AccountId _id = new(Guid.CreateVersion7());
    private readonly List<AccountState> _states = [];
    private int _fills;

    private protected abstract ITradingDatabase Database { get; }

    private IAccountFigures Figures => new AccountFigures(Database);

    [Fact]
    public async Task At_each_moment_the_account_had_what_its_events_had_led_to()
    {
        await Live();

        foreach (var hour in Enumerable.Range(-1, 80))
        {
            var before = Midnight + TimeSpan.FromHours(hour);
            var last = await Figures.FindLastEvent(_id, before, default);
            Assert.Equal(_states.Count(state => state.Day < before), last);
            var balances = await Figures.ReadBalances(_id, last, default);
            var expected = last == 0 ? AccountState.Unopened(_id) : _states[(int)last - 1];
            Assert.Equal(expected.Cash, balances.Cash);
            Assert.Equal(
                expected.Positions.Values.Select(position => (position.Count, position.Cost, position.Realized, position.RealizedFifo)),
                balances.Positions.Values.Select(position => (position.Count, position.Cost, position.Realized, position.RealizedFifo)));
        }
    }

    [Fact]
    public async Task A_statement_read_from_the_store_ties_out()
    {
        await Live();
        var (from, to) = (Midnight + TimeSpan.FromHours(10), Midnight + TimeSpan.FromHours(60));
        var (first, last) = (await Figures.FindLastEvent(_id, from, default), await Figures.FindLastEvent(_id, to, default));

        var statement = AccountStatement.Of(from, to, await Figures.ReadBalances(_id, first, default), await Figures.ReadBooked(_id, first, last, default));

        var closing = await Figures.ReadBalances(_id, last, default);
        Assert.Equal(closing.Cash, statement.Closing.Cash);
        Assert.Equal(closing.PositionOf(Terms.InstrumentId).Cost, statement.Closing.PositionOf(Terms.InstrumentId).Cost);
        Assert.NotEmpty(statement.Movements);
    }

    [Fact]
    public async Task A_days_last_mark_and_those_with_a_flow_are_told()
    {
        await Live();

        var marks = await Figures.ReadDailyMarks(_id, Midnight, Midnight + TimeSpan.FromDays(4), default);

        Assert.Equal([1, 23, 47, 50, 71], marks.Select(mark => (mark.At - Midnight).TotalHours));
        Assert.Equal([1_000m, 0, 0, -50m, 0], marks.Select(mark => mark.Flow));
        Assert.Equal(1.25m, marks[1].Rates["EUR"]);
        Assert.Equal(marks[1], await Figures.FindMark(_id, Midnight + TimeSpan.FromHours(24), default) is { } mark ? mark with { Rates = marks[1].Rates } : null);
        Assert.Null(await Figures.FindMark(_id, Midnight, default));
        Assert.Equal([47, 50, 70], (await Figures.ReadDailyMarks(_id, marks[2].At, marks[4].At, default)).Select(known => (known.At - Midnight).TotalHours));
    }

    [Fact]
    public async Task Fills_and_adjustments_come_in_their_order()
    {
        await Live();

        var fills = await Figures.ReadFillsAfter(_id, 0, 3, default);
        Assert.Equal(3, fills.Length);
        Assert.Equal(_fills, 3 + (await Figures.ReadFillsAfter(_id, fills[^1].Sequence, 1_000, default)).Length);
        var adjusted = await Figures.ReadAdjustments(_id, default);
        Assert.Equal(2, adjusted.Length);
        Assert.All(adjusted, row => Assert.Equal(_states[(int)row.Sequence - 1].PositionOf(Terms.InstrumentId).Count, row.Adjusted.Position.Count));
    }

    [Fact]
    public async Task Measures_of_risk_are_a_series()
    {
        await Live();
        AccountRisk Risk(int hour) => new(
            Midnight + TimeSpan.FromHours(hour), 1_000.5m, hour, -hour, .5m, null, [new("USD", hour, -hour)], [new("instr:42", hour, -hour)],
            new(CandleInterval.D1, 25, new(.95, -12.5, -14.25, -11.75), null));

        foreach (var hour in new[] { 1, 2, 3, 3 }) await Figures.AddRisk(_id, Risk(hour), default);

        var series = await Figures.ReadRisk(_id, Midnight, Midnight + TimeSpan.FromHours(3), 10, default);
        Assert.Equal([2m, 1m], series.Select(risk => risk.GrossExposure));
        Assert.Equal(Risk(2).ValueAtRisk, series[0].ValueAtRisk);
        Assert.Equal(Risk(2).ByInstrument, series[0].ByInstrument);
        Assert.Equal((.5m, null), (series[0].Leverage, series[0].MarginRatio));
        Assert.Equal(3m, Assert.Single(await Figures.ReadRisk(_id, Midnight, Timestamp.MaxValue, 1, default)).GrossExposure);
    }

    // Three days: a deposit, a fill each fourth hour, a mark each hour, a withdrawal, a split. Each state's day is the moment of its event.
    private async Task Live()
    {
        var account = await Add(AccountState.Unopened(_id), new AccountOpened(Midnight + TimeSpan.FromMinutes(30), _id, Settings));
        for (var hour = 1; hour < 72; hour++)
        {
            var at = Midnight + TimeSpan.FromHours(hour);
            var flow = hour switch { 1 => 1_000m, 50 => -50m, _ => 0m };
            if (flow != 0) account = await Add(account, new EntryPosted(at, JournalEntry.Payment("USD", flow, at, $"{hour}")));
            if (hour % 4 == 2) account = await Add(account, FillOf(account, at, hour % 3 == 0 ? OrderSide.Sell : OrderSide.Buy, 1 + hour % 3));
            if (hour == 40) account = await Add(account, SplitOf(account, at));
            // One that posts nothing.
            if (hour == 41) account = await Add(account, new PositionAdjusted(at, account.PositionOf(Terms.InstrumentId) with { Cost = 77.5m }, new(JournalKind.CorporateAction, at, "restated", [])));
            var mark = new MarkedToMarket(at, account.Cash["USD"], flow) { Rates = ImmutableSortedDictionary<string, decimal>.Empty.Add("EUR", 1.25m) };
            account = await Add(account, mark);
        }
    }

    private OrderFilled FillOf(AccountState account, Timestamp at, OrderSide side, long quantity)
    {
        var fill = new Fill(
            new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), Terms.InstrumentId, side, new(1_000 + _fills++), new(quantity), LiquiditySide.Taker, 0.01m, at, at);
        var (before, notional) = (account.PositionOf(Terms.InstrumentId), Currencies.Notional(Terms, fill.Price, fill.Quantity));
        var after = before.Apply(side, fill.Quantity, notional, fill.Fee, at, "USD");
        var realized = after.Realized - before.Realized;
        return new(at, fill, notional, realized, "USD", JournalEntry.OfFill(fill, Terms, notional, realized));
    }

    private static PositionAdjusted SplitOf(AccountState account, Timestamp at)
    {
        var before = account.PositionOf(Terms.InstrumentId);
        var unit = JournalEntry.UnitOf(Terms.InstrumentId);
        return new(at, before with { Count = before.Count * 2 }, new(
            JournalKind.CorporateAction, at, "split", [new(LedgerAccount.CorporateAction, unit, -before.Count), new(LedgerAccount.Position, unit, before.Count)]));
    }

    private async Task<AccountState> Add(AccountState before, AccountEvent next)
    {
        var after = before.Apply(next);
        ImmutableArray<Order> orders = next is OrderFilled { Fill: var fill } ? [OrderOf(fill)] : [];
        await new TradingStore(Database).CommitAccount(new(before, after, [next], orders, null, ImmutableSortedDictionary<string, long>.Empty), default);
        _states.Add(after with { Day = next.At });
        return after;
    }

    private Order OrderOf(Fill fill) => new(
        fill.OrderId, _id, new(fill.InstrumentId, fill.Side, OrderType.Market, fill.Quantity, TimeInForce.ImmediateOrCancel), null, OrderOrigin.Member,
        OrderStatus.Filled, 1, fill.Quantity, 0, fill.Fee, Hold.None, fill.OccurredAt, fill.OccurredAt);
}

/// <summary>On SQLite.</summary>
public sealed class SqliteAccountFiguresTests : AccountFiguresTests, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqliteAccountFiguresTests()
    {
        _database = SqliteTradingDatabase.Open(Path.Combine(_folder.Path, "trading.db"), TimeProvider.System);
        Database = new SqliteTradingDatabase(_database);
    }

    private protected override ITradingDatabase Database { get; }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlAccountFiguresTests(PostgreSqlDatabases databases) : AccountFiguresTests, IAsyncLifetime
{
    private PostgreSqlTradingDatabase _database = null!;

    private protected override ITradingDatabase Database => _database;

    public async ValueTask InitializeAsync()
    {
        _database = await PostgreSqlTradingDatabase.Open(await databases.Create(), TimeProvider.System, default);
    }

    public ValueTask DisposeAsync()
    {
        _database?.Dispose();
        return ValueTask.CompletedTask;
    }
}
