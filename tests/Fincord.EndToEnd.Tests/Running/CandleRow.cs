using System.Globalization;
using System.Text.Json;

namespace Fincord.EndToEnd.Tests.Running;

/// <summary>A candle as a reader of the API sees it.</summary>
internal sealed record CandleRow(
    string OpenTime, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume, decimal? Vwap, long TradeCount)
{
    public static CandleRow Read(JsonElement node) => new(
        node.GetProperty("openTime").GetString()!,
        Number(node, "open"), Number(node, "high"), Number(node, "low"), Number(node, "close"), Number(node, "volume"),
        node.GetProperty("vwap").ValueKind is JsonValueKind.Null ? null : Number(node, "vwap"),
        node.GetProperty("tradeCount").GetInt64());

    private static decimal Number(JsonElement node, string name) => decimal.Parse(node.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
