using System.Globalization;
using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests.Markets;

public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public Task The_real_trades_become_the_candles_that_the_raw_file_gives() => Check(Programs.SharedData("xrpeth-trades.json.gz"));

    [Fact]
    public Task The_simulated_trades_become_the_candles_that_the_raw_file_gives() => Check(Programs.Fixture("sim-trades.json.gz"));

    [Fact]
    public async Task Trades_without_ids_are_all_kept_even_two_that_are_the_same()
    {
        var path = Programs.SharedData("bcheur-kraken-trades.csv");
        var trades = RawTrade.ReadCsv(path);
        Assert.Contains(trades.GroupBy(trade => (trade.Milliseconds, trade.Price, trade.Amount)), same => same.Count() > 1);

        await using var host = await FincordHost.Replay(_data, path, "KRAKEN:BCH/EUR");
        await host.Replayed();

        Assert.Equal(RawTrade.ToMinutes(trades), await host.Candles("KRAKEN:BCH/EUR", "M1"));
    }

    [Fact]
    public async Task A_second_replay_changes_nothing()
    {
        var path = Programs.Fixture("sim-trades.json.gz");
        List<CandleRow> first;
        await using (var host = await FincordHost.Replay(_data, path, "TEST:A"))
        {
            await host.Replayed();
            first = await host.Candles("TEST:A", "S1");
            Assert.Equal(0, await host.Process.Interrupt());
        }

        await using var again = await FincordHost.Replay(_data, path, "TEST:A");
        var line = await again.Replayed();

        Assert.Contains(" 0 applied, 0 duplicates, 0 quarantined", line, StringComparison.Ordinal);
        Assert.Equal(first, await again.Candles("TEST:A", "S1"));
    }

    [Fact]
    public async Task What_was_seen_before_a_kill_is_there_after_it_and_a_further_replay_completes_the_rest()
    {
        var path = Programs.Fixture("sim-trades.json.gz");
        var trades = RawTrade.ReadJson(path);
        var span = (trades.Max(trade => trade.Milliseconds) - trades.Min(trade => trade.Milliseconds)) / 1_000;
        List<CandleRow> seen;
        await using (var host = await FincordHost.Replay(_data, path, "TEST:A", speed: (span / 8).ToString(CultureInfo.InvariantCulture)))
        {
            do seen = await TryCandles(host);
            while (seen.Sum(candle => candle.TradeCount) < trades.Count / 3);
            await host.Process.Kill();
        }

        await using (var recovered = await FincordHost.Start(_data))
        {
            var kept = (await recovered.Candles("TEST:A", "M1")).ToDictionary(candle => candle.OpenTime);
            Assert.All(seen, candle => Assert.True(kept[candle.OpenTime].TradeCount >= candle.TradeCount, $"{candle} became {kept[candle.OpenTime]}"));
            Assert.InRange(kept.Values.Sum(candle => candle.TradeCount), 1, trades.Count - 1);
            await recovered.Process.Kill();
        }

        await using var completed = await FincordHost.Replay(_data, path, "TEST:A");
        Assert.Contains("0 duplicates, 0 quarantined", await completed.Replayed(), StringComparison.Ordinal);
        Assert.Equal(RawTrade.ToMinutes(trades), await completed.Candles("TEST:A", "M1"));
    }

    [Fact]
    public async Task Bars_become_candles_of_their_interval()
    {
        await using var host = await FincordHost.Replay(_data, Programs.SharedData("goog-1d.csv"), "XNAS:GOOG");
        await host.Replayed();

        var days = await host.Candles("XNAS:GOOG", "D1");
        Assert.Equal(2_148, days.Count);
        Assert.Equal(new("2004-08-19T00:00:00.000000000Z", 100m, 104.06m, 95.96m, 100.34m, 22_351_900m, null, 0), days[0]);
    }

    [Fact]
    public async Task Malformed_records_go_to_quarantine_with_line_and_reason_and_the_rest_is_ingested()
    {
        var file = _data.Combine("trades.csv");
        File.WriteAllLines(file, ["1672531436,90.54,1.1", "1672531437,ninety,1", "1672531438,90.50,-1", "1672531439,90.51,0.123456789", "1672531440,90.52,2"]);
        await using (var host = await FincordHost.Replay(_data, file, "TEST:BAD"))
        {
            Assert.Contains("5 records, 2 applied, 0 duplicates, 3 quarantined", await host.Replayed(), StringComparison.Ordinal);
            await host.Process.Interrupt();
        }

        await using var again = await FincordHost.Replay(_data, file, "TEST:BAD");
        Assert.Contains("5 records, 0 applied, 0 duplicates, 0 quarantined, 5 seen before", await again.Replayed(), StringComparison.Ordinal);
        var quarantined = Directory.GetFiles(_data.Combine("quarantine")).SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement).Select(record => (record.GetProperty("line").GetInt32(), record.GetProperty("code").GetString()));
        Assert.Equal([(2, "MALFORMED"), (3, "OUT_OF_RANGE"), (4, "PRICE_UNREPRESENTABLE")], quarantined);
    }

    private async Task Check(string path)
    {
        await using var host = await FincordHost.Replay(_data, path, "BINANCE:XRPETH");
        await host.Replayed();
        var trades = RawTrade.ReadJson(path);
        var expected = RawTrade.ToMinutes(trades);

        var minutes = await host.Candles("BINANCE:XRPETH", "M1");

        Assert.Equal(expected, minutes);
        Assert.Equal(trades.Sum(trade => trade.Amount), minutes.Sum(candle => candle.Volume));
        Assert.Equal(expected, await RestCandles(host));
        Assert.Equal(expected, await CliCandles(host));
    }

    private static async Task<List<CandleRow>> TryCandles(FincordHost host)
    {
        var data = await host.Query("""{ instrument(key: "TEST:A") { key } }""");
        return data.GetProperty("instrument").ValueKind is JsonValueKind.Null ? [] : await host.Candles("TEST:A", "M1");
    }

    private static async Task<List<CandleRow>> RestCandles(FincordHost host)
    {
        var rows = new List<CandleRow>();
        var next = "";
        while (true)
        {
            var page = await host.GetJson($"/api/v1/instruments/BINANCE:XRPETH/candles?interval=M1&limit=1000{next}");
            rows.AddRange(page.GetProperty("results").EnumerateArray().Select(CandleRow.Read));
            if (!page.TryGetProperty("next", out var after)) return rows;
            next = $"&after={after.GetString()}";
        }
    }

    private static async Task<List<CandleRow>> CliCandles(FincordHost host)
    {
        var (exitCode, output, error) = await FincordProcess.Run(
            Programs.Cli, "candles", "BINANCE:XRPETH", "--interval", "M1", "--limit", "100000", "--json", "--server", host.Address);
        Assert.Equal((0, ""), (exitCode, error));
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("results").EnumerateArray().Select(CandleRow.Read)];
    }
}
