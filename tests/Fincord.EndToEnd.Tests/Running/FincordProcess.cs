using System.Diagnostics;
using System.Text;

namespace Fincord.EndToEnd.Tests.Running;

/// <summary>A program of ours, run as a process with a clean environment, its output kept.</summary>
internal sealed class FincordProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The only setting of ours that a program inherits: it plays the conditions of a cluster when the tests run under them.
    private const string Conditions = "FINCORD_CLUSTER_CONDITIONS";

    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly List<(Func<string, bool> Matches, TaskCompletionSource<string> Found)> _waiting = [];

    private FincordProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Output { get { lock (_output) return _output.ToString(); } }

    public string Error { get { lock (_output) return _error.ToString(); } }

    public static FincordProcess Start(string program, params IEnumerable<string> arguments) => Start(program, NoSettings, arguments);

    public static FincordProcess Start(string program, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("FINCORD_", StringComparison.Ordinal) && name != Conditions).ToList())
            start.Environment.Remove(name);
        if (Programs.WebRoot is { } web) start.Environment["FINCORD_WEB__ROOT"] = web;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(new Process { StartInfo = start });
    }

    /// <summary>Runs a program to its end.</summary>
    public static Task<(int ExitCode, string Output, string Error)> Run(string program, params IEnumerable<string> arguments) =>
        Run(program, NoSettings, arguments);

    /// <summary>Runs a program with settings in its environment to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> Run(
        string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        await using var process = Start(program, environment, arguments);
        var exitCode = await process.WaitForExit();
        return (exitCode, process.Output, process.Error);
    }

    /// <summary>The first line of output that matches; fails when the process ends without it.</summary>
    public async Task<string> WaitForLine(Func<string, bool> matches)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            var line = _output.ToString().Split('\n').FirstOrDefault(matches);
            if (line is not null) return line;
            _waiting.Add((matches, found));
        }
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(found.Task, ended).WaitAsync(Patience) == ended && !found.Task.IsCompleted)
            Assert.Fail($"The process ended with {_process.ExitCode}.\n{Output}\n{Error}");
        return await found.Task;
    }

    public async Task<int> WaitForExit()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _process.WaitForExit();         // the last lines of output, too
        return _process.ExitCode;
    }

    /// <summary>Ends it as Ctrl-C does, and waits.</summary>
    public async Task<int> Interrupt()
    {
        Signal("INT");
        return await WaitForExit();
    }

    /// <summary>Ends it as a power cut does (for the process; the machine's disk caches live on).</summary>
    public async Task Kill()
    {
        Signal("KILL");
        await WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private void Signal(string name) => Process.Start("kill", [$"-{name}", _process.Id.ToString()]).WaitForExit();

    private void Keep(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (_output)
        {
            text.Append(line).Append('\n');
            foreach (var (_, found) in _waiting.Where(waiting => ReferenceEquals(text, _output) && waiting.Matches(line)).ToList()) found.TrySetResult(line);
        }
    }
}
