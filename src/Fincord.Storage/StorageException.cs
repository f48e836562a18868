namespace Fincord.Storage;

/// <summary>Something that the storage cannot do and that its user can cause or mend; the message is one clear sentence.</summary>
/// <param name="code">Why: a code of <see cref="StorageCodes"/>.</param>
/// <param name="message">What happened, to which file.</param>
/// <param name="inner">What led to it, where something did.</param>
[GenerateSerializer, Alias("storage.exception")]
public sealed class StorageException(string code, string message, Exception? inner = null) : Exception(message)
{
    /// <summary>Why: a code of <see cref="StorageCodes"/>.</summary>
    [Id(0)]
    public string Code { get; } = code;

    /// <summary>What a driver said. It stays in the process: a caller elsewhere would not know its type.</summary>
    [field: NonSerialized]
    public Exception? Cause { get; } = inner;

    /// <inheritdoc/>
    public override string ToString() => Cause is null ? base.ToString() : $"{base.ToString()}{Environment.NewLine} ---> {Cause}";
}

/// <summary>Why the storage could not do something. Codes never change.</summary>
public static class StorageCodes
{
    /// <summary>Another process works on the data folder.</summary>
    public const string FolderInUse = "DATA_FOLDER_IN_USE";

    /// <summary>The data folder cannot be made, entered or written.</summary>
    public const string FolderUnusable = "DATA_FOLDER_UNUSABLE";

    /// <summary>A newer program made this database.</summary>
    public const string NewerSchema = "NEWER_SCHEMA";

    /// <summary>A migration that was applied has another text in this program.</summary>
    public const string ChangedMigration = "CHANGED_MIGRATION";

    /// <summary>A file is not what we wrote.</summary>
    public const string Corrupt = "STORAGE_CORRUPT";

    /// <summary>The event log ends before events that the market store has already applied.</summary>
    public const string LogBehindStore = "LOG_BEHIND_STORE";

    /// <summary>Events were asked for that the log has released.</summary>
    public const string EventsReleased = "EVENTS_RELEASED";

    /// <summary>There is no room on the disk.</summary>
    public const string DiskFull = "DISK_FULL";

    /// <summary>Another program holds a lock on a database for too long.</summary>
    public const string Busy = "STORAGE_BUSY";

    /// <summary>Reading or writing a file failed.</summary>
    public const string InputOutput = "STORAGE_IO";

    /// <summary>The database is not reached, or did not take a commit.</summary>
    public const string Unavailable = "STORAGE_UNAVAILABLE";
}
