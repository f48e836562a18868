namespace Fincord.Storage.Files;

/// <summary>Tells what an <see cref="IOException"/> means to the user.</summary>
internal static class IoErrors
{
    // The runtime keeps errno (Linux: ENOSPC 28, EDQUOT 122) or an HRESULT (ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL) in HResult.
    private static readonly int[] DiskFull = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>The exception to throw for a failed operation on a file.</summary>
    public static StorageException ToStorageException(this Exception failure, string path) => failure switch
    {
        StorageException known => known,
        IOException io when Array.IndexOf(DiskFull, io.HResult) >= 0 =>
            new(StorageCodes.DiskFull, $"There is no room on the disk for {path}.", io),
        UnauthorizedAccessException => new(StorageCodes.FolderUnusable, $"{path} may not be written: {failure.Message}", failure),
        _ => new(StorageCodes.InputOutput, $"{path} cannot be read or written: {failure.Message}", failure),
    };
}
