using Fincord.Storage;
using Fincord.Storage.Markets;
using Fincord.Storage.Sqlite;

namespace Fincord.Grains.Tests.Storage;

public sealed class SqliteMigrationsTests : IDisposable
{
    private static readonly Migration First = new(1, "people", "CREATE TABLE person (name TEXT NOT NULL)", "DROP TABLE person");

    private static readonly Migration Second = new(
        2, "ages", "ALTER TABLE person ADD COLUMN age INTEGER NOT NULL DEFAULT 18; CREATE INDEX person_age ON person (age)",
        "DROP INDEX person_age; ALTER TABLE person DROP COLUMN age");

    private readonly TempFolder _folder = new();
    private readonly SqliteConnection _connection;

    public SqliteMigrationsTests() => _connection = SqliteConnection.OpenForWriting(_folder.Combine("a.db"));

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Steps_go_up_and_down_with_the_data_in_place()
    {
        Up(First);
        _connection.Execute("INSERT INTO person (name) VALUES ('Ada'), ('Grace')");
        Up(First, Second);
        Assert.Equal(["Ada 18", "Grace 18"], Texts("SELECT name || ' ' || age FROM person ORDER BY name"));
        Assert.Equal(["1 people", "2 ages"], Texts("SELECT number || ' ' || name FROM schema_version ORDER BY number"));

        new SqliteMigrations([First, Second]).Down(_connection, 1);
        Assert.Equal(["Ada", "Grace"], Texts("SELECT name FROM person ORDER BY name"));
        Assert.Equal(["1 people"], Texts("SELECT number || ' ' || name FROM schema_version"));
        Up(First, Second);
        new SqliteMigrations([First, Second]).Down(_connection, 0);
        Assert.Equal(["schema_version"], Texts("SELECT name FROM sqlite_master WHERE type = 'table'"));
    }

    [Fact]
    public void A_step_that_is_made_is_not_made_again()
    {
        Up(First);
        Up(First);
        Assert.Equal(["1"], Texts("SELECT '' || count(*) FROM schema_version"));
    }

    [Fact]
    public void A_newer_schema_is_refused()
    {
        Up(First, Second);

        var failure = Assert.Throws<StorageException>(() => Up(First));

        Assert.Equal(StorageCodes.NewerSchema, failure.Code);
        Assert.Contains("schema 2 (ages); this program knows 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_whose_text_was_changed_is_refused_up_and_down()
    {
        Up(First);
        var changed = First with { Up = "CREATE TABLE person (name TEXT)" };

        Assert.Equal(StorageCodes.ChangedMigration, Assert.Throws<StorageException>(() => Up(changed)).Code);
        Assert.Equal(StorageCodes.ChangedMigration, Assert.Throws<StorageException>(() => new SqliteMigrations([changed]).Down(_connection, 0)).Code);
    }

    [Fact]
    public void A_step_that_fails_leaves_nothing()
    {
        Assert.Throws<SqliteException>(() => Up(First, Second with { Up = "CREATE TABLE half (a); CREATE TABLE person (again)" }));

        Assert.Equal(["1 people"], Texts("SELECT number || ' ' || name FROM schema_version"));
        Assert.Equal(["person", "schema_version"], Texts("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
    }

    [Fact]
    public async Task Two_programs_that_start_together_make_each_step_once()
    {
        var path = _folder.Combine("b.db");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var connection = SqliteConnection.OpenForWriting(path);
            new SqliteMigrations([First, Second]).Up(connection, TimeProvider.System);
        })));

        using var database = SqliteConnection.OpenForWriting(path);
        Assert.Equal(["2"], Texts("SELECT '' || count(*) FROM schema_version", database));
    }

    [Fact]
    public void The_schema_of_the_market_goes_up_and_down_and_up_again()
    {
        MarketDatabase.Migrations.Up(_connection, TimeProvider.System);
        Assert.Equal(
            ["candle", "instrument", "instrument_alias", "instrument_checkpoint", "log_offset"],
            Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('schema_version', 'sqlite_sequence') ORDER BY name"));
        _connection.Execute("INSERT INTO instrument (name, type, currency, price_scale, quantity_scale, registered_at) VALUES ('A', 1, 'USD', 2, 8, 0)");

        MarketDatabase.Migrations.Down(_connection, 0);
        Assert.Equal(["schema_version"], Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence'"));
        MarketDatabase.Migrations.Up(_connection, TimeProvider.System);
        Assert.Empty(Texts("SELECT name FROM instrument"));
    }

    private void Up(params Migration[] steps) => new SqliteMigrations(steps).Up(_connection, TimeProvider.System);

    private List<string> Texts(string query, SqliteConnection? connection = null)
    {
        var texts = new List<string>();
        var rows = (connection ?? _connection).Prepare(query);
        while (rows.Step()) texts.Add(rows.Text());
        rows.Reset();
        return texts;
    }
}
