using Fincord.Storage;
using Fincord.Storage.Sqlite;

namespace Fincord.Grains.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private static readonly SqliteMigrations Numbers = new([new(1, "numbers", "CREATE TABLE number (value INTEGER PRIMARY KEY)", "DROP TABLE number")]);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_failing_piece_of_work_fails_alone_and_leaves_nothing()
    {
        using var database = Open(_folder.Combine("a.db"));
        using var gate = new ManualResetEventSlim();
        // Holds the writer, so that all the rest becomes one group.
        var first = database.Commit(_ => gate.Wait(), default);
        var good = Enumerable.Range(0, 50).Select(i => database.Commit(connection => Insert(connection, i), default)).ToList();
        var broken = database.Commit(
            connection =>
            {
                Insert(connection, 1_000);
                Insert(connection, 7);
            },
            default);
        var thrown = database.Commit(_ => throw new InvalidDataException("not this one"), default);
        var late = database.Commit(connection => Insert(connection, 50), default);
        gate.Set();

        await Task.WhenAll([first, .. good, late]);
        await Assert.ThrowsAsync<SqliteException>(() => broken);
        await Assert.ThrowsAsync<InvalidDataException>(() => thrown);
        Assert.Equal(Enumerable.Range(0, 51).Select(i => (long)i), await database.Read(All, default));
    }

    [Fact]
    public async Task Work_that_is_queued_is_committed_before_closing_and_the_file_is_left_alone()
    {
        var path = _folder.Combine("a.db");
        var database = Open(path);
        await database.Read(All, default);
        var work = Enumerable.Range(0, 100).Select(i => database.Commit(connection => Insert(connection, i), default)).ToList();
        database.Dispose();

        await Task.WhenAll(work);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
        using var reopened = Open(path);
        Assert.Equal(100, (await reopened.Read(All, default)).Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.Commit(connection => Insert(connection, 1), default));
    }

    [Fact]
    public async Task The_log_is_folded_into_the_file_in_time_and_does_not_grow_without_end()
    {
        const int PageBytes = 4_096;
        var path = _folder.Combine("a.db");
        using var database = Open(path, pagesPerFold: 50);
        for (var group = 0; group < 2_000; group++)
        {
            var number = group;
            await database.Commit(connection => Insert(connection, number), default);
        }

        Assert.InRange(new FileInfo($"{path}-wal").Length, 1, 60 * PageBytes);
        Assert.InRange(new FileInfo(path).Length, 2 * PageBytes, long.MaxValue);
        Assert.Equal(2_000, (await database.Read(All, default)).Count);
    }

    [Fact]
    public async Task A_reader_sees_what_was_committed_when_it_began_while_the_writer_goes_on()
    {
        using var database = Open(_folder.Combine("a.db"));
        await database.Commit(connection => Insert(connection, 1), default);

        var seen = await database.Read(
            connection =>
            {
                var rows = connection.Prepare("SELECT value FROM number ORDER BY value");
                Assert.True(rows.Step());
                database.Commit(writer => Insert(writer, 2), default).Wait();
                var more = rows.Step();
                rows.Reset();
                return more;
            },
            default);

        Assert.False(seen);
        Assert.Equal([1, 2], await database.Read(All, default));
    }

    [Fact]
    public async Task Work_that_asks_for_it_is_flushed_with_its_commit_and_other_work_is_not()
    {
        using var database = Open(_folder.Combine("a.db"));
        const long Normal = 1, Full = 2;
        var settings = new List<long>();

        await database.Commit(connection => settings.Add(Synchronous(connection)), default);
        await database.Commit(connection => settings.Add(Synchronous(connection)), default, flush: true);
        await database.Commit(connection => settings.Add(Synchronous(connection)), default);

        Assert.Equal([Normal, Full, Normal], settings);
    }

    [Fact]
    public async Task A_lock_of_another_program_is_told_and_work_goes_on_after_it()
    {
        var path = _folder.Combine("a.db");
        using var database = Open(path);
        await database.Commit(connection => connection.Execute("PRAGMA busy_timeout = 0"), default);
        using var other = SqliteConnection.OpenForWriting(path);
        other.Execute("BEGIN IMMEDIATE");

        var failure = await Assert.ThrowsAsync<StorageException>(() => database.Commit(connection => Insert(connection, 1), default));
        Assert.Equal(StorageCodes.Busy, failure.Code);
        other.Execute("ROLLBACK");
        await database.Commit(connection => Insert(connection, 1), default);
        Assert.Equal([1], await database.Read(All, default));
    }

    [Fact]
    public async Task Closing_waits_for_a_reader_that_is_under_way()
    {
        var database = Open(_folder.Combine("a.db"));
        await database.Commit(connection => Insert(connection, 1), default);
        using var began = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var reading = database.Read(
            connection =>
            {
                began.Set();
                goOn.Wait();
                return All(connection);
            },
            default);
        began.Wait(TestContext.Current.CancellationToken);
        var closing = Task.Run(database.Dispose);
        Assert.False(closing.IsCompleted);
        goOn.Set();

        Assert.Equal([1], await reading);
        await closing;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.Read(All, default));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        var path = _folder.Combine("a.db");
        File.WriteAllText(path, new string('x', 10_000));

        var failure = Assert.Throws<StorageException>(() => Open(path));

        Assert.Equal(StorageCodes.Corrupt, failure.Code);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_a_folder_that_is_not_there_is_refused() => Assert.Equal(
        StorageCodes.InputOutput,
        Assert.Throws<StorageException>(() => Open(_folder.Combine("no", "a.db"))).Code);

    private static SqliteDatabase Open(string path, int pagesPerFold = 1_000) => SqliteDatabase.Open(path, Numbers, TimeProvider.System, pagesPerFold);

    private static long Synchronous(SqliteConnection connection)
    {
        var row = connection.Prepare("PRAGMA synchronous");
        row.Step();
        var setting = row.Int64();
        row.Reset();
        return setting;
    }

    private static void Insert(SqliteConnection connection, int value) => connection.Prepare("INSERT INTO number (value) VALUES (?)").Bind(value).Execute();

    private static List<long> All(SqliteConnection connection)
    {
        var values = new List<long>();
        var rows = connection.Prepare("SELECT value FROM number ORDER BY value");
        while (rows.Step()) values.Add(rows.Int64());
        return values;
    }
}
