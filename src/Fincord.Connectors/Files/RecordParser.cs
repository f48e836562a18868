using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Fincord.Contracts;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>Turns the records of one file into trades or bars of one instrument, or into the reason why not.</summary>
/// <param name="layout">Where the values stand.</param>
/// <param name="interval">The length of the file's bars; it does not matter for trades.</param>
/// <param name="instrument">Whose market the file tells of.</param>
internal sealed class RecordParser(RecordLayout layout, CandleInterval interval, Instrument instrument)
{
    private const int ShownLength = 4_096;
    private const int ShownValueLength = 64;
    private const int LongestId = 256;

    // A price of zero or less is a mistake in the data except where the thing traded can be a burden to have.
    private readonly bool mayPriceBeNegative = instrument.Definition.Type is InstrumentType.Future;
    private readonly ContentOrdinals ordinals = new();
    private string? symbol;
    private readonly ImmutableArray<TradePrint>.Builder trades = ImmutableArray.CreateBuilder<TradePrint>();
    private readonly ImmutableArray<Bar>.Builder bars = ImmutableArray.CreateBuilder<Bar>();
    private readonly ImmutableArray<RejectedRecord>.Builder rejected = ImmutableArray.CreateBuilder<RejectedRecord>();

    /// <summary>Makes room for the next batch, so that its arrays need not grow.</summary>
    public void Expect(int records)
    {
        if (layout.Kind is MarketFileKind.Trades) trades.Capacity = records;
        else bars.Capacity = records;
    }

    /// <summary>How many records have been added since the last <see cref="TakeBatch"/>.</summary>
    public int Count => trades.Count + bars.Count + rejected.Count;

    /// <summary>What has been added since the last call.</summary>
    public MarketFileBatch TakeBatch() => new(trades.DrainToImmutable(), bars.DrainToImmutable(), rejected.DrainToImmutable());

    /// <summary>Adds the record that the splitter has just found.</summary>
    public void Add(RecordSplitter place, long ordinal, ReadOnlySpan<byte> record)
    {
        Span<Range> fields = stackalloc Range[RecordFields.MaxCount];
        if (Parse(place, ordinal, record, fields) is not { } refusal) return;
        var start = record[..Math.Min(record.Length, ShownLength)];
        rejected.Add(new(ordinal, place.Line, refusal.Code, $"Record {ordinal} on line {place.Line}: {refusal.Reason}", Encoding.UTF8.GetString(start)));
    }

    /// <summary>The open time of a bar, when it can be read.</summary>
    public static bool TryReadTime(RecordLayout layout, ReadOnlySpan<byte> record, out Timestamp time)
    {
        Span<Range> fields = stackalloc Range[RecordFields.MaxCount];
        time = default;
        return Split(layout, record, fields) == layout.Arity && TimeText.TryParse(record[fields[layout.Time]], layout.Unit, out time) is TimeReading.Read;
    }

    private static int Split(RecordLayout layout, ReadOnlySpan<byte> record, Span<Range> fields) =>
        layout.Format is MarketFileFormat.Csv ? RecordFields.SplitCsv(record, fields) : RecordFields.SplitJson(record, fields);

    private Refusal? Parse(RecordSplitter place, long ordinal, ReadOnlySpan<byte> record, Span<Range> fields)
    {
        if (place.IsOverlong) return Malformed($"it is longer than {RecordSplitter.MaxRecordLength:N0} bytes.");
        var count = Split(layout, record, fields);
        if (count < 0) return Malformed("it is not a JSON array of plain values.");
        if (count != layout.Arity) return Malformed($"it has {count} values where {layout.Arity} belong.");
        if (layout.Symbol >= 0 && !IsOfTheSameInstrument(record[fields[layout.Symbol]]))
            return OutOfRange($"it is of '{Show(record[fields[layout.Symbol]])}', but the file's first record is of '{symbol}'.");
        var when = record[fields[layout.Time]];
        switch (TimeText.TryParse(when, layout.Unit, out var time))
        {
            case TimeReading.NotATime: return Malformed($"the time '{Show(when)}' cannot be read.");
            case TimeReading.OutOfRange: return OutOfRange($"the time '{Show(when)}' is finer than a nanosecond or outside the years 1677 to 2262.");
        }
        return layout.Kind is MarketFileKind.Trades ? AddTrade(ordinal, time, record, fields) : AddBar(ordinal, time, record, fields);
    }

    // A file is read for one instrument; were it to hold several, their prices would mix.
    private bool IsOfTheSameInstrument(ReadOnlySpan<byte> text) => Show(text) == (symbol ??= Show(text));

    private Refusal? AddTrade(long ordinal, Timestamp time, ReadOnlySpan<byte> record, ReadOnlySpan<Range> fields)
    {
        if (!TryReadPrice("price", record[fields[layout.Price]], out var price, out var refusal)) return refusal;
        if (!TryReadNumber("amount", record[fields[layout.Amount]], instrument.QuantityScale, out var amount, out refusal)) return refusal;
        if (amount <= 0) return OutOfRange($"the amount '{Show(record[fields[layout.Amount]])}' is not more than zero.");
        if (amount > long.MaxValue) return Unrepresentable("amount", record[fields[layout.Amount]], instrument.QuantityScale);
        var aggressor = AggressorSide.Unknown;
        if (layout.Side >= 0 && !TryReadSide(record[fields[layout.Side]], out aggressor))
            return Malformed($"the side '{Show(record[fields[layout.Side]])}' is neither buy nor sell.");
        var quantity = new Quantity((long)amount);
        TradeId id;
        if (layout.Id < 0 || record[fields[layout.Id]].IsEmpty) id = TradeId.FromContent(time, price, quantity, ordinals.Next(time, price, quantity));
        else if (!TryReadId(record[fields[layout.Id]], out id)) return Malformed($"the trade id is longer than {LongestId} characters or not UTF-8.");
        trades.Add(new(time, ordinal, id, price, quantity, aggressor));
        return null;
    }

    private Refusal? AddBar(long ordinal, Timestamp time, ReadOnlySpan<byte> record, ReadOnlySpan<Range> fields)
    {
        if (!TryReadPrice("open", record[fields[layout.Open]], out var open, out var refusal)) return refusal;
        if (!TryReadPrice("high", record[fields[layout.High]], out var high, out refusal)) return refusal;
        if (!TryReadPrice("low", record[fields[layout.Low]], out var low, out refusal)) return refusal;
        if (!TryReadPrice("close", record[fields[layout.Close]], out var close, out refusal)) return refusal;
        if (!TryReadNumber("volume", record[fields[layout.Amount]], instrument.QuantityScale, out var volume, out refusal)) return refusal;
        if (volume < 0) return OutOfRange($"the volume '{Show(record[fields[layout.Amount]])}' is negative.");
        if (high < open || high < close || low > open || low > close) return OutOfRange("its open and close are not between its low and high.");
        if (volume > long.MaxValue) return Unrepresentable("volume", record[fields[layout.Amount]], instrument.QuantityScale);
        if (interval.OpenTime(time) != time) return OutOfRange($"{time} is not where a bar of {interval} opens.");
        bars.Add(new(interval, time, ordinal, open, high, low, close, new((long)volume)));
        return null;
    }

    private bool TryReadPrice(string name, ReadOnlySpan<byte> text, out Price price, [NotNullWhen(false)] out Refusal? refusal)
    {
        price = default;
        if (!TryReadNumber(name, text, instrument.PriceScale, out var count, out refusal)) return false;
        if (count < long.MinValue || count > long.MaxValue) refusal = Unrepresentable(name, text, instrument.PriceScale);
        else if (count <= 0 && !mayPriceBeNegative) refusal = OutOfRange($"the {name} '{Show(text)}' is not more than zero.");
        if (refusal is not null) return false;
        price = new((long)count);
        return true;
    }

    private static bool TryReadNumber(string name, ReadOnlySpan<byte> text, DecimalScale scale, out Int128 count, [NotNullWhen(false)] out Refusal? refusal)
    {
        count = 0;
        refusal = text.IsEmpty ? Malformed($"the {name} is missing.")
            : !ExactNumber.TryParse(text, out var number) ? Malformed($"the {name} '{Show(text)}' is not a number.")
            : !number.TryToCount(scale, out count) ? Unrepresentable(name, text, scale)
            : null;
        return refusal is null;
    }

    private static bool TryReadSide(ReadOnlySpan<byte> text, out AggressorSide side)
    {
        side = text.IsEmpty ? AggressorSide.Unknown
            : Ascii.EqualsIgnoreCase(text, "buy"u8) || Ascii.EqualsIgnoreCase(text, "b"u8) ? AggressorSide.Buy
            : AggressorSide.Sell;
        return side is not AggressorSide.Sell || Ascii.EqualsIgnoreCase(text, "sell"u8) || Ascii.EqualsIgnoreCase(text, "s"u8);
    }

    private static bool TryReadId(ReadOnlySpan<byte> text, out TradeId id)
    {
        Span<char> characters = stackalloc char[LongestId];
        id = default;
        if (text.Length > LongestId) return false;
        var status = Utf8.ToUtf16(text, characters, out _, out var length, replaceInvalidSequences: false);
        if (status is not OperationStatus.Done) return false;
        id = TradeId.FromVenue(characters[..length]);
        return true;
    }

    private static string Show(ReadOnlySpan<byte> text) =>
        MarketFileException.OneLine(Encoding.UTF8.GetString(text[..Math.Min(text.Length, ShownValueLength)]));

    private static Refusal Malformed(string reason) => new(RefusalCodes.Malformed, reason);

    private static Refusal OutOfRange(string reason) => new(RefusalCodes.OutOfRange, reason);

    private static Refusal Unrepresentable(string name, ReadOnlySpan<byte> text, DecimalScale scale) =>
        new(RefusalCodes.PriceUnrepresentable, $"the {name} '{Show(text)}' has more than {scale.Digits} decimal digits or is too large.");

    private sealed record Refusal(string Code, string Reason);
}
