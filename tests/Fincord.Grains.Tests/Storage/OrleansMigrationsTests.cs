using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Storage.Orleans;

namespace Fincord.Grains.Tests.Storage;

public sealed class OrleansMigrationsTests(PostgreSqlDatabases databases)
{
    private const string StorageKeys = "ClearStorageKey DeleteStorageKey ReadFromStorageKey WriteToStorageKey";

    private const string ReminderKeys =
        "DeleteReminderRowKey DeleteReminderRowsKey ReadRangeRows1Key ReadRangeRows2Key ReadReminderRowKey ReadReminderRowsKey UpsertReminderRowKey";

    [Fact]
    public async Task The_steps_of_SQLite_go_up_and_down_again()
    {
        await using var database = TestDatabase.CreateSqlite();
        using var connection = Fincord.Storage.Sqlite.SqliteConnection.OpenForWriting(database.ConnectionString["Data Source=".Length..]);

        Assert.Equal($"{StorageKeys} {ReminderKeys}", await Keys(database));
        OrleansDatabase.Sqlite.Down(connection, 1);
        Assert.Equal(StorageKeys, await Keys(database));
        OrleansDatabase.Sqlite.Down(connection, 0);
        Assert.Equal([["schema_version"]], await database.Query("SELECT name FROM sqlite_master WHERE type = 'table'"));
        OrleansDatabase.Sqlite.Up(connection, TimeProvider.System);
        OrleansDatabase.Sqlite.Up(connection, TimeProvider.System);

        Assert.Equal($"{StorageKeys} {ReminderKeys}", await Keys(database));
    }

    [Fact]
    public async Task The_steps_of_PostgreSQL_go_up_and_down_again()
    {
        await using var database = await TestDatabase.Create(DatabaseKind.PostgreSql, databases);
        await using var connection = database.Connect();
        await connection.OpenAsync();

        Assert.Equal($"{StorageKeys} {ReminderKeys}", await Keys(database));
        await OrleansDatabase.PostgreSql.Down(connection, 1, CancellationToken.None);
        Assert.Equal(StorageKeys, await Keys(database));
        await OrleansDatabase.PostgreSql.Down(connection, 0, CancellationToken.None);
        Assert.Equal([["schema_version"]], await database.Query("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"));
        await OrleansDatabase.PostgreSql.Up(connection, TimeProvider.System, CancellationToken.None);
        await OrleansDatabase.PostgreSql.Up(connection, TimeProvider.System, CancellationToken.None);

        Assert.Equal($"{StorageKeys} {ReminderKeys}", await Keys(database));
    }

    // Sorted within their two kinds, states first.
    private static async Task<string> Keys(TestDatabase database)
    {
        var keys = (await database.Query("SELECT QueryKey FROM OrleansQuery")).Select(row => (string)row[0]).ToArray();
        return string.Join(' ', keys.OrderBy(key => key.Contains("Storage", StringComparison.Ordinal) ? 0 : 1).ThenBy(key => key, StringComparer.Ordinal));
    }
}
