using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Fincord.EndToEnd.Tests.Running;

namespace Fincord.EndToEnd.Tests.Markets;

/// <summary>A trade as it stands in a raw file, and candles computed from such trades without any code of ours.</summary>
internal sealed record RawTrade(long Milliseconds, int Place, decimal Price, decimal Amount)
{
    public static List<RawTrade> ReadJson(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var document = JsonDocument.Parse(content);
        return [.. document.RootElement.EnumerateArray().Select((trade, place) =>
            new RawTrade(trade[0].GetInt64(), place, Number(trade[4].GetRawText()), Number(trade[5].GetRawText())))];
    }

    public static List<RawTrade> ReadCsv(string path) => [.. File.ReadLines(path).Select((line, place) =>
    {
        var fields = line.Split(',');
        return new RawTrade((long)(Number(fields[0]) * 1_000), place, Number(fields[1]), Number(fields[2]));
    })];

    public static List<CandleRow> ToMinutes(IEnumerable<RawTrade> trades) => [.. trades
        .GroupBy(trade => trade.Milliseconds / 60_000)
        .OrderBy(minute => minute.Key)
        .Select(minute =>
        {
            var ordered = minute.OrderBy(trade => trade.Milliseconds).ThenBy(trade => trade.Place).ToList();
            var volume = ordered.Sum(trade => trade.Amount);
            var vwap = decimal.Round(ordered.Sum(trade => trade.Price * trade.Amount) / volume, 9, MidpointRounding.ToEven);
            return new CandleRow(
                DateTimeOffset.FromUnixTimeSeconds(minute.Key * 60).ToString("yyyy-MM-ddTHH:mm:ss.000000000Z", CultureInfo.InvariantCulture),
                ordered[0].Price, ordered.Max(trade => trade.Price), ordered.Min(trade => trade.Price), ordered[^1].Price, volume, vwap, ordered.Count);
        })];

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
