namespace Fincord.Benchmarks;

/// <summary>Where baselines of other languages have their sources.</summary>
internal static class Repository
{
    public static string PathOf(params ReadOnlySpan<string> parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Fincord.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Not in the repository.");
        return Path.Combine([folder.FullName, .. parts]);
    }
}
