using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests;

public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    public static TheoryData<string[], string> BadArguments => new()
    {
        { ["--port", "x"], "'x'" },
        { ["--port", "70000"], "0 to 65535" },
        { ["--grpc-port", "-1"], "0 to 65535" },
        { ["--speed", "max"], "--speed belongs after a --replay" },
        { ["--replay", "none.csv"], "needs an --instrument" },
        { ["--replay", "none.csv", "--instrument", "XRPETH"], "VENUE:SYMBOL" },
        { ["--replay", "none.csv", "--instrument", "A:B", "--speed", "-1"], "positive number or max" },
        { ["--replay", "none.csv", "--instrument", "A:B"], "none.csv" },
        { ["--replay", "/", "--instrument", "A:B"], "/" },
        { ["--bind", "0.0.0.0"], "no authentication" },
        { ["--bind", "here"], "IP address" },
        { ["--roles", "api"], "all" },
        { ["--config", "none.json"], "none.json" },
        { ["--nonsense"], "--nonsense" },
        { ["--data", "/proc/1/fincord"], "/proc/1/fincord" },
    };

    [Theory]
    [MemberData(nameof(BadArguments))]
    public async Task A_bad_argument_is_one_clear_line_and_exit_code_2(string[] arguments, string reason)
    {
        string[] data = arguments.Contains("--data") ? [] : ["--data", _data.Path];

        var (exitCode, output, error) = await FincordProcess.Run(Programs.Host, [.. arguments, .. data]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(reason, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FINCORD_HOST__PORT", "abc", "'Host:Port'")]
    [InlineData("FINCORD_STORAGE__PARTITIONS", "0", "Partitions")]
    [InlineData("FINCORD_MARKETS__LATENESS", "00:00:01", "Lateness")]
    [InlineData("FINCORD_WEB__ROOT", "/nowhere", "/nowhere")]
    public async Task A_bad_setting_is_one_clear_line_and_exit_code_2(string variable, string value, string reason)
    {
        var (exitCode, _, error) = await FincordProcess.Run(Programs.Host, new Dictionary<string, string> { [variable] = value }, "--data", _data.Path);

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>\n")]
    [InlineData("[[1570752011620,\"1\",null,\"sell\"")]
    public async Task A_file_that_is_no_market_data_keeps_it_from_starting(string content)
    {
        var file = _data.Combine("market.json");
        File.WriteAllText(file, content);

        var (exitCode, _, error) = await FincordProcess.Run(Programs.Host, "--data", _data.Path, "--port", "0", "--replay", file, "--instrument", "A:B");

        Assert.Equal(2, exitCode);
        Assert.Contains(file, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_or_data_folder_in_use_is_one_clear_line()
    {
        await using var first = await FincordHost.Start(_data);
        using var other = new TemporaryFolder();

        var samePort = await FincordProcess.Run(Programs.Host, "--data", other.Path, "--port", new Uri(first.Address).Port.ToString());
        var sameFolder = await FincordProcess.Run(Programs.Host, "--data", _data.Path, "--port", "0");

        Assert.Equal((2, 2), (samePort.ExitCode, sameFolder.ExitCode));
        Assert.Contains("address already in use", Assert.Single(samePort.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("is in use by process", Assert.Single(sameFolder.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_arguments_a_simulated_market_runs_and_Ctrl_C_stops_it_cleanly()
    {
        await using var host = await FincordHost.Start(_data);
        var list = await host.GetJson("/api/v1/instruments");
        while (list.GetProperty("results").GetArrayLength() < 8) list = await host.GetJson("/api/v1/instruments");

        Assert.Equal(0, await host.Process.Interrupt());
        Assert.Equal("", host.Process.Error);
    }

    [Fact]
    public async Task A_flag_wins_over_a_variable_and_that_over_the_file()
    {
        var file = _data.Combine("settings.json");
        File.WriteAllText(file, """{ "Host": { "Bind": "file" }, "Markets": { "Lateness": "file" } }""");

        var fromFile = await FincordProcess.Run(Programs.Host, "--config", file, "--data", _data.Path);
        var fromVariable = await FincordProcess.Run(
            Programs.Host, new Dictionary<string, string> { ["FINCORD_HOST__BIND"] = "variable" }, "--config", file, "--data", _data.Path);
        var fromFlag = await FincordProcess.Run(
            Programs.Host, new Dictionary<string, string> { ["FINCORD_HOST__BIND"] = "variable" }, "--config", file, "--data", _data.Path, "--bind", "flag");

        Assert.Equal(
            ["'file'", "'variable'", "'flag'"],
            new[] { fromFile, fromVariable, fromFlag }.Select(run => run.Error.Trim().TrimEnd('.').Split(' ')[^1]));
    }

    [Fact]
    public async Task The_process_tells_its_health()
    {
        await using var host = await FincordHost.Start(_data);

        foreach (var probe in (string[])["live", "ready", "startup"])
            Assert.Equal("healthy", (await host.GetJson($"/health/{probe}")).GetProperty("status").GetString());
    }
}
