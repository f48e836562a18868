using SQLitePCL;

namespace Fincord.Storage.Sqlite;

/// <summary>An error of SQLite that is no one's fault but ours: wrong SQL, a broken constraint.</summary>
internal sealed class SqliteException(int code, string message) : Exception(message)
{
    /// <summary>SQLite's extended result code.</summary>
    public int Code { get; } = code;
}

/// <summary>Tells what SQLite's result codes mean to the user.</summary>
internal static class SqliteErrors
{
    private const int PrimaryCode = 0xFF;

    /// <summary>The exception of a result code on a database file.</summary>
    public static Exception ToException(int code, string path, string detail) => (code & PrimaryCode) switch
    {
        raw.SQLITE_FULL => new StorageException(StorageCodes.DiskFull, $"There is no room on the disk for {path}."),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StorageException(StorageCodes.Busy, $"{path} is locked by another program."),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new StorageException(StorageCodes.Corrupt, $"{path} is damaged: {detail}."),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM =>
            new StorageException(StorageCodes.InputOutput, $"{path} cannot be read or written: {detail} ({code})."),
        _ => new SqliteException(code, $"{detail} ({code}) in {path}"),
    };
}
