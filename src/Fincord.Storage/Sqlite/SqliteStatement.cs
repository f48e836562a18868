using SQLitePCL;

namespace Fincord.Storage.Sqlite;

/// <summary>A prepared statement: its parameters are bound in their order, its columns read in theirs.</summary>
internal sealed class SqliteStatement(SqliteConnection connection, sqlite3_stmt statement) : IDisposable
{
    private int _bound;
    private int _read;

    public SqliteStatement Bind(long value)
    {
        connection.Check(raw.sqlite3_bind_int64(statement, ++_bound, value));
        return this;
    }

    public SqliteStatement Bind(string value)
    {
        connection.Check(raw.sqlite3_bind_text(statement, ++_bound, value));
        return this;
    }

    public SqliteStatement Bind(ReadOnlySpan<byte> value)
    {
        connection.Check(raw.sqlite3_bind_blob(statement, ++_bound, value));
        return this;
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Step()
    {
        _read = 0;
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) Fail(code);
        return false;
    }

    /// <summary>Runs a statement that gives no rows and makes it ready for the next parameters.</summary>
    public void Execute()
    {
        Step();
        Reset();
    }

    /// <summary>Lets go of the rows, and of the read lock with them.</summary>
    public void Reset()
    {
        _bound = _read = 0;
        raw.sqlite3_reset(statement);
    }

    public long Int64() => raw.sqlite3_column_int64(statement, _read++);

    public string Text() => raw.sqlite3_column_text(statement, _read++).utf8_to_string();

    /// <summary>The bytes of a blob; they are gone with the next step.</summary>
    public ReadOnlySpan<byte> Blob() => raw.sqlite3_column_blob(statement, _read++);

    public void Dispose() => raw.sqlite3_finalize(statement);

    private void Fail(int code)
    {
        try
        {
            connection.Check(code);
        }
        finally
        {
            Reset();
        }
    }
}
