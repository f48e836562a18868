using System.CommandLine;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Markets;

/// <summary><c>candles KEY --interval M1</c>: an instrument's candles, the oldest first.</summary>
internal static class CandlesCommand
{
    private static readonly Style Up = new(Color.Green);
    private static readonly Style Down = new(Color.Red);

    public static Command Describe(CommonOptions common)
    {
        var key = Arguments.Key();
        var interval = Arguments.Interval();
        var from = Arguments.Time("--from", "Show candles that open at this time (UTC) or later.");
        var to = Arguments.Time("--to", "Show candles that open before this time (UTC).");
        var limit = Arguments.Limit("candles", byDefault: 100);
        var command = new Command("candles", "List candles of an instrument, the oldest first.") { key, interval, from, to, limit };
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var path = RestPath.ApiV1("instruments", parsed.GetRequiredValue(key).Value, "candles")
                .With("interval", parsed.GetRequiredValue(interval).ToString())
                .With("from", parsed.GetValue(from)?.ToString())
                .With("to", parsed.GetValue(to)?.ToString());
            var answer = await server.GetPages(path, after: null, parsed.GetValue(limit), cancellation);
            common.Show(parsed, answer, "candles", () => ToTable(answer.Results.Select(server.Read<CandleView>)));
        });
    }

    private static Table ToTable(IEnumerable<CandleView> candles)
    {
        var table = TableWriter.WithColumns(
            "OPEN TIME", ">OPEN", ">HIGH", ">LOW", ">CLOSE", ">VOLUME", ">VWAP", ">TRADES", ">REVISION", "STATE");
        foreach (var candle in candles)
        {
            table.AddRow(
                Cells.Time(candle.OpenTime),
                Cells.Number(candle.Open),
                Cells.Number(candle.High),
                Cells.Number(candle.Low),
                Cells.Number(candle.Close, candle.Close < candle.Open ? Down : Up),
                Cells.Number(candle.Volume),
                Cells.Number(candle.Vwap),
                Cells.Number(candle.TradeCount),
                Cells.Number(candle.Revision),
                Cells.Word(candle.IsClosed ? "closed" : "open"));
        }
        return table;
    }
}
