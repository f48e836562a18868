using System.Diagnostics;
using System.Globalization;
using Fincord.Cli;

namespace Fincord.Edges.Tests.Cli;

/// <summary>The built program as a shell sees it: streams, environment, signals.</summary>
public sealed class ProgramTests(StandIn server) : IClassFixture<StandIn>
{
    [Fact]
    public async Task A_pipe_gets_plain_text_from_the_server_that_the_environment_names()
    {
        using var program = Start(server.Address, "candles", "BINANCE:XRPETH", "-i", "M1");
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(ExitCodes.Ok, program.ExitCode);
        Assert.Equal(8, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain('…', output);
    }

    [Fact]
    public async Task A_wrong_argument_is_exit_code_two_with_one_line_on_the_error_stream()
    {
        using var program = Start(server.Address, "candles");
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(ExitCodes.BadArguments, program.ExitCode);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Control_C_ends_a_command_that_waits_with_the_exit_code_that_shells_know()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no SIGINT to send.");
        using var program = Start(server.Address, "quote", "BINANCE:SLOW");
        while (!server.Requests.Contains("/api/v1/instruments/BINANCE%3ASLOW/quote")) await Task.Yield();
        using (var kill = Process.Start("kill", ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        var said = await program.StandardError.ReadToEndAsync() + await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(ExitCodes.Interrupted, program.ExitCode);
        Assert.Empty(said);
    }

    private static Process Start(string server, params string[] args)
    {
        var program = typeof(FincordCli).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["FINCORD_SERVER"] = server;
        return Process.Start(start)!;
    }
}
