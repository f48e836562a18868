using Fincord.Connectors.Sim;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Tests.Sim;

public sealed class SimExporterTests : IDisposable
{
    private static readonly Timestamp From = Timestamp.Parse("2026-03-04T05:06:07Z");
    private static readonly SimMarket Market = new(new() { Seed = 3 });

    private readonly TestFiles files = new();

    public static readonly TheoryData<string> Keys = [.. SimCatalogue.Default.Select(instrument => instrument.Key.Value)];

    public void Dispose() => files.Dispose();

    [Theory, MemberData(nameof(Keys))]
    public async Task Exported_json_trades_are_read_as_the_trades_they_were(string key)
    {
        var (definition, trades) = Trades(key);
        using (var file = SimExporter.Create(files["trades.json.gz"])) SimExporter.WriteTradesJson(file, definition, trades);

        var read = await ReadFile.From(files["trades.json.gz"], new(new(1), definition));

        Assert.True(read.File.IsCompressed);
        Assert.Empty(read.Rejected);
        Assert.Equal(trades.Select((trade, index) => trade with { SourceSequence = index + 1 }), read.Trades);
    }

    [Theory, MemberData(nameof(Keys))]
    public async Task Exported_csv_trades_are_read_as_the_trades_they_were_but_for_id_and_side(string key)
    {
        var (definition, trades) = Trades(key);
        using (var file = SimExporter.Create(files["trades.csv"])) SimExporter.WriteTradesCsv(file, definition, trades);

        var read = await ReadFile.From(files["trades.csv"], new(new(1), definition));

        Assert.False(read.File.IsCompressed);
        Assert.Empty(read.Rejected);
        Assert.Equal(trades.Select(trade => (trade.OccurredAt, trade.Price, trade.Quantity)), read.Trades.Select(trade => (trade.OccurredAt, trade.Price, trade.Quantity)));
    }

    [Theory]
    [InlineData(CandleInterval.S5)]
    [InlineData(CandleInterval.M1)]
    [InlineData(CandleInterval.M15)]
    public async Task Exported_bars_are_read_as_the_bars_they_were(CandleInterval interval)
    {
        var (definition, trades) = Trades("SIM:BTCUSD");
        var bars = SimExporter.ToBars(trades, interval).ToList();
        using (var file = SimExporter.Create(files["bars.json"])) SimExporter.WriteBarsJson(file, definition, bars);
        using (var file = SimExporter.Create(files["bars.csv"])) SimExporter.WriteBarsCsv(file, definition, interval, bars);

        foreach (var name in (string[])["bars.json", "bars.csv"])
        {
            var read = await ReadFile.From(files[name], new(new(1), definition));
            Assert.Equal(interval, read.File.Interval);
            Assert.Empty(read.Rejected);
            Assert.Equal(bars, read.Bars);
        }
    }

    [Fact]
    public void Bars_sum_their_trades_up()
    {
        var (_, trades) = Trades("SIM:ETHUSD");

        var bars = SimExporter.ToBars(trades, CandleInterval.M1).ToList();

        Assert.Equal(
            trades.GroupBy(trade => CandleInterval.M1.OpenTime(trade.OccurredAt)).Select((minute, index) => new Bar(CandleInterval.M1, minute.Key, index + 1,
                minute.First().Price, minute.Max(trade => trade.Price), minute.Min(trade => trade.Price), minute.Last().Price, new(minute.Sum(trade => trade.Quantity.Count)))),
            bars);
    }

    private static (InstrumentDefinition Definition, IReadOnlyList<TradePrint> Trades) Trades(string key)
    {
        var instrument = Market.Instruments.Single(candidate => candidate.Key.Value == key);
        return (instrument.Definition, [.. Market.GenerateTrades(instrument.Key, From, From + TimeSpan.FromHours(2))]);
    }
}
