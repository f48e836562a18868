using System.Collections.Immutable;
using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>What instruments do to accounts, on any database.</summary>
public abstract class ActionTests : TradingClusterTests
{
    private readonly ShiftedTime _time = new();
    private int _keys;

    private protected override Task<TradingCluster> StartCluster(string folder, string? database) => TradingCluster.Start(folder, database, time: _time);

    [Fact]
    public async Task A_split_is_applied_once_however_often_the_account_comes_back()
    {
        var (id, account) = await Holder();

        await Announce(new(default, Cluster.Instrument, InstrumentActionKind.Split, Now, default, 0) { Ratio = new(2, 1), Price = 50 });
        Assert.Equal(200_000_000, (await PositionOf(account)).Count);
        await Cluster.Deactivate(account);
        Assert.Equal(200_000_000, (await PositionOf(account)).Count);
        await Restart();

        var position = await PositionOf(Cluster.AccountOf(id));
        Assert.Equal((200_000_000, 100.10m), (position.Count, position.Cost));
        Assert.Single(await Entries(id, JournalKind.CorporateAction));
        await ClearingIsZero();
    }

    [Fact]
    public async Task An_account_that_slept_when_it_happened_has_it_when_it_wakes()
    {
        var (id, _) = await Holder();
        await Cluster.DisposeAsync();
        _time.Offset += TimeSpan.FromHours(1);
        await Start();

        await Announce(Dividend(1.5m));

        Assert.Equal(1_000_000 - 100.10m - 0.1001m + 1.5m, (await StateOf(Cluster.AccountOf(id))).Cash["USD"]);
        Assert.Single(await Entries(id, JournalKind.Dividend));
    }

    [Fact]
    public async Task A_dividend_that_is_heard_late_goes_to_who_held_then_and_has_sold_since()
    {
        var (id, account) = await Holder();
        var (_, late) = await Cluster.Open();
        var then = Now;
        await Sell(id, account);
        await Buy(late);

        await Announce(Dividend(1.5m, then));

        Assert.True((await PositionOf(account)).IsFlat);
        Assert.Equal(1.5m, Assert.Single(await Entries(id, JournalKind.Dividend)).Lines.Single(line => line.Account is LedgerAccount.Cash).Amount);
        await StateOf(late);
        Assert.Empty(await Entries((await StateOf(late)).Id, JournalKind.Dividend));
    }

    [Fact]
    public async Task Two_actions_of_one_moment_are_both_applied()
    {
        var (id, account) = await Holder();
        var at = Now + TimeSpan.FromMinutes(1);
        await Announce(Dividend(1.5m, at));
        await Announce(new(default, Cluster.Instrument, InstrumentActionKind.Split, at, default, 0) { Ratio = new(2, 1), Price = 50 });
        Assert.Equal(100_000_000, (await PositionOf(account)).Count);

        _time.Offset += TimeSpan.FromMinutes(2);

        Assert.Equal(200_000_000, (await PositionOf(account)).Count);
        Assert.Equal(1.5m, Assert.Single(await Entries(id, JournalKind.Dividend)).Lines.Single(line => line.Account is LedgerAccount.Cash).Amount);
    }

    [Fact]
    public async Task What_an_instrument_did_before_an_account_first_dealt_in_it_does_nothing()
    {
        await Announce(Dividend(1.5m));
        var (id, account) = await Cluster.Open();

        await Buy(account);
        await StateOf(account);

        Assert.Empty(await Entries(id, JournalKind.Dividend));
        Assert.NotEqual(default, (await StateOf(account)).ActionMarks[Cluster.Instrument.Value]);
    }

    [Fact]
    public async Task An_action_whose_commit_failed_is_applied_once_by_the_next_activation()
    {
        var (id, account) = await Holder();
        Cluster.Store.FailNextAccountCommits(1);
        await Announce(Dividend(1.5m));

        while (true)
        {
            try
            {
                await StateOf(account);
                break;
            }
            catch (Exception failure) when (failure is Fincord.Storage.StorageException or AccountConflictException)
            {
                await Task.Yield();
            }
        }

        Assert.Single(await Entries(id, JournalKind.Dividend));
    }

    [Fact]
    public async Task A_split_ends_open_orders_at_its_moment_before_the_market_can_fill_them()
    {
        var (id, account) = await Holder();
        var order = Assert.Single((await account.Place(Cluster.Buy(NextKey(), limit: 9_000))).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Accepted);

        await Announce(new(default, Cluster.Instrument, InstrumentActionKind.Split, Now, default, 0) { Ratio = new(2, 1), Price = 50 });

        var ended = await Cluster.Until(id, order.Id, now => now.Status.IsEnded());
        Assert.Equal((OrderStatus.Cancelled, "CORPORATE_ACTION", 0), (ended.Status, ended.Code, ended.Filled.Count));
    }

    [Fact]
    public async Task The_book_knows_what_is_held_after_a_split()
    {
        var (id, account) = await Holder();
        await Announce(new(default, Cluster.Instrument, InstrumentActionKind.Split, Now, default, 0) { Ratio = new(2, 1), Price = 50 });
        Assert.Equal(200_000_000, (await PositionOf(account)).Count);

        var closing = (await account.ClosePosition(new(TradingCluster.Member, NextKey(), Cluster.Instrument))).Orders[^1];
        await Cluster.Until(id, closing.Id, now => now.Status is OrderStatus.Filled);

        Assert.True((await PositionOf(account)).IsFlat);
        await ClearingIsZero();
    }

    [Fact]
    public async Task A_merger_brings_units_of_the_other_instrument_which_can_be_sold()
    {
        var (id, account) = await Holder();
        var other = await Cluster.Register("BINANCE:ETHUSDT", InstrumentType.CryptoSpot);
        await Cluster.Quote(other, 5_000, 5_010);

        await Announce(new(default, Cluster.Instrument, InstrumentActionKind.Merger, Now, default, 0) { Ratio = new(2, 1), Into = other, Price = 50 });

        Assert.Equal(200_000_000, (await StateOf(account)).PositionOf(other).Count);
        var closing = (await account.ClosePosition(new(TradingCluster.Member, NextKey(), other))).Orders[^1];
        await Cluster.Until(id, closing.Id, now => now.Status is OrderStatus.Filled);
        Assert.True((await StateOf(account)).PositionOf(other).IsFlat);
        await ClearingIsZero();
    }

    [Fact]
    public async Task A_perpetual_pays_funding_by_itself_every_eight_hours()
    {
        var perpetual = await Cluster.Register("BINANCE:BTCUSDT.P", InstrumentType.Perpetual);
        await Cluster.Quote(perpetual, 9_990, 10_010);
        var (id, account) = await Cluster.Open(new(Guid.CreateVersion7()), 1_000, AccountKind.Margin);
        var command = Cluster.Buy(NextKey(), limit: 10_010);
        var order = Assert.Single((await account.Place(command with { Tickets = [command.Tickets[0] with { InstrumentId = perpetual }] })).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);

        _time.Offset += TimeSpan.FromHours(16);
        await StateOf(account);

        var paid = await Entries(id, JournalKind.Funding);
        Assert.Equal(2, paid.Length);
        Assert.All(paid, entry => Assert.Equal(-100 * 0.0001m, entry.Lines.Single(line => line.Account is LedgerAccount.Cash).Amount));
    }

    [Fact]
    public async Task Owed_money_and_borrowed_units_cost_interest_each_day()
    {
        var (id, account) = await Cluster.Open(new(Guid.CreateVersion7()), 1_000, AccountKind.Margin);
        var command = Cluster.Buy(NextKey(), limit: 9_990);
        var order = Assert.Single((await account.Place(command with { Tickets = [command.Tickets[0] with { Side = OrderSide.Sell }] })).Orders);
        await Cluster.Until(id, order.Id, now => now.Status is OrderStatus.Filled);
        await StateOf(account);

        _time.Offset += TimeSpan.FromDays(1);
        await StateOf(account);

        var entry = Assert.Single(await Entries(id, JournalKind.Borrow));
        Assert.Equal(decimal.Round(-100 * 0.01m / 365, 8), entry.Lines.Single(line => line.Account is LedgerAccount.Cash).Amount);
    }

    [Fact]
    public async Task What_cannot_be_announced_is_refused_with_a_code()
    {
        var split = new InstrumentAction(default, Cluster.Instrument, InstrumentActionKind.Split, Now, default, 0) { Ratio = new(2, 1), Price = 50 };
        var actions = Cluster.ActionsOf(Cluster.Instrument);
        async Task<string?> Code(string key, InstrumentAction action) => (await actions.Announce(new(TradingCluster.Member, key, action))).Refusal?.Code;

        Assert.Equal("OUT_OF_RANGE", await Code("zero", split with { Ratio = new(0, 1) }));
        Assert.Equal("INVALID_ARGUMENT", await Code(" ", split));
        Assert.Null(await Code("split", split));
        Assert.Null(await Code("split", split));
        Assert.Equal("IDEMPOTENCY_CONFLICT", await Code("split", split with { Price = 51 }));
        Assert.Equal("ACTION_CONFLICT", await Code("again", split));
        Assert.Equal("ACTION_TOO_LATE", await Code("late", split with { EffectiveAt = split.EffectiveAt - TimeSpan.FromDays(1) }));
        Assert.Single(await Cluster.ActionStore.ReadLatest(Cluster.Instrument, null, 10, default));
        await Assert.ThrowsAsync<Fincord.Contracts.Markets.UnknownInstrumentException>(() => Cluster.ActionsOf(new(99_999)).GetHead());
    }

    [Fact]
    public async Task Fills_settle_on_their_day()
    {
        var (id, _) = await Holder();
        var settlements = Cluster.Settlements;

        var row = Assert.Single(await settlements.ReadSettling(id, default, Timestamp.MaxValue, default));

        Assert.Equal(SettlementStatus.Settled, row.Fill.StatusAt(Now));
        Assert.Empty(await settlements.ReadSettling(id, row.Fill.SettlesOn + TimeSpan.FromTicks(1), Timestamp.MaxValue, default));
        Assert.Equal(Assert.Single(await Cluster.Store.ReadFills(id, null, 10, default)), row);
    }

    private Timestamp Now => Timestamp.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>An account that holds one unit.</summary>
    private async Task<(AccountId Id, IAccountGrain Grain)> Holder()
    {
        var (id, account) = await Cluster.Open();
        await Buy(account);
        return (id, account);
    }

    private async Task Buy(IAccountGrain account)
    {
        var order = Assert.Single((await account.Place(Cluster.Buy(NextKey(), limit: 10_010))).Orders);
        await Cluster.Until(order.AccountId, order.Id, now => now.Status is OrderStatus.Filled);
    }

    private async Task Sell(AccountId id, IAccountGrain account)
    {
        var closing = (await account.ClosePosition(new(TradingCluster.Member, NextKey(), Cluster.Instrument))).Orders[^1];
        await Cluster.Until(id, closing.Id, now => now.Status is OrderStatus.Filled);
    }

    private InstrumentAction Dividend(decimal cash, Timestamp? at = null) =>
        new(default, Cluster.Instrument, InstrumentActionKind.Dividend, at ?? Now, default, 0) { CashPerUnit = cash };

    // What is announced is heard at the latest after the interval in which this silo asks again.
    private async Task Announce(InstrumentAction action)
    {
        Assert.Null((await Cluster.ActionsOf(action.InstrumentId).Announce(new(TradingCluster.Member, NextKey(), action))).Refusal);
        _time.Offset += TimeSpan.FromSeconds(6);
    }

    private static async Task<AccountState> StateOf(IAccountGrain account) => (await account.GetAccount(TradingCluster.Member)).Account!.State;

    private async Task<Position> PositionOf(IAccountGrain account) => (await StateOf(account)).PositionOf(Cluster.Instrument);

    private async Task<ImmutableArray<JournalEntry>> Entries(AccountId id, JournalKind kind) =>
        [.. (await Cluster.Store.ReadJournal(id, null, int.MaxValue, default)).Select(row => row.Entry).Where(entry => entry.Kind == kind)];

    private async Task ClearingIsZero() => Assert.All((await Cluster.Store.ReadClearingNet(default)).Values, net => Assert.Equal(0, net));

    private string NextKey() => $"key-{Interlocked.Increment(ref _keys)}";

    /// <summary>The system's clock, set forward.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        private long _ticks;

        public TimeSpan Offset
        {
            get => new(Interlocked.Read(ref _ticks));
            set => Interlocked.Exchange(ref _ticks, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteActionTests : ActionTests;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlActionTests(PostgreSqlDatabases databases) : ActionTests
{
    protected override async Task<string?> CreateDatabase() => await databases.Create();
}
