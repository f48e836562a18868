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

    // 32 MiB: the pages at the ends of the series change with every commit, and are folded into the file once for many of them.
    private const int PagesPerCheckpoint = 8_000;

    private static readonly int MaxReaders = 2 * Environment.ProcessorCount;

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SqliteCheckpointer _checkpointer;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqliteConnection> _idleReaders = [];
    private readonly SemaphoreSlim _readers = new(MaxReaders);
    private bool _isClosed;

    private SqliteDatabase(string path, SqliteConnection connection, int pagesPerCheckpoint)
    {
        (_path, _connection) = (path, connection);
        _checkpointer = new(path, pagesPerCheckpoint);
        _writer = new(connection, _checkpointer, $"{Path.GetFileName(path)} writer");
    }

    /// <summary>Opens a file, or makes it, and brings its schema up to date before anyone else sees it.</summary>
    public static SqliteDatabase Open(string path, SqliteMigrations migrations, TimeProvider time, int pagesPerCheckpoint = PagesPerCheckpoint)
    {
        var connection = SqliteConnection.OpenForWriting(path);
        try
        {
            connection.Execute(Settings);
            migrations.Up(connection, time);
            return new(path, connection, pagesPerCheckpoint);
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
        _checkpointer.Dispose();
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
