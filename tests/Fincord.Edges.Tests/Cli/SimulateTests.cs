using Fincord.Cli;
using Fincord.Connectors.Files;
using Fincord.Connectors.Sim;
using Fincord.Domain.Markets;

namespace Fincord.Edges.Tests.Cli;

public sealed class SimulateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fincord-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("trades.json.gz")]
    [InlineData("trades.csv")]
    public async Task The_file_holds_the_trades_of_the_simulated_market(string name)
    {
        var path = Path.Combine(_folder, name);

        var (exitCode, _, error) = await Run("simulate", "SIM:ACME", path, "--from", "2026-01-01", "--to", "2026-01-01T01:00:00Z");

        var market = new SimMarket(new SimOptions());
        var acme = market.Instruments.Single(instrument => instrument.Key.Value == "SIM:ACME");
        var expected = market.GenerateTrades(acme.Key, Timestamp.Parse("2026-01-01T00:00:00Z"), Timestamp.Parse("2026-01-01T01:00:00Z"))
            .Select(trade => (trade.OccurredAt, trade.Price, trade.Quantity));
        var written = new List<(Timestamp, Price, Quantity)>();
        var file = await MarketFile.OpenAsync(path);
        await foreach (var batch in file.ReadAsync(new(new(1), acme.Definition)))
            written.AddRange(batch.Trades.Select(trade => (trade.OccurredAt, trade.Price, trade.Quantity)));
        Assert.Equal((ExitCodes.Ok, ""), (exitCode, error));
        Assert.Equal(expected, written);
    }

    [Fact]
    public async Task With_an_interval_the_file_holds_bars()
    {
        var path = Path.Combine(_folder, "bars.csv");

        await Run("simulate", "SIM:ACME", path, "--from", "2026-01-01", "--to", "2026-01-01T01:00:00Z", "--interval", "M5");

        Assert.Equal(CandleInterval.M5, (await MarketFile.OpenAsync(path)).Interval);
    }

    [Theory]
    [InlineData("SIM:NOTHING", "a.csv", "2026-01-01", "2026-01-02", "has no SIM:NOTHING")]
    [InlineData("SIM:ACME", "a.txt", "2026-01-01", "2026-01-02", ".json")]
    [InlineData("SIM:ACME", "a.csv", "2026-01-02", "2026-01-02", "--from lies before --to")]
    [InlineData("SIM:ACME", "a.csv", "1969-01-01", "2026-01-02", "1970")]
    [InlineData("SIM:ACME", "no/such/folder/a.csv", "2026-01-01", "2026-01-02", "no/such/folder")]
    [InlineData("SIM:ACME", "there.csv", "2026-01-01", "2026-01-02", "exists already")]
    public async Task A_bad_argument_is_one_line_and_writes_nothing(string key, string name, string from, string to, string reason)
    {
        File.WriteAllText(Path.Combine(_folder, "there.csv"), "mine");

        var (exitCode, output, error) = await Run("simulate", key, Path.Combine(_folder, name), "--from", from, "--to", to);

        Assert.Equal((ExitCodes.BadArguments, ""), (exitCode, output));
        Assert.Contains(reason, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(["there.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    private static Task<Ran> Run(params string[] arguments) => CommandLine.Run(CliSurroundings.LocalServer, isTerminal: false, arguments);
}
