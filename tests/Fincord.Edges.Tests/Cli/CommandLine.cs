using Fincord.Cli;

namespace Fincord.Edges.Tests.Cli;

/// <summary>What a command left behind.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error);

/// <summary>Runs commands in this process.</summary>
internal static class CommandLine
{
    public static async Task<Ran> Run(string server, bool isTerminal, string[] args, CancellationToken cancellation = default)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await FincordCli.Run(args, new(output, error, isTerminal, server), cancellation);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
