using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Fincord.Storage.Files;

/// <summary>What the base library does not open: directories, and files that another process has locked.</summary>
internal static class PosixFile
{
    private const int ReadOnly = 0;

    /// <summary>
    /// Makes the names in a directory durable: without it a power cut may forget a new file although its content was flushed.
    /// Windows keeps names in its journal and has nothing of the kind.
    /// </summary>
    public static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        using var directory = OpenForReading(path);
        RandomAccess.FlushToDisk(directory);
    }

    /// <summary>Reads a small text file whatever advisory locks are on it.</summary>
    public static string ReadLockedText(string path)
    {
        using var file = OperatingSystem.IsWindows()
            ? File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete)
            : OpenForReading(path);
        Span<byte> bytes = stackalloc byte[256];
        return System.Text.Encoding.UTF8.GetString(bytes[..RandomAccess.Read(file, bytes, 0)]);
    }

    private static SafeFileHandle OpenForReading(string path)
    {
        var descriptor = Open(path, ReadOnly);
        return descriptor >= 0
            ? new(descriptor, ownsHandle: true)
            : throw new IOException($"{path} cannot be opened: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
