using System.Text.Json;
using Fincord.Connectors.Files;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Tests.Files;

public sealed class TradeFileTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task A_json_trade_has_time_id_side_price_and_amount()
    {
        var path = files.Write("trades.json", """[[1570752011620,"13519807",null,"sell",0.00141342,23.0,0.03250866],[1570752028907,"13519810",null,"buy",1.4e-05,581,0.8]]""");

        var read = await ReadFile.From(path);

        Assert.Equal((MarketFileKind.Trades, MarketFileFormat.Json, false), (read.File.Kind, read.File.Format, read.File.IsCompressed));
        Assert.Null(read.File.Interval);
        Assert.Empty(read.Rejected);
        Assert.Equal(
            [
                new(Timestamp.Parse("2019-10-11T00:00:11.620Z"), 1, TradeId.FromVenue("13519807"), new(141_342), new(2_300_000_000), AggressorSide.Sell),
                new(Timestamp.Parse("2019-10-11T00:00:28.907Z"), 2, TradeId.FromVenue("13519810"), new(1_400), new(58_100_000_000), AggressorSide.Buy),
            ],
            read.Trades);
    }

    [Fact]
    public async Task Json_may_have_white_space_text_numbers_and_no_ids()
    {
        var path = files.Write("trades", "\uFEFF [\n [ 1000 , null , \"limit\" , \"buy\" , \"1.5\" , \"2\" , null ] ,\r\n\t[2000,17,null,null,1.5,2,3]\n]\n");

        var read = await ReadFile.From(path);

        Assert.Equal(
            [
                new(Timestamp.FromUnixSeconds(1), 1, TradeId.FromContent(Timestamp.FromUnixSeconds(1), new(150_000_000), new(200_000_000), 0), new(150_000_000), new(200_000_000), AggressorSide.Buy),
                new(Timestamp.FromUnixSeconds(2), 2, TradeId.FromVenue("17"), new(150_000_000), new(200_000_000), AggressorSide.Unknown),
            ],
            read.Trades);
    }

    [Fact]
    public async Task Csv_without_a_header_is_time_price_amount()
    {
        var path = files.Write("trades.csv", "1672531436,90.540000,1.10448420\r\n\r\n1672531471.25,90.450000,1.00000000");

        var read = await ReadFile.From(path);

        Assert.Equal((MarketFileKind.Trades, MarketFileFormat.Csv), (read.File.Kind, read.File.Format));
        Assert.Equal(
            [(Timestamp.Parse("2023-01-01T00:03:56Z"), 1L, 90.54m, 1.1044842m), (Timestamp.Parse("2023-01-01T00:04:31.25Z"), 2L, 90.45m, 1m)],
            read.Trades.Select(trade => (trade.OccurredAt, trade.SourceSequence, ReadFile.Price(trade.Price), ReadFile.Amount(trade.Quantity))));
    }

    [Fact]
    public async Task Two_equal_trades_without_ids_are_two_trades_and_have_the_same_ids_when_read_again()
    {
        var path = files.Write("trades.csv", "100,5,1\n100,5,2\n100,5,1\n100,5,1\n101,5,1\n");

        var first = await ReadFile.From(path);
        var second = await ReadFile.From(path);

        Assert.Equal(5, first.Trades.Select(trade => trade.Id).Distinct().Count());
        Assert.Equal(first.Trades, second.Trades);
        Assert.Equal(TradeId.FromContent(Timestamp.FromUnixSeconds(100), new(500_000_000), new(100_000_000), 2), first.Trades[3].Id);
    }

    [Fact]
    public async Task Equal_trades_far_apart_in_a_file_out_of_order_are_still_told_apart()
    {
        var lines = Enumerable.Range(0, 60_000).Select(i => $"{1_000_000 + i * 7919 % 60_000},5,1");
        var path = files.Write("trades.csv", string.Join('\n', lines.Concat(lines)));

        var read = await ReadFile.From(path);

        Assert.Equal(120_000, read.Trades.Select(trade => trade.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("timestamp,price,amount", "1672531436,90.5,2")]
    [InlineData("Time,Price,Qty", "1672531436000,90.5,2")]
    [InlineData("time,price,quantity", "1672531436000000,90.5,2")]
    [InlineData("TIME,PRICE,SIZE", "1672531436000000000,90.5,2")]
    [InlineData("ms,price,volume", "1672531436000,90.5,2")]
    [InlineData("date,price,amount", "2023-01-01T00:03:56Z,90.5,2")]
    [InlineData("date,price,amount", "2023-01-01T01:03:56.000000000+01:00,90.5,2")]
    [InlineData("date,price,amount", "2023-01-01 00:03:56,90.5,2")]
    [InlineData("\"date\", \"price\", \"amount\"", "\"1672531436.000\", \"90.5\", \"2\"")]
    [InlineData("symbol,amount,price,note,time", "PAIR,2,90.5,,1.672531436e9")]
    public async Task A_csv_header_may_use_any_usual_name(string header, string line)
    {
        var read = await ReadFile.From(files.Write("trades.csv", header + "\n" + line + "\n"));

        Assert.Empty(read.Rejected);
        var trade = Assert.Single(read.Trades);
        Assert.Equal((Timestamp.Parse("2023-01-01T00:03:56Z"), 1L, 90.5m, 2m), (trade.OccurredAt, trade.SourceSequence, ReadFile.Price(trade.Price), ReadFile.Amount(trade.Quantity)));
    }

    [Fact]
    public async Task A_csv_header_may_name_a_side_and_an_id()
    {
        var read = await ReadFile.From(files.Write("trades.csv", "trade_id,time,side,price,amount\n42,1,BUY,2,3\nx-1,2,s,2,3\n,3,,2,3\n"));

        Assert.Equal([AggressorSide.Buy, AggressorSide.Sell, AggressorSide.Unknown], read.Trades.Select(trade => trade.Aggressor));
        Assert.Equal(
            [TradeId.FromVenue("42"), TradeId.FromVenue("x-1"), TradeId.FromContent(Timestamp.FromUnixSeconds(3), new(200_000_000), new(300_000_000), 0)],
            read.Trades.Select(trade => trade.Id));
    }

    [Fact]
    public async Task Trades_of_another_symbol_than_the_first_are_rejected()
    {
        var read = await ReadFile.From(files.Write("trades.csv", "symbol,time,price,amount\nXRP,1,2,3\nETH,2,2000,3\nXRP,3,2,3\n"));

        Assert.Equal([1L, 3], read.Trades.Select(trade => trade.SourceSequence));
        Assert.Equal(("OUT_OF_RANGE", "Record 2 on line 3: it is of 'ETH', but the file's first record is of 'XRP'."), (read.Rejected[0].Code, read.Rejected[0].Reason));
    }

    [Fact]
    public async Task The_same_content_has_the_same_source_plain_and_packed_whatever_its_name()
    {
        var content = "100,5,1\n100,5,1\n"u8.ToArray();

        var plain = await ReadFile.From(files.Write("trades.csv", content));
        var packed = await ReadFile.From(files.Write("trades.json", TestFiles.Gzip(content)));
        var other = await ReadFile.From(files.Write("other.csv", "100,5,1\n100,5,2\n"));

        Assert.Equal("file:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))[..16], plain.File.Source);
        Assert.Equal(plain.File.Source, packed.File.Source);
        Assert.True(packed.File.IsCompressed);
        Assert.Equal(plain.Trades, packed.Trades);
        Assert.NotEqual(plain.File.Source, other.File.Source);
    }

    [Fact]
    public async Task A_future_may_trade_below_zero()
    {
        var path = files.Write("trades.csv", "1587403800,-37.63,4\n");

        Assert.Equal(-3_763_000_000, Assert.Single((await ReadFile.From(path, ReadFile.Instrument(InstrumentType.Future))).Trades).Price.Count);
        Assert.Single((await ReadFile.From(path)).Rejected);
    }

    [Theory]
    [InlineData("sim-trades.json.gz", false)]
    [InlineData("xrpeth-trades.json.gz", true)]
    public async Task Json_trades_are_what_another_reader_finds_in_the_file(string name, bool isShared)
    {
        var path = isShared ? TestFiles.SharedData(name) : TestFiles.Fixture(name);
        using var document = JsonDocument.Parse(TestFiles.Unpack(path));
        var expected = document.RootElement.EnumerateArray().Select((row, index) => new TradePrint(
            Timestamp.FromUnixMilliseconds(row[0].GetInt64()), index + 1, TradeId.FromVenue(row[1].GetString()), new(Count(row[4].GetDecimal())), new(Count(row[5].GetDecimal())),
            row[3].GetString() == "buy" ? AggressorSide.Buy : AggressorSide.Sell));

        var read = await ReadFile.From(path);

        Assert.Empty(read.Rejected);
        Assert.Null(read.Broken);
        Assert.Equal(expected, read.Trades);
        if (isShared) Assert.Equal(12_477, read.Trades.Count);
    }

    [Theory]
    [InlineData("sim-trades.csv", false)]
    [InlineData("bcheur-kraken-trades.csv", true)]
    public async Task Csv_trades_without_ids_are_all_kept_equal_ones_too(string name, bool isShared)
    {
        var path = isShared ? TestFiles.SharedData(name) : TestFiles.Fixture(name);
        var rows = File.ReadLines(path).Select(line => line.Split(',')).ToList();

        var read = await ReadFile.From(path);

        Assert.Empty(read.Rejected);
        Assert.Equal(
            rows.Select(row => (Timestamp.FromUnixSeconds(long.Parse(row[0])), decimal.Parse(row[1]), decimal.Parse(row[2]))),
            read.Trades.Select(trade => (trade.OccurredAt, ReadFile.Price(trade.Price), ReadFile.Amount(trade.Quantity))));
        Assert.True(read.Trades.DistinctBy(trade => (trade.OccurredAt, trade.Price, trade.Quantity)).Count() < read.Trades.Count);
        Assert.Equal(read.Trades.Count, read.Trades.Select(trade => trade.Id).Distinct().Count());
    }

    private static long Count(decimal value) => new DecimalScale(8).TryToCount(value, out var count) ? count : throw new OverflowException(value.ToString());
}
