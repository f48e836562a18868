namespace Fincord.EndToEnd.Tests.Running;

/// <summary>Where the built programs, the fixtures and the shared data are.</summary>
internal static class Programs
{
    public static string Host { get; } = Locate("Fincord.Host", "Fincord.Host.dll");

    public static string Cli { get; } = Locate("Fincord.Cli", "fincord.dll");

    public static string Repository { get; } = Ancestors(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "Fincord.sln")));

    public static string? WebRoot { get; } = Path.Combine(Repository, "src", "web", "out") is var root && File.Exists(Path.Combine(root, "index.html")) ? root : null;

    public static string Fixture(string name) => Path.Combine(Repository, "tests", "fixtures", name);

    /// <summary>A file of the shared data; skips the test where the folder is absent.</summary>
    public static string SharedData(string name)
    {
        var path = Ancestors(Repository).Select(folder => Path.Combine(folder, "shared", "data", name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "The folder shared/data is not beside the repository.");
        return path!;
    }

    // artifacts/<flavour>/bin/<project>/<configuration>/
    private static string Locate(string project, string assembly) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, new DirectoryInfo(AppContext.BaseDirectory).Name, assembly));

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent) yield return current.FullName;
    }
}
