using System.Text;
using Fincord.Connectors.Files;

namespace Fincord.Connectors.Tests.Files;

public sealed class UnreadableFileTests : IDisposable
{
    private const string Trade = """[2,"2",null,"buy",90,1,90]""";

    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("", "is empty, or not a regular file.")]
    [InlineData("\n\n  \n", "holds no records.")]
    [InlineData("[]", "holds no records.")]
    [InlineData("[", "ends before its array does.")]
    [InlineData("once upon a time", "is in no known format")]
    [InlineData("once,upon,a,time\n1,2,3,4\n", "its header is: once, upon, a, time.")]
    [InlineData("time,price\n1,2\n", "is CSV of neither trades (a time, price and amount column) nor bars")]
    [InlineData("date,open,high,low,close\n2020-01-01,1,1,1,1\n", "is CSV of neither trades")]
    [InlineData("1,2,3,4\n5,6,7,8\n", "is in no known format")]
    [InlineData("symbol,timestamp,side,update_type,price,qty\nX,1,b,set,1,1\n", "holds quotes or order book depth; only trades and bars are read.")]
    [InlineData("{\"topic\":\"orderbook.500.XRPUSDT\"}", "is JSON objects; only an array of trades or of bars is read")]
    [InlineData("[[1,2,3],{\"a\":1}]", "is JSON of neither trades")]
    [InlineData("PK\u0003\u0004rest", "is a zip archive: unpack it, or pack it with gzip.")]
    [InlineData("a\0b\0c", "it is not UTF-8 text.")]
    public async Task A_file_in_no_format_of_ours_is_refused_in_one_clear_line(string content, string reason)
    {
        var path = files.Write("file", content);

        var exception = await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(path));

        Assert.StartsWith(path + " ", exception.Message);
        Assert.Contains(reason, exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public async Task A_missing_file_and_a_directory_are_refused()
    {
        Assert.EndsWith("does not exist.", (await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(files["none"]))).Message);
        Assert.EndsWith("is a directory, not a file.", (await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(Path.GetDirectoryName(files["none"])!))).Message);
    }

    [Fact]
    public async Task A_link_is_read_as_the_file_it_leads_to_and_refused_when_that_is_gone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators make links.");
        var link = $"link-{Guid.NewGuid():N}";
        File.CreateSymbolicLink(link, Path.GetRelativePath(Environment.CurrentDirectory, files.Write("trades.csv", "1,90,1\n")));
        try
        {
            Assert.Single((await ReadFile.From(link)).Trades);
            File.Delete(files["trades.csv"]);
            Assert.StartsWith(link, (await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(link))).Message);
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public async Task Control_characters_of_a_name_do_not_reach_the_message() =>
        Assert.Contains("tra?[2Jdes?.csv does not exist.", (await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync("tra\u001b[2Jdes\n.csv"))).Message);

    [Fact]
    public async Task Truncated_or_damaged_gzip_is_refused_before_anything_is_read()
    {
        var packed = TestFiles.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},{i % 977 + 1},{i % 31 + 1}\n"))));

        foreach (var length in (int[])[2, 3, 10, packed.Length / 2, .. Enumerable.Range(packed.Length - 12, 12)])
        {
            var exception = await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(files.Write("trades.csv.gz", packed[..length])));
            Assert.EndsWith("is broken or truncated gzip.", exception.Message);
        }
        packed[packed.Length / 2] ^= 0x55;
        Assert.EndsWith("is broken or truncated gzip.", (await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(files.Write("trades.csv.gz", packed)))).Message);
    }

    [Fact]
    public async Task Gzip_of_nothing_holds_nothing() =>
        Assert.EndsWith("holds no records.", (await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(files.Write("trades.csv.gz", TestFiles.Gzip("\n"u8.ToArray()))))).Message);

    [Fact]
    public async Task Gzip_in_several_members_is_one_content()
    {
        byte[] packed = [.. TestFiles.Gzip("1,90,1\n2,9"u8.ToArray()), .. TestFiles.Gzip("0,1\n"u8.ToArray())];

        Assert.Equal(2, (await ReadFile.From(files.Write("trades.csv.gz", packed))).Trades.Count);
    }

    [Theory]
    [InlineData($"[{Trade},{Trade}", 2, "ends before its array does; what came before was read.")]
    [InlineData($"[{Trade},{Trade},", 2, "ends before its array does; what came before was read.")]
    [InlineData($"[{Trade},\n{Trade},\n[3,\"3", 2, "ends in the middle of record 3, which starts on line 3; what came before was read.")]
    [InlineData($"[{Trade},\n{Trade}]]", 2, "is broken JSON on line 2, after record 2: ']' cannot stand there; what came before was read.")]
    [InlineData($"[{Trade}]\n[{Trade}]", 1, "is broken JSON on line 2, after record 1: '[' cannot stand there; what came before was read.")]
    [InlineData($"[{Trade}\n{Trade}]", 1, "is broken JSON on line 2, after record 1: '[' cannot stand there; what came before was read.")]
    [InlineData($"[{Trade},,{Trade}]", 1, "is broken JSON on line 1, after record 1: ',' cannot stand there; what came before was read.")]
    [InlineData($"[{Trade},]", 1, "is broken JSON on line 1, after record 1: ']' cannot stand there; what came before was read.")]
    public async Task Json_whose_structure_breaks_keeps_what_came_before_and_ends_with_one_clear_line(string content, int trades, string reason)
    {
        var read = await ReadFile.From(files.Write("trades.json", content));

        Assert.Equal(trades, read.Trades.Count);
        Assert.Empty(read.Rejected);
        Assert.EndsWith(reason, read.Broken?.Message);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_not_taken_for_what_was_opened()
    {
        var file = await MarketFile.OpenAsync(files.Write("trades.csv", "1,90,1\n"));
        files.Write("trades.csv", "1,90,1\n2,90,1\n");

        var exception = await Assert.ThrowsAsync<MarketFileException>(async () =>
        {
            await foreach (var _ in file.ReadAsync(ReadFile.Instrument())) { }
        });

        Assert.EndsWith("was changed while it was being read.", exception.Message);
    }

    [Fact]
    public async Task A_file_without_permission_is_refused()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Root and Windows do not know this refusal.");
            return;
        }
        var path = files.Write("trades.csv", "1,90,1\n");
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.EndsWith("may not be read: permission denied.", (await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(path))).Message);
    }

    [Theory]
    [InlineData("btcusdt-depth-snap.csv", "holds quotes or order book depth")]
    [InlineData("btcusdt-depth-update.csv", "holds quotes or order book depth")]
    [InlineData("xrpusdt-ob500.data.zip", "is a zip archive")]
    public async Task Real_files_of_order_book_depth_are_refused(string name, string reason) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<MarketFileException>(() => MarketFile.OpenAsync(TestFiles.SharedData(name)))).Message);
}
