using System.Diagnostics;
using Path = System.IO.Path;

namespace Fincord.Tests.Npm;

/// <summary>A program in <c>tests/npm</c>, run by Node with the packages that stand beside it.</summary>
internal static class NpmScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a script, which must end well, and returns what it has said; skips the test without Node or the packages.</summary>
    /// <param name="script">Path from <c>tests/npm</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<string> RunAsync(string script, params IEnumerable<string> arguments)
    {
        var folder = Path.Combine(Repository(), "tests", "npm");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "graphql")), "npm ci has not run in tests/npm.");
        using var process = Start(new("node", [Path.Combine(folder, script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // graphql-js is slower, and looks for mistakes in how it is installed, in development.
            Environment = { ["NODE_ENV"] = "production" },
        });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            var said = await output;
            TestContext.Current.TestOutputHelper?.WriteLine(said);
            Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}:\n{said}\n{await errors}");
            return said;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node 20 or newer is missing.");
            throw;
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Fincord.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Not in the repository.");
        return folder.FullName;
    }
}
