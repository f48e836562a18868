using System.Collections.Immutable;
using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Fincord.Grains.Tests.Storage;
using Fincord.Storage.Sqlite;
using Fincord.Storage.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>What every database that keeps accounts does.</summary>
public abstract class TradingStoreTests
{
    private static readonly AccountSettings Settings = new(
        "Mine", new(Guid.Parse("00000000-0000-7000-8000-000000000001")), "paper", AccountKind.Cash, MarginMode.Cross, 1, "USD", FeeSchedule.None, RiskLimits.Default);

    private readonly AccountId _id = new(Guid.CreateVersion7());

    private protected abstract ITradingStore Store { get; }

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
        Assert.Equal(100.5m, (await Store.LoadAccount(_id, default))!.FreeCash("USD"));
    }

    [Fact]
    public async Task Commits_of_one_account_that_come_together_keep_their_order()
    {
        var account = await Keep(AccountState.Unopened(_id).Open(Settings, Sample.Noon));
        var commits = new List<Task>();
        for (var number = 1; number <= 200; number++)
        {
            var before = account;
            AccountEvent paid = new EntryPosted(Sample.Noon, JournalEntry.Payment("USD", number, Sample.Noon, $"{number}"));
            account = account.Apply(paid);
            commits.Add(Store.CommitAccount(new(before, account, [paid], [], null, ImmutableSortedDictionary<string, long>.Empty), default));
        }

        await Task.WhenAll(commits);

        Assert.Equal(201 * 100m, (await Store.LoadAccount(_id, default))!.FreeCash("USD"));
        Assert.Equal(201, (await Store.ReadEvents(_id, 0, 1_000, default)).Length);
    }

    [Fact]
    public async Task A_book_goes_on_from_its_last_commit_or_not_at_all()
    {
        var book = $"paper:{Guid.NewGuid()}";
        PaperBookCommit Commit(long number) => new(
            book, number, $"{number}", 1, [(_id, new("paper", number, VenueReportKind.Accepted, new(Guid.CreateVersion7()), Sample.Noon))],
            ImmutableSortedDictionary<string, decimal>.Empty.Add("USD", number));

        await Store.CommitBook(Commit(1), default);
        await Assert.ThrowsAsync<AccountConflictException>(() => Store.CommitBook(Commit(1), default));
        await Assert.ThrowsAsync<AccountConflictException>(() => Store.CommitBook(Commit(3), default));
        await Store.CommitBook(Commit(2), default);

        var record = await Store.LoadBook(book, default);
        Assert.Equal(("2", 2, 2), (record!.State, record.Commits, record.Sequences[_id]));
        Assert.Equal([1L, 2L], (await Store.ReadReports(book, _id, 0, 10, default)).Select(report => report.Sequence));
        Assert.Contains(book, await Store.ListActiveBooks(default));
        Assert.Contains(_id, await Store.ListUntoldAccounts(default));
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
        _database = SqliteDatabase.Open(Path.Combine(_folder.Path, "trading.db"), SqliteTradingDatabase.Migrations, TimeProvider.System);
        Store = new TradingStore(new SqliteTradingDatabase(_database));
    }

    private protected override ITradingStore Store { get; }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlTradingStoreTests : TradingStoreTests, IAsyncLifetime
{
    private PostgreSqlServer _server = null!;
    private PostgreSqlTradingDatabase _database = null!;

    private protected override ITradingStore Store => new TradingStore(_database);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgreSqlServer.IsInstalled, PostgreSqlServer.Missing);
        _server = await PostgreSqlServer.Start();
        _database = await PostgreSqlTradingDatabase.Open(await _server.CreateDatabase(), TimeProvider.System, default);
    }

    public async ValueTask DisposeAsync()
    {
        _database?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }
}
