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
    private readonly IAsyncDisposable _home;

    private TestDatabase(DatabaseKind kind, string connectionString, IAsyncDisposable home) =>
        (Kind, ConnectionString, _home) = (kind, connectionString, home);

    public DatabaseKind Kind { get; }

    public string Invariant => Kind == DatabaseKind.Sqlite ? "System.Data.SQLite" : "Npgsql";

    public string ConnectionString { get; }

    /// <summary>Makes one; skips the test when there is no server for it.</summary>
    public static async Task<TestDatabase> Create(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = new TempFolder();
            var path = Path.Combine(folder.Path, "orleans.db");
            OrleansDatabase.PrepareSqlite(path, TimeProvider.System);
            return new(kind, $"Data Source={path}", folder);
        }
        Assert.SkipUnless(PostgreSqlServer.IsInstalled, PostgreSqlServer.Missing);
        var server = await PostgreSqlServer.Start();
        return await On(server, server);
    }

    /// <summary>Makes one on a server, which ends with it only when it is its home.</summary>
    public static async Task<TestDatabase> On(PostgreSqlServer server, IAsyncDisposable home)
    {
        var database = new TestDatabase(DatabaseKind.PostgreSql, await server.CreateDatabase(), home);
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
        return _home.DisposeAsync();
    }

    private sealed class TempFolder : IAsyncDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("orleans").FullName;

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Path, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
