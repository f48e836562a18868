using System.Diagnostics;

namespace Fincord.Architecture.Tests.House;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Fincord.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where the packages came from: the folder below artifacts/ that the tests run in.</summary>
    public static string Flavour { get; } = Path.GetRelativePath(Path.Combine(Root, "artifacts"), AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar)[0];

    /// <summary>The files of the project, relative to the root, with forward slashes: what git has or would add.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static IEnumerable<string> FilesLike(string folder, string ending) =>
        Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Fincord.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run below the folder that holds Fincord.sln.");
        return folder.FullName;
    }

    private static string[] ListFiles()
    {
        var git = new ProcessStartInfo("git", ["-C", Root, "ls-files", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(git)!;
        var files = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.NotEmpty(files);
        return [.. files.Where(file => File.Exists(PathOf(file)))];
    }
}
