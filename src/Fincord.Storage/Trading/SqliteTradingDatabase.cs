using System.Collections.Immutable;
using System.Globalization;
using Fincord.Storage.Sqlite;

namespace Fincord.Storage.Trading;

/// <summary>Accounts in an SQLite file. Commits of many accounts that come together share a transaction and its flush.</summary>
internal sealed class SqliteTradingDatabase(SqliteDatabase database) : ITradingDatabase
{
    /// <summary>The steps of its schema.</summary>
    public static readonly SqliteMigrations Migrations = SqliteMigrations.FromResources("Fincord.Storage.Trading.Migrations");

    // Members wait for commits: 8,000 pages are folded in 20 ms, 400 in 2 ms.
    private const int PagesPerFold = 400;

    /// <summary>Opens the file, or makes it.</summary>
    public static SqliteDatabase Open(string path, TimeProvider time) => SqliteDatabase.Open(path, Migrations, time, PagesPerFold);

    /// <inheritdoc/>
    public Task Commit(string writer, IReadOnlyList<SqlStep> steps, CancellationToken cancellation) => database.Commit(
        connection =>
        {
            foreach (var step in steps)
            {
                Bind(connection.Prepare(step.Sql), step.Arguments).Execute();
                if (step.MustChange && connection.Changes == 0) throw new StepRefusedException();
            }
        },
        cancellation,
        flush: true);

    /// <inheritdoc/>
    public Task<ImmutableArray<T>> Read<T>(string sql, Func<ISqlRow, T> map, CancellationToken cancellation, params object[] arguments) => database.Read(
        connection =>
        {
            var statement = Bind(connection.Prepare(sql), arguments);
            var row = new Row(statement);
            var rows = ImmutableArray.CreateBuilder<T>();
            try
            {
                while (statement.Step()) rows.Add(map(row));
            }
            finally
            {
                statement.Reset();
            }
            return rows.DrainToImmutable();
        },
        cancellation);

    private static SqliteStatement Bind(SqliteStatement statement, object[] arguments)
    {
        foreach (var argument in arguments)
        {
            _ = argument switch
            {
                string text => statement.Bind(text),
                long number => statement.Bind(number),
                decimal sum => statement.Bind(sum.ToString(CultureInfo.InvariantCulture)),
                _ => throw new ArgumentException($"A {argument.GetType()} is no parameter."),
            };
        }
        return statement;
    }

    private sealed class Row(SqliteStatement statement) : ISqlRow
    {
        public string Text() => statement.Text();

        public long Int64() => statement.Int64();

        public decimal Decimal() => decimal.Parse(statement.Text(), NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
