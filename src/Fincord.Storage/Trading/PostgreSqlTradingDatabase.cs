using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using Fincord.Storage.Orleans;
using Fincord.Storage.Sqlite;
using Npgsql;

namespace Fincord.Storage.Trading;

/// <summary>
/// Accounts in PostgreSQL. Commits go through a few lanes: those of one writer through one lane, so they keep their order, and those that wait in a
/// lane share a transaction and its flush.
/// </summary>
internal sealed class PostgreSqlTradingDatabase : ITradingDatabase, IDisposable
{
    private const int Lanes = 8;

    /// <summary>The steps of its schema.</summary>
    public static readonly PostgreSqlMigrations Migrations =
        new(Migration.FromResources("Fincord.Storage.Trading.Migrations", "postgresql"), "trading_schema_version");

    private readonly NpgsqlDataSource _source;
    private readonly PostgreSqlLane[] _lanes;

    private PostgreSqlTradingDatabase(NpgsqlDataSource source)
    {
        _source = source;
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new PostgreSqlLane(source))];
    }

    /// <summary>Reaches a database and brings its schema up to date before anyone else sees it.</summary>
    public static async Task<PostgreSqlTradingDatabase> Open(string connectionString, TimeProvider time, CancellationToken cancellation)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        try
        {
            await using (var connection = await source.OpenConnectionAsync(cancellation)) await Migrations.Up(connection, time, cancellation);
            return new(source);
        }
        catch (NpgsqlException exception)
        {
            await source.DisposeAsync();
            throw new StorageException(StorageCodes.Unavailable, $"PostgreSQL is not reached: {exception.Message}", exception);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task Commit(string writer, IReadOnlyList<SqlStep> steps, CancellationToken cancellation) =>
        _lanes[(StringComparer.Ordinal.GetHashCode(writer) & int.MaxValue) % Lanes].Commit(steps, cancellation);

    /// <inheritdoc/>
    public async Task<ImmutableArray<T>> Read<T>(string sql, Func<ISqlRow, T> map, CancellationToken cancellation, params object[] arguments)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { ToCommand(sql, arguments) } };
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            var rows = ImmutableArray.CreateBuilder<T>();
            while (await reader.ReadAsync(cancellation)) rows.Add(map(new Row(reader)));
            return rows.DrainToImmutable();
        }
        catch (NpgsqlException exception)
        {
            throw new StorageException(StorageCodes.Unavailable, $"PostgreSQL did not answer: {exception.Message}", exception);
        }
    }

    /// <summary>Commits what is queued, then closes the connections.</summary>
    public void Dispose()
    {
        foreach (var lane in _lanes) lane.Dispose();
        _source.Dispose();
    }

    internal static NpgsqlBatchCommand ToCommand(string sql, object[] arguments)
    {
        var command = new NpgsqlBatchCommand(Numbered(sql));
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        return command;
    }

    // PostgreSQL numbers its parameters; no text of ours has a question mark but for them.
    private static string Numbered(string sql)
    {
        var text = new StringBuilder(sql.Length + 16);
        var number = 0;
        foreach (var letter in sql)
        {
            if (letter == '?') text.Append('$').Append(++number);
            else text.Append(letter);
        }
        return text.ToString();
    }

    private sealed class Row(DbDataReader reader) : ISqlRow
    {
        private int _column;

        public string Text() => reader.GetString(_column++);

        public long Int64() => reader.GetInt64(_column++);

        public decimal Decimal() => reader.GetDecimal(_column++);
    }
}
