using Fincord.Connectors.Sim;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Tests.Sim;

/// <summary>
/// The committed twins of the real market data. Set <c>FINCORD_UPDATE_FIXTURES=1</c> to write them anew, which changes what every test on them
/// expects: the simulated market is promised never to change for a seed.
/// </summary>
public sealed class FixtureTests
{
    private static readonly SimMarket Market = new(new() { Seed = 42 });
    private static readonly Timestamp Start = Timestamp.Parse("2026-01-05T14:30:00Z");
    private static readonly InstrumentKey Acme = InstrumentKey.Parse("SIM:ACME");
    private static readonly InstrumentKey Ether = InstrumentKey.Parse("SIM:ETHUSD");
    private static readonly InstrumentKey Bond = InstrumentKey.Parse("SIM:GOV10Y");

    public static readonly TheoryData<string> Names = ["sim-trades.json.gz", "sim-trades.csv", "sim-bars-1m.json.gz", "sim-bars-1d.csv"];

    [Theory, MemberData(nameof(Names))]
    public void The_exporter_makes_the_fixtures_byte_for_byte(string name)
    {
        var content = Export(name);
        var path = TestFiles.Fixture(name);
        if (Environment.GetEnvironmentVariable("FINCORD_UPDATE_FIXTURES") == "1")
        {
            using var file = SimExporter.Create(path);
            file.Write(content);
        }

        var committed = name.EndsWith(".gz", StringComparison.Ordinal) ? TestFiles.Unpack(path) : File.ReadAllBytes(path);

        Assert.True(content.AsSpan().SequenceEqual(committed), $"What the exporter makes ({content.Length} bytes) is not what {name} holds ({committed.Length} bytes).");
    }

    private static byte[] Export(string name)
    {
        using var output = new MemoryStream();
        switch (name)
        {
            case "sim-trades.json.gz":
                SimExporter.WriteTradesJson(output, Definition(Ether), Trades(Ether, TimeSpan.FromMinutes(30)));
                break;
            case "sim-trades.csv":
                SimExporter.WriteTradesCsv(output, Definition(Acme), Trades(Acme, TimeSpan.FromMinutes(15)), wholeSeconds: true);
                break;
            case "sim-bars-1m.json.gz":
                SimExporter.WriteBarsJson(output, Definition(Ether), SimExporter.ToBars(Trades(Ether, TimeSpan.FromHours(12)), CandleInterval.M1));
                break;
            case "sim-bars-1d.csv":
                var bars = SimExporter.ToBars(Market.GenerateTrades(Bond, Timestamp.Parse("2025-01-01T00:00:00Z"), Timestamp.Parse("2025-07-01T00:00:00Z")), CandleInterval.D1);
                SimExporter.WriteBarsCsv(output, Definition(Bond), CandleInterval.D1, bars);
                break;
        }
        return output.ToArray();
    }

    private static InstrumentDefinition Definition(InstrumentKey key) => Market.Instruments.Single(instrument => instrument.Key == key).Definition;

    private static IEnumerable<TradePrint> Trades(InstrumentKey key, TimeSpan length) => Market.GenerateTrades(key, Start, Start + length);
}
