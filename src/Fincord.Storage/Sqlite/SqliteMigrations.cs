using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Fincord.Domain.Markets;

namespace Fincord.Storage.Sqlite;

/// <summary>One step of a schema.</summary>
/// <param name="Number">Its place, from 1, without gaps.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Up">The SQL that makes the step.</param>
/// <param name="Down">The SQL that takes it back, with the data it made room for.</param>
internal sealed record Migration(int Number, string Name, string Up, string Down)
{
    /// <summary>SHA-256 of <see cref="Up"/> in hexadecimal: a step that was made somewhere must never be edited.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Up)));

    /// <summary>
    /// The steps in the embedded files <c>{folder}.0001_name.{database}.up.sql</c> and <c>….down.sql</c> of this assembly.
    /// </summary>
    public static IReadOnlyList<Migration> FromResources(string folder, string database)
    {
        var up = $".{database}.up.sql";
        var assembly = typeof(Migration).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + ".", StringComparison.Ordinal) && name.EndsWith(up, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. files.Select(file =>
        {
            var name = file[(folder.Length + 1)..^up.Length];
            return new Migration(int.Parse(name[..4]), name[5..], Text(assembly, file), Text(assembly, file.Replace(".up.", ".down.", StringComparison.Ordinal)));
        })];
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>
/// The steps of a database's schema, and how far a file has gone (its table <c>schema_version</c>). Each step is one transaction, taken under
/// the file's write lock, so two programs that start together make it once.
/// </summary>
internal sealed class SqliteMigrations(IReadOnlyList<Migration> steps)
{
    private const string VersionTable =
        "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)";

    /// <summary>The steps in the embedded files of a folder.</summary>
    public static SqliteMigrations FromResources(string folder) => new(Migration.FromResources(folder, "sqlite"));

    /// <summary>
    /// Makes the steps that a file has not made yet. Throws <see cref="StorageException"/> for a file that a newer program made
    /// (<see cref="StorageCodes.NewerSchema"/>) or whose steps had another text (<see cref="StorageCodes.ChangedMigration"/>).
    /// </summary>
    public void Up(SqliteConnection connection, TimeProvider time)
    {
        Transact(connection, () => connection.Execute(VersionTable));
        foreach (var step in steps)
        {
            Transact(connection, () =>
            {
                if (CheckApplied(connection) >= step.Number) return;
                connection.Execute(step.Up);
                connection.Prepare("INSERT INTO schema_version (number, name, hash, applied_at) VALUES (?, ?, ?, ?)")
                    .Bind(step.Number).Bind(step.Name).Bind(step.Hash).Bind(Timestamp.FromDateTimeOffset(time.GetUtcNow()).Nanoseconds).Execute();
            });
        }
    }

    /// <summary>Takes back the steps after <paramref name="number"/>, with their data. Only ever by explicit command.</summary>
    public void Down(SqliteConnection connection, int number)
    {
        foreach (var step in steps.Where(step => step.Number > number).Reverse())
        {
            Transact(connection, () =>
            {
                if (CheckApplied(connection) < step.Number) return;
                connection.Execute(step.Down);
                connection.Prepare("DELETE FROM schema_version WHERE number = ?").Bind(step.Number).Execute();
            });
        }
    }

    // How far the file has gone; it must have gone our way.
    private int CheckApplied(SqliteConnection connection)
    {
        var applied = connection.Prepare("SELECT number, name, hash FROM schema_version ORDER BY number");
        try
        {
            var count = 0;
            while (applied.Step())
            {
                var (number, name, hash) = (applied.Int64(), applied.Text(), applied.Text());
                if (number > steps.Count) throw new StorageException(
                    StorageCodes.NewerSchema, $"{connection.Path} has schema {number} ({name}); this program knows {steps.Count}. Use the newer program.");
                if (steps[count].Number != number || steps[count].Hash != hash) throw new StorageException(
                    StorageCodes.ChangedMigration, $"{connection.Path} was made with another migration {number} ({name}) than this program has.");
                count++;
            }
            return count;
        }
        finally
        {
            applied.Reset();
        }
    }

    private static void Transact(SqliteConnection connection, Action step)
    {
        connection.Prepare("BEGIN IMMEDIATE").Execute();
        try
        {
            step();
            connection.Prepare("COMMIT").Execute();
        }
        finally
        {
            if (connection.IsInTransaction) connection.Prepare("ROLLBACK").Execute();
        }
    }
}
