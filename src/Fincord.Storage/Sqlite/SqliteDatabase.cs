using System.Collections.Concurrent;

namespace Fincord.Storage.Sqlite;

/// <summary>
/// A database file in write-ahead mode: one writer with group commit, and readers that neither wait for it nor hold it up, each seeing what was
/// committed when it began. Commits survive a crash of the process at once, a power cut when they ask for it.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    // 16 MiB of cache hold the pages at the ends of some thousand candle series.
    private const string Settings =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 0";

    private static readonly int MaxReaders = 2 * Environment.ProcessorCount;

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqliteConnection> _idleReaders = [];
    private readonly SemaphoreSlim _readers = new(MaxReaders);
    private bool _isClosed;

    private SqliteDatabase(string path, SqliteConnection connection, int pagesPerFold)
    {
        (_path, _connection) = (path, connection);
        _writer = new(connection, pagesPerFold, $"{Path.GetFileName(path)} writer");
    }

    /// <summary>Opens a file, or makes it, and brings its schema up to date before anyone else sees it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="migrations">Its schema.</param>
    /// <param name="time">Says when a step of the schema was made.</param>
    /// <param name="pagesPerFold">
    /// After how many pages in the write-ahead log it is folded into the file. Pages that change again and again are written once for all; but
    /// while the log is folded commits wait, so the more there is to write at once the longer a few of them wait.
    /// </param>
    public static SqliteDatabase Open(string path, SqliteMigrations migrations, TimeProvider time, int pagesPerFold)
    {
        var connection = SqliteConnection.OpenForWriting(path);
        try
        {
            connection.Execute(Settings);
            migrations.Up(connection, time);
            return new(path, connection, pagesPerFold);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="SqliteWriter.Commit(Action{SqliteConnection}, bool, CancellationToken)"/>
    public Task Commit(Action<SqliteConnection> work, CancellationToken cancellation, bool flush = false) =>
        _writer.Commit(work, flush, cancellation);

    /// <summary>Runs <paramref name="query"/> on a connection of its own, away from the caller's thread.</summary>
    public async Task<T> Read<T>(Func<SqliteConnection, T> query, CancellationToken cancellation)
    {
        await _readers.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Run(query), cancellation);
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>Commits what is queued, waits for the readers, folds the write-ahead log into the file and closes it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, true)) return;
        _writer.Dispose();
        for (var i = 0; i < MaxReaders; i++) _readers.Wait();
        while (_idleReaders.TryTake(out var reader)) reader.Dispose();
        // The last connection to close folds the write-ahead log into the file and removes it.
        _connection.Dispose();
        _readers.Dispose();
    }

    private T Run<T>(Func<SqliteConnection, T> query)
    {
        var reader = _idleReaders.TryTake(out var idle) ? idle : SqliteConnection.OpenForReading(_path);
        try
        {
            return query(reader);
        }
        finally
        {
            _idleReaders.Add(reader);
        }
    }
}
