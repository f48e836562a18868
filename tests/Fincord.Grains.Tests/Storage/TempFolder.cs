namespace Fincord.Grains.Tests.Storage;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("fincord-test-").FullName;

    public string Combine(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>A copy of a folder as it is this moment, as a crash would leave it.</summary>
    public static TempFolder CopyOf(string folder)
    {
        var copy = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (System.IO.Path.GetFileName(file) == "fincord.lock") continue;       // held, and of no use to the next process
            var target = copy.Combine(System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            // Shared with the program that has it open; File.Copy asks for more than that.
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(target);
            from.CopyTo(to);
        }
        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
