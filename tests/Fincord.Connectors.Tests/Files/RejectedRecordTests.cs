using System.Text;
using Fincord.Connectors.Files;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Tests.Files;

public sealed class RejectedRecordTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("3,90", "MALFORMED", "it has 2 values where 3 belong.")]
    [InlineData("3,90,1,", "MALFORMED", "it has 4 values where 3 belong.")]
    [InlineData("soon,90,1", "MALFORMED", "the time 'soon' cannot be read.")]
    [InlineData(",90,1", "MALFORMED", "the time '' cannot be read.")]
    [InlineData("2023-02-30,90,1", "MALFORMED", "the time '2023-02-30' cannot be read.")]
    [InlineData("3,abc,1", "MALFORMED", "the price 'abc' is not a number.")]
    [InlineData("3,\u001b[2J,1", "MALFORMED", "the price '?[2J' is not a number.")]
    [InlineData("3,,1", "MALFORMED", "the price is missing.")]
    [InlineData("3,90,", "MALFORMED", "the amount is missing.")]
    [InlineData("3,NaN,1", "MALFORMED", "the price 'NaN' is not a number.")]
    [InlineData("3,inf,1", "MALFORMED", "the price 'inf' is not a number.")]
    [InlineData("3,1e,1", "MALFORMED", "the price '1e' is not a number.")]
    [InlineData("3,1.2.3,1", "MALFORMED", "the price '1.2.3' is not a number.")]
    [InlineData("3,--1,1", "MALFORMED", "the price '--1' is not a number.")]
    [InlineData("3,90,0x10", "MALFORMED", "the amount '0x10' is not a number.")]
    [InlineData("3,90,0", "OUT_OF_RANGE", "the amount '0' is not more than zero.")]
    [InlineData("3,90,-2", "OUT_OF_RANGE", "the amount '-2' is not more than zero.")]
    [InlineData("3,0,1", "OUT_OF_RANGE", "the price '0' is not more than zero.")]
    [InlineData("3,-5,1", "OUT_OF_RANGE", "the price '-5' is not more than zero.")]
    [InlineData("99999999999,90,1", "OUT_OF_RANGE", "the time '99999999999' is finer than a nanosecond or outside the years 1677 to 2262.")]
    [InlineData("1e300,90,1", "OUT_OF_RANGE", "the time '1e300' is finer than a nanosecond or outside the years 1677 to 2262.")]
    [InlineData("3.0000000001,90,1", "OUT_OF_RANGE", "the time '3.0000000001' is finer than a nanosecond or outside the years 1677 to 2262.")]
    [InlineData("3,90.123456789,1", "PRICE_UNREPRESENTABLE", "the price '90.123456789' has more than 8 decimal digits or is too large.")]
    [InlineData("3,0.1000000000000000055511151231257827,1", "PRICE_UNREPRESENTABLE", "the price '0.1000000000000000055511151231257827' has more than 8 decimal digits or is too large.")]
    [InlineData("3,1e30,1", "PRICE_UNREPRESENTABLE", "the price '1e30' has more than 8 decimal digits or is too large.")]
    [InlineData("3,90,1e-9", "PRICE_UNREPRESENTABLE", "the amount '1e-9' has more than 8 decimal digits or is too large.")]
    [InlineData("3,90,92233720368.54775808", "PRICE_UNREPRESENTABLE", "the amount '92233720368.54775808' has more than 8 decimal digits or is too large.")]
    public async Task A_malformed_csv_line_is_rejected_with_its_line_and_reason_and_the_rest_is_read(string line, string code, string reason)
    {
        var read = await ReadFile.From(files.Write("trades.csv", $"1,90,1\n\n2,90,1\n{line}\n4,90,1\n"));

        Assert.Equal([1L, 2, 4], read.Trades.Select(trade => trade.SourceSequence));
        Assert.Equal([new RejectedRecord(3, 4, code, "Record 3 on line 4: " + reason, line)], read.Rejected);
        Assert.Null(read.Broken);
    }

    [Theory]
    [InlineData("""[3,"1",null,"buy",90,1]""", "MALFORMED", "it has 6 values where 7 belong.")]
    [InlineData("""[3,"1",null,"buy",NaN,1,1]""", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("""[3,"1",null,"buy",1.,1,1]""", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("""[3,"1",null,"buy",[90],1,1]""", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("""[3,"1",null,"buy",90,1,1}""", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("""{"time":3}""", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("null", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("17", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("\"],[\"", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("rubbish", "MALFORMED", "it is not a JSON array of plain values.")]
    [InlineData("""["\"]","1",null,"buy",90,1,1]""", "MALFORMED", "the time '\\\"]' cannot be read.")]
    [InlineData("""[3,"1",null,"hold",90,1,1]""", "MALFORMED", "the side 'hold' is neither buy nor sell.")]
    [InlineData("""[3,"1",null,"buy",null,1,1]""", "MALFORMED", "the price is missing.")]
    [InlineData("""[3,"1",null,"buy",true,1,1]""", "MALFORMED", "the price 'true' is not a number.")]
    [InlineData("""[3,"1",null,"buy",90,0,1]""", "OUT_OF_RANGE", "the amount '0' is not more than zero.")]
    [InlineData("""[1e17,"1",null,"buy",90,1,1]""", "OUT_OF_RANGE", "the time '1e17' is finer than a nanosecond or outside the years 1677 to 2262.")]
    [InlineData("""[3,"1",null,"buy",90.000000001,1,1]""", "PRICE_UNREPRESENTABLE", "the price '90.000000001' has more than 8 decimal digits or is too large.")]
    public async Task A_malformed_json_record_is_rejected_with_its_line_and_reason_and_the_rest_is_read(string record, string code, string reason)
    {
        var good = """[2,"2",null,"buy",90,1,90]""";

        var read = await ReadFile.From(files.Write("trades.json", $"[{good},\n{good} , {record},\n{good}]"));

        Assert.Equal([1L, 2, 4], read.Trades.Select(trade => trade.SourceSequence));
        Assert.Equal([new RejectedRecord(3, 2, code, "Record 3 on line 2: " + reason, record)], read.Rejected);
        Assert.Null(read.Broken);
    }

    [Fact]
    public async Task A_malformed_first_record_does_not_cost_the_file()
    {
        var csv = await ReadFile.From(files.Write("trades.csv", "oops,90,1,5\n2,90,1\n"));
        var json = await ReadFile.From(files.Write("trades.json", """["oops",[2,"2",null,"buy",90,1,90]]"""));

        Assert.Equal((1, 1), (csv.Trades.Count, csv.Rejected.Count));
        Assert.Equal((1, 1), (json.Trades.Count, json.Rejected.Count));
    }

    [Theory]
    [InlineData(65_537)]
    [InlineData(300_000)]
    [InlineData(5_000_000)]
    public async Task An_overlong_record_is_passed_over_and_only_its_beginning_kept(int length)
    {
        var csv = await ReadFile.From(files.Write("trades.csv", $"1,90,1\n{new string('9', length)}\n3,90,1\n"));
        var json = await ReadFile.From(files.Write("trades.json", $"""[[1,"1",null,"buy",90,1,90],["{string.Concat(Enumerable.Repeat("\\\"],", length / 4))}"],{'\n'}[3,"3",null,"buy",90,1,90]]"""));

        foreach (var read in (ReadFile[])[csv, json])
        {
            Assert.Equal([1L, 3], read.Trades.Select(trade => trade.SourceSequence));
            var rejected = Assert.Single(read.Rejected);
            Assert.Equal((2L, "MALFORMED", 4_096), (rejected.Ordinal, rejected.Code, rejected.Record.Length));
            Assert.EndsWith("it is longer than 65,536 bytes.", rejected.Reason);
        }
        Assert.Equal((2, 1), (csv.Rejected[0].Line, json.Rejected[0].Line));
    }

    [Fact]
    public async Task A_rejected_record_goes_to_quarantine_with_its_source()
    {
        var read = await ReadFile.From(files.Write("trades.csv", "1,90,1\n2,x,1\n"));

        var quarantined = read.Rejected[0].ToQuarantine(read.File.Source, new(5));

        Assert.Equal(new(read.File.Source, 2, "MALFORMED", "Record 2 on line 2: the price 'x' is not a number.", "2,x,1", new Timestamp(5)), quarantined);
    }

    [Fact]
    public async Task Records_that_straddle_buffers_are_read_like_any_other()
    {
        var text = new StringBuilder("[");
        for (var i = 1; i <= 20_000; i++) text.Append(i == 1 ? "" : new string(' ', i % 97) + ",\n").Append($"[{i},\"{i}\",null,\"sell\",{i},2,0]");

        var read = await ReadFile.From(files.Write("trades.json", text.Append(']').ToString()));

        Assert.Empty(read.Rejected);
        Assert.Equal(Enumerable.Range(1, 20_000).Select(i => (decimal)i), read.Trades.Select(trade => ReadFile.Price(trade.Price)));
    }
}
