using System.Data.Common;
using Fincord.Storage.Sqlite;

namespace Fincord.Storage.Orleans;

/// <summary>
/// The database of the actor runtime: the states of grains and their reminders, in the tables that Orleans' ADO.NET providers expect, with the
/// SQL that they run in the table OrleansQuery.
/// </summary>
public static class OrleansDatabase
{
    private const string Folder = "Fincord.Storage.Orleans.Migrations";

    internal static readonly SqliteMigrations Sqlite = new(Migration.FromResources(Folder, "sqlite"));

    internal static readonly PostgreSqlMigrations PostgreSql = new(Migration.FromResources(Folder, "postgresql"));

    /// <summary>Makes a SQLite file, or brings it up to date, in write-ahead mode: readers do not wait for the writer.</summary>
    /// <exception cref="StorageException">The file cannot be opened, or a newer program made it.</exception>
    public static void PrepareSqlite(string path, TimeProvider time)
    {
        using var connection = SqliteConnection.OpenForWriting(path);
        connection.Execute("PRAGMA journal_mode = WAL");
        Sqlite.Up(connection, time);
    }

    /// <summary>Brings a PostgreSQL database up to date.</summary>
    /// <exception cref="StorageException">A newer program made the tables.</exception>
    /// <exception cref="DbException">The server cannot be reached or refuses.</exception>
    public static async Task PreparePostgreSql(DbConnection connection, TimeProvider time, CancellationToken cancellation)
    {
        await connection.OpenAsync(cancellation);
        await PostgreSql.Up(connection, time, cancellation);
    }
}
