using System.Collections.Immutable;
using System.Text.Json;
using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using Fincord.Grains.Tests.Storage;
using Fincord.Storage.Sqlite;
using Fincord.Storage.Trading;
using Npgsql;

namespace Fincord.Grains.Tests.Trading;

/// <summary>What every database that keeps accounts does.</summary>
public abstract class TradingStoreTests
{
    private static readonly AccountSettings Settings = new(
        "Mine", new(Guid.Parse("00000000-0000-7000-8000-000000000001")), "paper", AccountKind.Cash, MarginMode.Cross, 1, "USD", FeeSchedule.None, RiskLimits.Default);

    private readonly AccountId _id = new(Guid.CreateVersion7());

    private protected abstract ITradingDatabase Database { get; }

    private ITradingStore Store => new TradingStore(Database);

    /// <summary>Brings the schema to a step, up or down.</summary>
    private protected abstract Task Migrate(int number);

    [Fact]
    public async Task An_account_comes_back_as_its_events_left_it()
    {
        var account = await Keep(AccountState.Unopened(_id).Open(Settings, Sample.Noon));

        var loaded = await Store.LoadAccount(_id, default);

        Assert.Equal(account.Sequence, loaded!.Sequence);
        Assert.Equal(Settings.Owner, loaded.Settings!.Owner);
        Assert.Contains(await Store.ListAccounts(Settings.Owner, default), header => header.Id == _id);
    }

    [Fact]
    public async Task A_commit_that_goes_on_from_elsewhere_is_refused_and_changes_nothing()
    {
        var opened = AccountState.Unopened(_id).Open(Settings, Sample.Noon);
        await Keep(opened);

        await Assert.ThrowsAsync<AccountConflictException>(() => Keep(opened));
        await Assert.ThrowsAsync<AccountConflictException>(() => Keep(AccountState.Unopened(_id) with { Sequence = 7, Settings = Settings }, [new KillSwitchTurned(Sample.Noon, true)]));

        Assert.Single(await Store.ReadEvents(_id, 0, 10, default));
    }

    [Fact]
    public async Task A_payment_is_in_the_journal_and_a_key_is_answered_once()
    {
        var account = await Keep(AccountState.Unopened(_id).Open(Settings, Sample.Noon));
        var entry = JournalEntry.Payment("USD", 100.5m, Sample.Noon, "first");
        var record = new CommandRecord("key", "hash", "{}", Sample.Noon);

        await Keep(account, [new EntryPosted(Sample.Noon, entry)], record);

        var row = Assert.Single(await Store.ReadJournal(_id, null, 10, default));
        Assert.Equal(entry.Lines, row.Entry.Lines);
        Assert.Equal(record, await Store.FindCommand(_id, "key", default));
        Assert.Null(await Store.FindCommand(_id, "other", default));
        Assert.Equal([("key", Sample.Noon)], await Store.ListCommandKeys(_id, default));

        await Store.ForgetCommands(_id, Sample.Noon, default);
        Assert.NotNull(await Store.FindCommand(_id, "key", default));
        await Store.ForgetCommands(_id, new(Sample.Noon.Nanoseconds + 1), default);
        Assert.Null(await Store.FindCommand(_id, "key", default));
        Assert.Empty(await Store.ListCommandKeys(_id, default));
        Assert.Equal(100.5m, (await Store.LoadAccount(_id, default))!.FreeCash("USD"));
    }

    [Fact]
    public async Task Commits_of_one_account_that_come_together_keep_their_order_and_are_loaded_over_a_snapshot()
    {
        var account = await Keep(AccountState.Unopened(_id).Open(Settings, Sample.Noon));
        var commits = new List<Task>();
        for (var number = 1; number <= 600; number++)
        {
            var before = account;
            AccountEvent paid = new EntryPosted(Sample.Noon, JournalEntry.Payment("USD", number, Sample.Noon, $"{number}"));
            account = account.Apply(paid);
            commits.Add(Store.CommitAccount(new(before, account, [paid], [], null, ImmutableSortedDictionary<string, long>.Empty), default));
        }

        await Task.WhenAll(commits);

        Assert.Equal(601 * 300m, (await Store.LoadAccount(_id, default))!.FreeCash("USD"));
        Assert.Equal(601, (await Store.ReadEvents(_id, 0, 1_000, default)).Length);
    }

    [Fact]
    public async Task A_book_goes_on_from_its_last_commit_or_not_at_all()
    {
        var book = $"paper:{Guid.NewGuid()}";
        PaperBookCommit Commit(long number) => new(
            book, number, new(PaperExchangeState.Empty with { NextNumber = number }, [], []), 1,
            [(_id, new("paper", number, VenueReportKind.Accepted, new(Guid.CreateVersion7()), Sample.Noon))]);

        await Store.CommitBook(Commit(1), default);
        await Assert.ThrowsAsync<AccountConflictException>(() => Store.CommitBook(Commit(1), default));
        await Assert.ThrowsAsync<AccountConflictException>(() => Store.CommitBook(Commit(3), default));
        await Store.CommitBook(Commit(2), default);

        var record = await Store.LoadBook(book, default);
        Assert.Equal((2, 2, 2), (record!.State.NextNumber, record.Commits, record.Sequences[_id]));
        Assert.Equal([1L, 2L], (await Store.ReadReports(book, _id, 0, 10, default)).Select(report => report.Sequence));
        Assert.Contains(book, await Store.ListActiveBooks(default));
        Assert.Contains(_id, await Store.ListUntoldAccounts(default));
    }

    [Fact]
    public async Task A_book_keeps_the_orders_that_changed_and_comes_back_whole()
    {
        var (book, exchange, rows, commits) = ($"paper:{Guid.NewGuid()}", BookExamples.Exchange(), new PaperOrderRows([]), 0);
        var first = await Commit();
        BookExamples.Trade(exchange);
        var second = await Commit();

        Assert.Equal(BookExamples.Orders, first.Changed.Count(row => row.Order is not null));
        Assert.True(second.Changed.Length + second.Gone.Length < BookExamples.Orders);
        Assert.NotEmpty(second.Gone);
        var record = (await Store.LoadBook(book, default))!;
        Assert.Equal(BookExamples.TextOf(exchange.Capture()), BookExamples.TextOf(new PaperOrderRows(record.Orders).Complete(record.State)));

        async Task<PaperExchangeChange> Commit()
        {
            var change = rows.Follow(exchange.Capture());
            await Store.CommitBook(new(book, ++commits, change, exchange.WorkingOrders, []), default);
            return change;
        }
    }

    [Fact]
    public async Task Orders_that_were_kept_with_the_rest_of_a_book_become_rows_and_go_back()
    {
        var (book, exchange) = ($"paper:{Guid.NewGuid()}", BookExamples.Exchange());
        BookExamples.Trade(exchange);
        var state = BookExamples.TextOf(exchange.Capture());
        await Migrate(1);
        await Database.Commit(book, [new("INSERT INTO paper_book (book, state, working_orders, commits) VALUES (?, ?, ?, ?)", [book, state, 1L, 7L])], default);

        await Migrate(2);
        var record = (await Store.LoadBook(book, default))!;
        Assert.Equal(state, BookExamples.TextOf(new PaperOrderRows(record.Orders).Complete(record.State)));
        Assert.Empty(record.State.Orders);

        await Migrate(1);
        var back = Assert.Single(await Database.Read("SELECT state FROM paper_book WHERE book = ?", row => row.Text(), default, book));
        Assert.Equal(state, BookExamples.TextOf(JsonSerializer.Deserialize<PaperExchangeState>(back)!));
    }

    private Task<AccountState> Keep(AccountDecision decision) => Keep(decision.Before, decision.Events);

    private async Task<AccountState> Keep(AccountState before, ImmutableArray<AccountEvent> events, CommandRecord? command = null)
    {
        var after = events.Aggregate(before, (account, next) => account.Apply(next));
        await Store.CommitAccount(new(before, after, events, [], command, ImmutableSortedDictionary<string, long>.Empty), default);
        return after;
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteTradingStoreTests : TradingStoreTests, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqliteTradingStoreTests()
    {
        _database = SqliteTradingDatabase.Open(Path.Combine(_folder.Path, "trading.db"), TimeProvider.System);
        Database = new SqliteTradingDatabase(_database);
    }

    private protected override ITradingDatabase Database { get; }

    private protected override Task Migrate(int number)
    {
        using var connection = SqliteConnection.OpenForWriting(Path.Combine(_folder.Path, "trading.db"));
        SqliteTradingDatabase.Migrations.Down(connection, number);
        if (number > 1) SqliteTradingDatabase.Migrations.Up(connection, TimeProvider.System);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlTradingStoreTests(PostgreSqlDatabases databases) : TradingStoreTests, IAsyncLifetime
{
    private PostgreSqlTradingDatabase _database = null!;
    private string _connectionString = null!;

    private protected override ITradingDatabase Database => _database;

    private protected override async Task Migrate(int number)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await PostgreSqlTradingDatabase.Migrations.Down(connection, number, default);
        if (number > 1) await PostgreSqlTradingDatabase.Migrations.Up(connection, TimeProvider.System, default);
    }

    public async ValueTask InitializeAsync()
    {
        _connectionString = await databases.Create();
        _database = await PostgreSqlTradingDatabase.Open(_connectionString, TimeProvider.System, default);
    }

    public ValueTask DisposeAsync()
    {
        _database?.Dispose();
        return ValueTask.CompletedTask;
    }
}
