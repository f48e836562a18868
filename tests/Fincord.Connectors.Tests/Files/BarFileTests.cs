using System.Text.Json;
using Fincord.Connectors.Files;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Tests.Files;

public sealed class BarFileTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Bars_have_their_open_time_prices_and_volume()
    {
        var path = files.Write("bars.csv", ",Open,High,Low,Close,Volume\n2004-08-19,100,104.06,95.96,100.34,22351900\n2004-08-20,101.01,109.08,100.5,108.31,0\n");

        var read = await ReadFile.From(path, ReadFile.Instrument(InstrumentType.Equity, priceDigits: 2, quantityDigits: 0));

        Assert.Equal((MarketFileKind.Bars, MarketFileFormat.Csv, CandleInterval.D1), (read.File.Kind, read.File.Format, read.File.Interval));
        Assert.Equal(
            [
                new Bar(CandleInterval.D1, Timestamp.Parse("2004-08-19T00:00:00Z"), 1, new(10_000), new(10_406), new(9_596), new(10_034), new(22_351_900)),
                new Bar(CandleInterval.D1, Timestamp.Parse("2004-08-20T00:00:00Z"), 2, new(10_101), new(10_908), new(10_050), new(10_831), default),
            ],
            read.Bars);
        Assert.Empty(read.Trades);
        Assert.Empty(read.Rejected);
    }

    [Theory]
    [InlineData(CandleInterval.S1, 1_600_000_000L, 1_600_000_001L)]
    [InlineData(CandleInterval.M1, 1_600_000_020L, 1_600_000_200L, 1_600_000_260L)]
    [InlineData(CandleInterval.M15, 1_599_999_300L, 1_600_000_200L)]
    [InlineData(CandleInterval.H4, 1_599_998_400L, 1_599_984_000L)]
    [InlineData(CandleInterval.W1, 1_599_436_800L, 1_600_041_600L)]
    [InlineData(CandleInterval.MN1, 1_580_515_200L, 1_583_020_800L, 1_585_699_200L)]
    public async Task The_interval_is_the_smallest_distance_between_bars(CandleInterval expected, params long[] seconds)
    {
        var read = await ReadFile.From(files.Write("bars.csv", string.Join('\n', seconds.Select(second => $"{second},2,3,1,2,10"))));

        Assert.Equal(expected, read.File.Interval);
        Assert.Equal(seconds.Length, read.Bars.Count);
    }

    [Theory]
    [InlineData("1600000000,2,3,1,2,10\n1600000007,2,3,1,2,10\n", "7 s apart, which is none of S1, S5, M1")]
    [InlineData("1600000000,2,3,1,2,10\n", "fewer than two bars")]
    [InlineData("1600000000,2,3,1,2,10\n1600000000,2,3,1,2,10\n", "fewer than two bars")]
    public async Task A_file_of_bars_of_no_interval_of_ours_is_refused(string content, string reason)
    {
        var exception = await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(files.Write("bars.csv", content)));

        Assert.Contains(reason, exception.Message);
    }

    [Theory]
    [InlineData("120000,2,1.5,1,2,10", "OUT_OF_RANGE", "its open and close are not between its low and high")]
    [InlineData("120000,2,3,2.5,2,10", "OUT_OF_RANGE", "its open and close are not between its low and high")]
    [InlineData("120000,2,3,1,2,-1", "OUT_OF_RANGE", "the volume '-1' is negative")]
    [InlineData("120000,2,3,0,2,1", "OUT_OF_RANGE", "the low '0' is not more than zero")]
    [InlineData("120000,2,3,1,2,", "MALFORMED", "the volume is missing")]
    [InlineData("120000,2,3,nan,2,1", "MALFORMED", "the low 'nan' is not a number")]
    [InlineData("120000,2,3,1.000000001,2,1", "PRICE_UNREPRESENTABLE", "the low '1.000000001' has more than 8 decimal digits")]
    public async Task A_bar_that_no_market_can_make_is_rejected_and_the_rest_is_read(string line, string code, string reason)
    {
        var read = await ReadFile.From(files.Write("bars.csv", $"ms,open,high,low,close,volume\n0,2,3,1,2,10\n60000,2,3,1,2,10\n{line}\n180000,2,3,1,2,10\n"));

        Assert.Equal([1L, 2, 4], read.Bars.Select(bar => bar.SourceSequence));
        var rejected = Assert.Single(read.Rejected);
        Assert.Equal((3L, 4L, code, line), (rejected.Ordinal, rejected.Line, rejected.Code, rejected.Record));
        Assert.Contains(reason, rejected.Reason);
    }

    [Fact]
    public async Task A_bar_that_does_not_open_where_its_interval_does_is_rejected()
    {
        var read = await ReadFile.From(files.Write("bars.csv", "60,2,3,1,2,10\n120,2,3,1,2,10\n245,2,3,1,2,10\n"));

        Assert.Equal((2, "OUT_OF_RANGE"), (read.Bars.Count, Assert.Single(read.Rejected).Code));
    }

    [Theory]
    [InlineData("sim-bars-1m.json.gz", false)]
    [InlineData("unittest_btc-1m.json.gz", true)]
    public async Task Json_bars_are_what_another_reader_finds_in_the_file(string name, bool isShared)
    {
        var path = isShared ? TestFiles.SharedData(name) : TestFiles.Fixture(name);
        using var document = JsonDocument.Parse(TestFiles.Unpack(path));
        var expected = document.RootElement.EnumerateArray().Select(row =>
            (row[0].GetInt64(), row[1].GetDecimal(), row[2].GetDecimal(), row[3].GetDecimal(), row[4].GetDecimal(), row[5].GetDecimal()));

        var read = await ReadFile.From(path);

        Assert.Empty(read.Rejected);
        Assert.Equal(CandleInterval.M1, read.File.Interval);
        Assert.Equal(expected, read.Bars.Select(bar => (bar.OpenTime.Nanoseconds / 1_000_000, ReadFile.Price(bar.Open), ReadFile.Price(bar.High),
            ReadFile.Price(bar.Low), ReadFile.Price(bar.Close), ReadFile.Amount(bar.Volume))));
        if (isShared) Assert.Equal(13_681, read.Bars.Count);
    }

    [Theory]
    [InlineData("sim-bars-1d.csv", false)]
    [InlineData("goog-1d.csv", true)]
    public async Task Csv_bars_are_what_another_reader_finds_in_the_file(string name, bool isShared)
    {
        var path = isShared ? TestFiles.SharedData(name) : TestFiles.Fixture(name);
        var expected = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(row =>
            (Timestamp.Parse(row[0] + "T00:00:00Z"), decimal.Parse(row[1]), decimal.Parse(row[2]), decimal.Parse(row[3]), decimal.Parse(row[4]), decimal.Parse(row[5])));

        var read = await ReadFile.From(path);

        Assert.Empty(read.Rejected);
        Assert.Equal(CandleInterval.D1, read.File.Interval);
        Assert.Equal(expected, read.Bars.Select(bar => (bar.OpenTime, ReadFile.Price(bar.Open), ReadFile.Price(bar.High),
            ReadFile.Price(bar.Low), ReadFile.Price(bar.Close), ReadFile.Amount(bar.Volume))));
        if (isShared) Assert.Equal(2_148, read.Bars.Count);
    }
}
