using Fincord.Storage.Sqlite;

namespace Fincord.Storage.Markets;

/// <summary>The database file of the market: instruments, candles, checkpoints and log offsets.</summary>
internal static class MarketDatabase
{
    /// <summary>The steps of its schema.</summary>
    public static readonly SqliteMigrations Migrations = SqliteMigrations.FromResources("Fincord.Storage.Markets.Migrations");

    // 32 MiB: nobody waits for a commit, and the pages at the ends of the series change with every one.
    private const int PagesPerFold = 8_000;

    /// <summary>Opens it, or makes it.</summary>
    public static SqliteDatabase Open(string path, TimeProvider time) => SqliteDatabase.Open(path, Migrations, time, PagesPerFold);
}
