using System.Collections.Immutable;

namespace Fincord.Storage.Trading;

/// <summary>
/// A database that keeps accounts: SQLite or PostgreSQL. Both take the same SQL, with <c>?</c> for parameters, which are texts, 64-bit integers
/// and decimals.
/// </summary>
internal interface ITradingDatabase
{
    /// <summary>
    /// Runs steps in one transaction, and returns when the disk has it. Commits of one <paramref name="writer"/> keep the order of the calls. Throws <see cref="StepRefusedException"/>, and nothing is changed, when a
    /// step that must change a row finds none.
    /// </summary>
    Task Commit(string writer, IReadOnlyList<SqlStep> steps, CancellationToken cancellation);

    /// <summary>The rows of a query.</summary>
    Task<ImmutableArray<T>> Read<T>(string sql, Func<ISqlRow, T> map, CancellationToken cancellation, params object[] arguments);
}

/// <summary>A statement that changes something.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Arguments">Its parameters, in order.</param>
/// <param name="MustChange">Whether the whole transaction is refused when it changes no row.</param>
internal readonly record struct SqlStep(string Sql, object[] Arguments, bool MustChange = false);

/// <summary>A row that is being read, column by column from the first.</summary>
internal interface ISqlRow
{
    string Text();

    long Int64();

    decimal Decimal();
}

/// <summary>A step that must change a row found none.</summary>
internal sealed class StepRefusedException() : Exception("A row is not as it was expected.");
