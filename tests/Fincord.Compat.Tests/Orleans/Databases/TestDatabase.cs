using System.Data.Common;
using Fincord.Storage.Orleans;
using Microsoft.Data.Sqlite;
using Npgsql;
using Path = System.IO.Path;

namespace Fincord.Compat.Tests.Orleans.Databases;

/// <summary>What a store may lie on.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>A database for one test, with our migrations in it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _folder;

    private TestDatabase(DatabaseKind kind, string connectionString, string? folder) =>
        (Kind, ConnectionString, _folder) = (kind, connectionString, folder);

    public DatabaseKind Kind { get; }

    public string Invariant => Kind == DatabaseKind.Sqlite ? "System.Data.SQLite" : "Npgsql";

    public string ConnectionString { get; }

    /// <summary>Makes one of a kind; skips the test when there is no server for it.</summary>
    public static async Task<TestDatabase> Create(DatabaseKind kind, PostgreSqlDatabases databases) =>
        kind == DatabaseKind.Sqlite ? CreateSqlite() : await OnPostgreSql(await databases.Create());

    /// <summary>Makes one in a file.</summary>
    public static TestDatabase CreateSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("orleans").FullName;
        var path = Path.Combine(folder, "orleans.db");
        OrleansDatabase.PrepareSqlite(path, TimeProvider.System);
        return new(DatabaseKind.Sqlite, $"Data Source={path}", folder);
    }

    /// <summary>Makes one of an empty database on a server.</summary>
    public static async Task<TestDatabase> OnPostgreSql(string connectionString)
    {
        var database = new TestDatabase(DatabaseKind.PostgreSql, connectionString, folder: null);
        await using var connection = database.Connect();
        await OrleansDatabase.PreparePostgreSql(connection, TimeProvider.System, CancellationToken.None);
        return database;
    }

    public DbConnection Connect() => Kind == DatabaseKind.Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);

    /// <summary>The rows of a query, each as its values.</summary>
    public async Task<List<object[]>> Query(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(values);
        }
        return rows;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (Connect() is NpgsqlConnection server) NpgsqlConnection.ClearPool(server);
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
