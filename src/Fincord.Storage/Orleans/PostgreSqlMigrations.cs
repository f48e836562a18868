using System.Data.Common;
using Fincord.Domain.Markets;
using Fincord.Storage.Sqlite;

namespace Fincord.Storage.Orleans;

/// <summary>
/// The steps of a PostgreSQL schema, and how far a database has gone (a table of its own, as several schemas may share a database). Each step is one transaction under an
/// advisory lock, so programs that start together make it once.
/// </summary>
internal sealed class PostgreSqlMigrations(IReadOnlyList<Migration> steps, string table = "schema_version")
{
    private readonly string _lock = $"SELECT pg_advisory_xact_lock(hashtext('fincord.{table}'))";

    private readonly string _versionTable =
        $"CREATE TABLE IF NOT EXISTS {table} (number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at bigint NOT NULL)";

    /// <summary>
    /// Makes the steps that a database has not made yet. Throws <see cref="StorageException"/> for one that a newer program made
    /// (<see cref="StorageCodes.NewerSchema"/>) or whose steps had another text (<see cref="StorageCodes.ChangedMigration"/>).
    /// </summary>
    public async Task Up(DbConnection connection, TimeProvider time, CancellationToken cancellation)
    {
        foreach (var step in steps)
        {
            await Transact(connection, async () =>
            {
                if (await CheckApplied(connection, cancellation) >= step.Number) return;
                await Execute(connection, step.Up, cancellation);
                await Execute(
                    connection, $"INSERT INTO {table} (number, name, hash, applied_at) VALUES (@number, @name, @hash, @applied_at)", cancellation,
                    ("number", step.Number), ("name", step.Name), ("hash", step.Hash),
                    ("applied_at", Timestamp.FromDateTimeOffset(time.GetUtcNow()).Nanoseconds));
            }, cancellation);
        }
    }

    /// <summary>Takes back the steps after <paramref name="number"/>, with their data. Only ever by explicit command.</summary>
    public async Task Down(DbConnection connection, int number, CancellationToken cancellation)
    {
        foreach (var step in steps.Where(step => step.Number > number).Reverse())
        {
            await Transact(connection, async () =>
            {
                if (await CheckApplied(connection, cancellation) < step.Number) return;
                await Execute(connection, step.Down, cancellation);
                await Execute(connection, $"DELETE FROM {table} WHERE number = @number", cancellation, ("number", step.Number));
            }, cancellation);
        }
    }

    // How far the database has gone; it must have gone our way.
    private async Task<int> CheckApplied(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT number, name, hash FROM {table} ORDER BY number";
        await using var applied = await command.ExecuteReaderAsync(cancellation);
        var count = 0;
        while (await applied.ReadAsync(cancellation))
        {
            var (number, name, hash) = (applied.GetInt32(0), applied.GetString(1), applied.GetString(2));
            if (number > steps.Count) throw new StorageException(
                StorageCodes.NewerSchema,
                $"{connection.Database} has schema {number} ({name}); this program knows {steps.Count}. Use the newer program.");
            if (steps[count].Number != number || steps[count].Hash != hash) throw new StorageException(
                StorageCodes.ChangedMigration, $"{connection.Database} was made with another migration {number} ({name}) than this program has.");
            count++;
        }
        return count;
    }

    private async Task Transact(DbConnection connection, Func<Task> step, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, _lock, cancellation);
        await Execute(connection, _versionTable, cancellation);
        await step();
        await transaction.CommitAsync(cancellation);
    }

    private static async Task Execute(
        DbConnection connection, string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
