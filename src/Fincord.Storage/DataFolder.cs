using System.Globalization;
using Fincord.Storage.Files;

namespace Fincord.Storage;

/// <summary>
/// The folder that holds all data of one process: made with mode 700 and locked against a second process for as long as this object lives.
/// The kernel lets go of the lock when the process dies, however it dies.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const string LockName = "fincord.lock";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OpenToOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>
    /// Makes the folder where it is missing and locks it; throws <see cref="StorageException"/> (<see cref="StorageCodes.FolderInUse"/>,
    /// <see cref="StorageCodes.FolderUnusable"/>) otherwise. A folder that is open to others is made private when it is empty or was ours before.
    /// </summary>
    public static DataFolder Open(string path)
    {
        var folder = System.IO.Path.GetFullPath(path);
        try
        {
            MakePrivate(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, failure);
        }
        return new(folder, Lock(folder));
    }

    /// <summary>The absolute path of something in the folder.</summary>
    public string Combine(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => _lock.Dispose();

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        if (!Directory.Exists(folder)) Directory.CreateDirectory(folder, Private);
        if ((File.GetUnixFileMode(folder) & OpenToOthers) == UnixFileMode.None) return;
        // A folder that others use is not ours to close, even when we are pointed there, and not one to leave data in.
        if (!File.Exists(System.IO.Path.Combine(folder, LockName)) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException("it holds other files, and others may enter it. Name an empty folder, or close this one with chmod 700.");
        File.SetUnixFileMode(folder, Private);
    }

    private static FileStream Lock(string folder)
    {
        var path = System.IO.Path.Combine(folder, LockName);
        FileStream held;
        try
        {
            // The lock file stays when the process ends: deleting it would let two processes lock two files of one name.
            held = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None);
        }
        catch (IOException failure) when (File.Exists(path))
        {
            throw InUse(folder, path, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, failure);
        }
        try
        {
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n")));
            held.Flush();
            return held;
        }
        catch (IOException failure)
        {
            held.Dispose();
            throw failure.ToStorageException(path);
        }
    }

    private static StorageException InUse(string folder, string path, IOException failure)
    {
        var owner = PosixFile.ReadLockedText(path).Trim();
        var who = owner.Length > 0 ? $"process {owner}" : "another process";
        return new(StorageCodes.FolderInUse, $"The data folder {folder} is in use by {who}.", failure);
    }

    private static StorageException Unusable(string folder, Exception failure) =>
        new(StorageCodes.FolderUnusable, $"The data folder {folder} cannot be used: {failure.Message}", failure);
}
