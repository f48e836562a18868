using SQLitePCL;

namespace Fincord.Storage.Sqlite;

/// <summary>
/// One connection to a database file with its prepared statements, for one thread at a time. Straight on SQLite's own interface: binding through
/// ADO.NET boxes every value and makes a reader per row, which costs more than SQLite itself takes for a candle.
/// </summary>
internal sealed class SqliteConnection : IDisposable
{
    private const int BusyMilliseconds = 5_000;

    private readonly sqlite3 _database;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    static SqliteConnection() => Batteries_V2.Init();

    private SqliteConnection(sqlite3 database, string path) => (_database, Path) = (database, path);

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Whether a transaction is under way.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_database) == 0;

    /// <summary>The number of the row that was last inserted.</summary>
    public long LastInsertRowId => raw.sqlite3_last_insert_rowid(_database);

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>How many pages it wrote, into the log or the file, since it was last asked.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(_database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1));
        return pages;
    }

    /// <summary>Folds of the write-ahead log into the file what nobody reads or writes, if it can.</summary>
    public void Fold() => raw.sqlite3_wal_checkpoint_v2(_database, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);

    /// <summary>Opens a file for writing, and makes it where it is missing.</summary>
    public static SqliteConnection OpenForWriting(string path) => Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    /// <summary>Opens an existing file for reading.</summary>
    public static SqliteConnection OpenForReading(string path) => Open(path, raw.SQLITE_OPEN_READONLY);

    /// <summary>Runs one or more statements that take and give nothing.</summary>
    public void Execute(string script) => Check(raw.sqlite3_exec(_database, script));

    /// <summary>The statement of this text, ready to be bound; prepared once and kept.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(_database, sql, out var prepared));
            _statements.Add(sql, statement = new(this, prepared));
        }
        statement.Reset();
        return statement;
    }

    /// <summary>Throws what a result code other than success means.</summary>
    public void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw SqliteErrors.ToException(raw.sqlite3_extended_errcode(_database), Path, raw.sqlite3_errmsg(_database).utf8_to_string());
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        raw.sqlite3_close_v2(_database);
    }

    private static SqliteConnection Open(string path, int mode)
    {
        var code = raw.sqlite3_open_v2(path, out var database, mode | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            raw.sqlite3_close_v2(database);
            throw SqliteErrors.ToException(code, path, raw.sqlite3_errstr(code).utf8_to_string());
        }
        raw.sqlite3_busy_timeout(database, BusyMilliseconds);
        return new(database, path);
    }
}
