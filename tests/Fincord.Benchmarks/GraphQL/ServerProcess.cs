using System.Diagnostics;

namespace Fincord.Benchmarks.GraphQL;

/// <summary>A server of the benchmark, in a process that ends with it. Its first line of output is its address.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Our own server.</summary>
    public static Task<ServerProcess> StartOurs() =>
        Start(Environment.ProcessPath!, Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [typeof(ServerProcess).Assembly.Location, BenchmarkServer.Verb]
            : [BenchmarkServer.Verb]);

    /// <summary>A peer from npm; throws <see cref="InvalidOperationException"/> when it does not start.</summary>
    public static Task<ServerProcess> StartPeer(string folder, string kind) => Start("node", [Path.Combine(folder, "server.mjs"), kind]);

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> Start(string program, IEnumerable<string> arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var patience = new CancellationTokenSource(StartTime);
        var line = await process.StandardOutput.ReadLineAsync(patience.Token);
        if (line is not null && Uri.TryCreate(line, UriKind.Absolute, out var address)) return new(process, address);
        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} did not start.");
    }
}
