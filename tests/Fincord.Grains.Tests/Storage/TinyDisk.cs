using System.Diagnostics;

namespace Fincord.Grains.Tests.Storage;

/// <summary>A disk in memory that is soon full; only root may make one, others skip.</summary>
internal sealed class TinyDisk : IDisposable
{
    private readonly TempFolder _folder = new();

    public TinyDisk(int kibibytes)
    {
        var why = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? Run("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k", "tmpfs", Path) : "not root on Linux";
        if (why is null) return;
        _folder.Dispose();
        Assert.Skip($"A full disk is played by a small tmpfs, which cannot be mounted here: {why}");
    }

    public string Path => _folder.Path;

    public string Combine(params ReadOnlySpan<string> names) => _folder.Combine(names);

    /// <summary>Takes some of the room, for <see cref="MakeRoom"/> to give back.</summary>
    public void TakeRoom(int kibibytes) => File.WriteAllBytes(Combine("ballast"), new byte[kibibytes * 1024]);

    public void MakeRoom() => File.Delete(Combine("ballast"));

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        _folder.Dispose();
    }

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error.Trim();
    }
}
