using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A database behind ADO.NET, whose SQL is in its own table OrleansQuery.</summary>
internal sealed class AdoNetDatabase
{
    public const string Sqlite = "System.Data.SQLite";
    public const string PostgreSql = "Npgsql";

    private readonly Func<DbConnection> _connect;

    // SQLite has one writer at a time and blocks the thread of whoever waits for it; waiting here blocks none.
    private readonly SemaphoreSlim? _turn;

    public AdoNetDatabase(string what, string? invariant, string? connectionString, DbDataSource? dataSource)
    {
        if (string.IsNullOrWhiteSpace(connectionString) == dataSource is null)
            throw new OrleansConfigurationException($"{what} needs either a ConnectionString or a DataSource.");
        var provider = invariant switch
        {
            Sqlite => (DbProviderFactory)SqliteFactory.Instance,
            PostgreSql => NpgsqlFactory.Instance,
            _ => throw new OrleansConfigurationException(
                $"{what} has the Invariant '{invariant}'; '{Sqlite}' and '{PostgreSql}' are supported."),
        };
        // Npgsql pools by connection string, SQLite too: a connection per operation costs no handshake.
        _connect = dataSource is not null ? dataSource.CreateConnection : () => Connect(provider, connectionString!);
        if (invariant == Sqlite) _turn = new(1);
    }

    /// <summary>The SQL by its key, as the database says; it is read once, when the silo starts.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadQueries(CancellationToken cancellation)
    {
        var rows = await Read(
            "SELECT QueryKey, QueryText FROM OrleansQuery", static _ => { },
            static row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), cancellation);
        return rows.ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Runs SQL and gives its rows.</summary>
    public async Task<List<T>> Read<T>(string sql, Action<DbCommand> bind, Func<DbDataReader, T> map, CancellationToken cancellation)
    {
        if (_turn is null) return await Run(sql, bind, map, cancellation).ConfigureAwait(false);
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Run(sql, bind, map, cancellation), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<List<T>> Run<T>(string sql, Action<DbCommand> bind, Func<DbDataReader, T> map, CancellationToken cancellation)
    {
        await using var connection = _connect();
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        bind(command);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(map(reader));
        return rows;
    }

    private static DbConnection Connect(DbProviderFactory provider, string connectionString)
    {
        var connection = provider.CreateConnection()!;
        connection.ConnectionString = connectionString;
        return connection;
    }
}

/// <summary>Parameters and queries.</summary>
internal static class AdoNetCommands
{
    /// <summary>The query of a key; without it the database has not been prepared.</summary>
    public static string Require(this IReadOnlyDictionary<string, string> queries, string key) => queries.TryGetValue(key, out var text)
        ? text
        : throw new InvalidOperationException($"The table OrleansQuery has no row '{key}': the database has not been prepared for Orleans.");

    /// <summary>Adds a parameter; null is NULL.</summary>
    public static void Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
