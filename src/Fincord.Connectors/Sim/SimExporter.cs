using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Fincord.Connectors.Files;
using Fincord.Domain.Markets;
using Fincord.Domain.Serialization;

namespace Fincord.Connectors.Sim;

/// <summary>Writes what the simulated market makes in the formats that <see cref="MarketFile"/> reads.</summary>
public static class SimExporter
{
    private const long NanosecondsPerMillisecond = 1_000_000;
    private const int FlushLength = 65_536;

    /// <summary>Makes a file to write to; what is written is packed with gzip when the name ends in <c>.gz</c>.</summary>
    public static Stream Create(string path) => path.EndsWith(".gz", StringComparison.Ordinal)
        ? new GZipStream(File.Create(path), CompressionLevel.SmallestSize)
        : File.Create(path);

    /// <summary>Writes <c>[[ms, "id", null, side, price, amount, cost], …]</c>.</summary>
    public static void WriteTradesJson(Stream output, InstrumentDefinition instrument, IEnumerable<TradePrint> trades)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        foreach (var trade in trades)
        {
            var (price, amount) = (instrument.PriceScale.ToDecimal(trade.Price), instrument.QuantityScale.ToDecimal(trade.Quantity));
            json.WriteStartArray();
            json.WriteNumberValue(trade.OccurredAt.Nanoseconds / NanosecondsPerMillisecond);
            json.WriteStringValue(trade.Id.Value.ToString());
            json.WriteNullValue();
            json.WriteStringValue(trade.Aggressor is AggressorSide.Buy ? "buy" : "sell");
            json.WriteRawValue(DecimalText.Format(price));
            json.WriteRawValue(DecimalText.Format(amount));
            json.WriteRawValue(DecimalText.Format(price * amount));
            json.WriteEndArray();
            if (json.BytesPending > FlushLength) json.Flush();
        }
        json.WriteEndArray();
    }

    /// <summary>
    /// Writes <c>seconds,price,amount</c> without a header and without ids; the time has the milliseconds as decimals, or, when
    /// <paramref name="wholeSeconds"/>, none, as some venues give it: what tells equal trades apart is then gone.
    /// </summary>
    public static void WriteTradesCsv(Stream output, InstrumentDefinition instrument, IEnumerable<TradePrint> trades, bool wholeSeconds = false)
    {
        using var csv = Text(output);
        foreach (var trade in trades)
        {
            var (seconds, rest) = Math.DivRem(trade.OccurredAt.Nanoseconds, Timestamp.NanosecondsPerSecond);
            csv.Write(seconds);
            if (!wholeSeconds) csv.Write($".{rest / NanosecondsPerMillisecond:D3}");
            csv.WriteLine($",{instrument.PriceScale.ToDecimal(trade.Price)},{instrument.QuantityScale.ToDecimal(trade.Quantity)}");
        }
    }

    /// <summary>Writes <c>[[ms, open, high, low, close, volume], …]</c>.</summary>
    public static void WriteBarsJson(Stream output, InstrumentDefinition instrument, IEnumerable<Bar> bars)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        foreach (var bar in bars)
        {
            json.WriteStartArray();
            json.WriteNumberValue(bar.OpenTime.Nanoseconds / NanosecondsPerMillisecond);
            foreach (var price in (ReadOnlySpan<Price>)[bar.Open, bar.High, bar.Low, bar.Close])
                json.WriteRawValue(DecimalText.Format(instrument.PriceScale.ToDecimal(price)));
            json.WriteRawValue(DecimalText.Format(instrument.QuantityScale.ToDecimal(bar.Volume)));
            json.WriteEndArray();
            if (json.BytesPending > FlushLength) json.Flush();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes a header whose first column has no name, then a line for each bar; the time is a date where all bars open at midnight.</summary>
    public static void WriteBarsCsv(Stream output, InstrumentDefinition instrument, CandleInterval interval, IEnumerable<Bar> bars)
    {
        using var csv = Text(output);
        csv.WriteLine(",Open,High,Low,Close,Volume");
        var format = interval >= CandleInterval.D1 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ";
        foreach (var bar in bars)
        {
            csv.Write(bar.OpenTime.ToDateTimeOffset().ToString(format, CultureInfo.InvariantCulture));
            foreach (var price in (ReadOnlySpan<Price>)[bar.Open, bar.High, bar.Low, bar.Close])
                csv.Write($",{DecimalText.Format(instrument.PriceScale.ToDecimal(price))}");
            csv.WriteLine($",{DecimalText.Format(instrument.QuantityScale.ToDecimal(bar.Volume))}");
        }
    }

    /// <summary>Sums trades, which come in the order of time, up to bars; an interval without trades has none.</summary>
    public static IEnumerable<Bar> ToBars(IEnumerable<TradePrint> trades, CandleInterval interval)
    {
        Bar? current = null;
        foreach (var trade in trades)
        {
            var openTime = interval.OpenTime(trade.OccurredAt);
            if (current is { } bar && bar.OpenTime == openTime)
            {
                current = bar with
                {
                    High = trade.Price > bar.High ? trade.Price : bar.High,
                    Low = trade.Price < bar.Low ? trade.Price : bar.Low,
                    Close = trade.Price,
                    Volume = new(bar.Volume.Count + trade.Quantity.Count),
                };
                continue;
            }
            if (current is { } done) yield return done;
            current = new(interval, openTime, (current?.SourceSequence ?? 0) + 1, trade.Price, trade.Price, trade.Price, trade.Price, trade.Quantity);
        }
        if (current is { } last) yield return last;
    }

    private static StreamWriter Text(Stream output) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
}
