using System.Collections.Immutable;
using System.Text;
using Npgsql;

namespace Fincord.Storage.Trading;

/// <summary>Accounts in PostgreSQL: one round trip a commit.</summary>
internal sealed class PostgreSqlTradingDatabase(NpgsqlDataSource source) : ITradingDatabase
{
    /// <inheritdoc/>
    public async Task Commit(IReadOnlyList<SqlStep> steps, CancellationToken cancellation)
    {
        await using var connection = await Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var step in steps) batch.BatchCommands.Add(Command(step.Sql, step.Arguments));
        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
            for (var index = 0; index < steps.Count; index++)
                if (steps[index].MustChange && batch.BatchCommands[index].RecordsAffected == 0) throw new StepRefusedException();
            await transaction.CommitAsync(cancellation);
        }
        catch (NpgsqlException exception)
        {
            throw new StorageException(StorageCodes.Unavailable, $"PostgreSQL did not take a commit: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<T>> Read<T>(string sql, Func<ISqlRow, T> map, CancellationToken cancellation, params object[] arguments)
    {
        await using var connection = await Open(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command(sql, arguments) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(map(new Row(reader)));
        return rows.DrainToImmutable();
    }

    private async Task<NpgsqlConnection> Open(CancellationToken cancellation)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException exception)
        {
            throw new StorageException(StorageCodes.Unavailable, $"PostgreSQL is not reached: {exception.Message}", exception);
        }
    }

    private static NpgsqlBatchCommand Command(string sql, object[] arguments)
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

    private sealed class Row(NpgsqlDataReader reader) : ISqlRow
    {
        private int _column;

        public string Text() => reader.GetString(_column++);

        public long Int64() => reader.GetInt64(_column++);

        public decimal Decimal() => reader.GetDecimal(_column++);
    }
}
