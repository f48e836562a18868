using Fincord.Domain.Markets;
using Fincord.Schemas.Wire;

namespace Fincord.Schemas.Markets;

/// <summary>
/// Between <see cref="MarketEvent"/> and the bytes of the protobuf message <c>fincord.market.v1.MarketEvent</c>: the same bytes that the generated
/// message writes, without making one. Prices and quantities are written at the instrument's scales and read back to them, exactly or not at all.
/// Safe for many threads.
/// </summary>
public sealed class MarketEventMapping(IInstrumentScales scales)
{
    // More than all fields but the source can take: two varints and the source's length (28), two times (18), a bar of five decimals (80).
    private const int MaxSizeWithoutSource = 128;
    private const int MaxUtf8PerChar = 3;

    private readonly SourceNames _sources = new();

    /// <summary>An upper bound of what <see cref="Write(MarketEvent, Span{byte})"/> takes, in bytes.</summary>
    public static int MaxSize(MarketEvent happened) => MaxSizeWithoutSource + happened.Source.Length * MaxUtf8PerChar;

    /// <summary>Writes an event and returns the length in bytes; <paramref name="destination"/> has room for <see cref="MaxSize"/>.</summary>
    public int Write(MarketEvent happened, Span<byte> destination)
    {
        var scale = scales.Of(happened.InstrumentId);
        var writer = new WireWriter(destination);
        writer.Int64(1, happened.InstrumentId.Value);
        writer.Text(2, happened.Source);
        writer.Int64(3, happened.SourceSequence);
        switch (happened)
        {
            case TradeReceived(_, _, var receivedAt, var trade):
                Times(ref writer, trade.OccurredAt, receivedAt);
                Write(ref writer, trade, scale);
                break;
            case QuoteReceived(_, _, var receivedAt, var quote):
                Times(ref writer, quote.OccurredAt, receivedAt);
                Write(ref writer, quote, scale);
                break;
            case BarReceived(_, _, var receivedAt, var bar):
                Times(ref writer, bar.OpenTime, receivedAt);
                Write(ref writer, bar, scale);
                break;
            default:
                throw new ArgumentException($"There is no message for {happened.GetType()}.", nameof(happened));
        }
        return writer.Length;
    }

    /// <summary>Reads an event; throws <see cref="InvalidDataException"/> when the bytes are no event or a number does not fit the instrument's scale.</summary>
    public MarketEvent Read(ReadOnlySpan<byte> message)
    {
        var reader = new WireReader(message);
        long instrument = 0, sequence = 0, occurredAt = 0, receivedAt = 0;
        ReadOnlySpan<byte> source = default, body = default;
        var payload = 0;
        while (reader.TryReadTag(out var field, out var type))
        {
            switch (field, type)
            {
                case (1, WireType.Varint): instrument = reader.Int64(); break;
                case (2, WireType.LengthDelimited): source = reader.Bytes(); break;
                case (3, WireType.Varint): sequence = reader.Int64(); break;
                case (4, WireType.Fixed64): occurredAt = unchecked((long)reader.Fixed64()); break;
                case (5, WireType.Fixed64): receivedAt = unchecked((long)reader.Fixed64()); break;
                case (10 or 11 or 12, WireType.LengthDelimited): body = reader.Bytes(); payload = field; break;
                default: reader.Skip(type); break;
            }
        }
        var id = new InstrumentId(instrument);
        var name = _sources.Get(source);
        return payload switch
        {
            10 => new TradeReceived(id, name, new(receivedAt), ReadTrade(body, new(occurredAt), sequence, scales.Of(id))),
            11 => new QuoteReceived(id, name, new(receivedAt), ReadQuote(body, new(occurredAt), sequence, scales.Of(id))),
            12 => new BarReceived(id, name, new(receivedAt), ReadBar(body, new(occurredAt), sequence, scales.Of(id))),
            _ => throw new InvalidDataException("The event is neither a trade nor a quote nor a bar."),
        };
    }

    private static void Times(ref WireWriter writer, Timestamp occurredAt, Timestamp receivedAt)
    {
        writer.Fixed64(4, unchecked((ulong)occurredAt.Nanoseconds));
        writer.Fixed64(5, unchecked((ulong)receivedAt.Nanoseconds));
    }

    private static void Write(ref WireWriter writer, in TradePrint trade, InstrumentScales scale)
    {
        var begin = writer.Begin(10);
        Write(ref writer, 1, trade.Price.Count, scale.Price);
        Write(ref writer, 2, trade.Quantity.Count, scale.Quantity);
        writer.Int64(3, (long)trade.Aggressor);
        writer.Fixed64(4, (ulong)(trade.Id.Value >> 64));
        writer.Fixed64(5, unchecked((ulong)trade.Id.Value));
        writer.End(begin);
    }

    private static void Write(ref WireWriter writer, Quote quote, InstrumentScales scale)
    {
        var begin = writer.Begin(11);
        if (quote.Bid is { } bid) Write(ref writer, 1, bid.Count, scale.Price);
        if (quote.BidSize is { } bidSize) Write(ref writer, 2, bidSize.Count, scale.Quantity);
        if (quote.Ask is { } ask) Write(ref writer, 3, ask.Count, scale.Price);
        if (quote.AskSize is { } askSize) Write(ref writer, 4, askSize.Count, scale.Quantity);
        writer.End(begin);
    }

    private static void Write(ref WireWriter writer, in Bar bar, InstrumentScales scale)
    {
        var begin = writer.Begin(12);
        writer.Int64(1, (long)bar.Interval);
        Write(ref writer, 2, bar.Open.Count, scale.Price);
        Write(ref writer, 3, bar.High.Count, scale.Price);
        Write(ref writer, 4, bar.Low.Count, scale.Price);
        Write(ref writer, 5, bar.Close.Count, scale.Price);
        Write(ref writer, 6, bar.Volume.Count, scale.Quantity);
        writer.End(begin);
    }

    private static void Write(ref WireWriter writer, int field, long count, DecimalScale scale)
    {
        var begin = writer.Begin(field);
        writer.SignedInt64(1, count);
        writer.SignedInt64(2, -scale.Digits);
        writer.End(begin);
    }

    private static TradePrint ReadTrade(ReadOnlySpan<byte> message, Timestamp occurredAt, long sequence, InstrumentScales scale)
    {
        var reader = new WireReader(message);
        long? price = null, quantity = null;
        ulong high = 0, low = 0;
        var aggressor = AggressorSide.Unknown;
        while (reader.TryReadTag(out var field, out var type))
        {
            switch (field, type)
            {
                case (1, WireType.LengthDelimited): price = ReadCount(reader.Bytes(), scale.Price); break;
                case (2, WireType.LengthDelimited): quantity = ReadCount(reader.Bytes(), scale.Quantity); break;
                case (3, WireType.Varint): aggressor = ToAggressor(reader.Varint()); break;
                case (4, WireType.Fixed64): high = reader.Fixed64(); break;
                case (5, WireType.Fixed64): low = reader.Fixed64(); break;
                default: reader.Skip(type); break;
            }
        }
        if (price is null || quantity is null) throw new InvalidDataException("A trade has no price or no quantity.");
        return new(occurredAt, sequence, new(new UInt128(high, low)), new(price.Value), ToQuantity(quantity.Value), aggressor);
    }

    private static Quote ReadQuote(ReadOnlySpan<byte> message, Timestamp occurredAt, long sequence, InstrumentScales scale)
    {
        var reader = new WireReader(message);
        Price? bid = null, ask = null;
        Quantity? bidSize = null, askSize = null;
        while (reader.TryReadTag(out var field, out var type))
        {
            switch (field, type)
            {
                case (1, WireType.LengthDelimited): bid = new Price(ReadCount(reader.Bytes(), scale.Price)); break;
                case (2, WireType.LengthDelimited): bidSize = ToQuantity(ReadCount(reader.Bytes(), scale.Quantity)); break;
                case (3, WireType.LengthDelimited): ask = new Price(ReadCount(reader.Bytes(), scale.Price)); break;
                case (4, WireType.LengthDelimited): askSize = ToQuantity(ReadCount(reader.Bytes(), scale.Quantity)); break;
                default: reader.Skip(type); break;
            }
        }
        return new(occurredAt, sequence, bid, bidSize, ask, askSize);
    }

    private static Bar ReadBar(ReadOnlySpan<byte> message, Timestamp openTime, long sequence, InstrumentScales scale)
    {
        var reader = new WireReader(message);
        Span<long> counts = stackalloc long[5];
        var (interval, found) = (0UL, 0);
        while (reader.TryReadTag(out var field, out var type))
        {
            switch (field, type)
            {
                case (1, WireType.Varint): interval = reader.Varint(); break;
                case (>= 2 and <= 6, WireType.LengthDelimited):
                    counts[field - 2] = ReadCount(reader.Bytes(), field < 6 ? scale.Price : scale.Quantity);
                    found |= 1 << (field - 2);
                    break;
                default: reader.Skip(type); break;
            }
        }
        if (found != 0b11111) throw new InvalidDataException("A bar has no price or no volume.");
        if (interval is < (ulong)CandleInterval.S1 or > (ulong)CandleInterval.MN1) throw new InvalidDataException($"There is no candle interval {interval}.");
        return new((CandleInterval)interval, openTime, sequence, new(counts[0]), new(counts[1]), new(counts[2]), new(counts[3]), ToQuantity(counts[4]));
    }

    private static long ReadCount(ReadOnlySpan<byte> message, DecimalScale scale)
    {
        var reader = new WireReader(message);
        long mantissa = 0, exponent = 0;
        while (reader.TryReadTag(out var field, out var type))
        {
            switch (field, type)
            {
                case (1, WireType.Varint): mantissa = reader.SignedInt64(); break;
                case (2, WireType.Varint): exponent = reader.SignedInt64(); break;
                default: reader.Skip(type); break;
            }
        }
        if (exponent is < int.MinValue or > int.MaxValue) throw new InvalidDataException("An exponent has more than 32 bits.");
        return DecimalMapping.ToCount(mantissa, (int)exponent, scale);
    }

    private static Quantity ToQuantity(long count) =>
        count >= 0 ? new(count) : throw new InvalidDataException("A quantity is negative.");

    // A side that a newer program knows and this one does not is one that was not told.
    private static AggressorSide ToAggressor(ulong value) =>
        value is (ulong)AggressorSide.Buy or (ulong)AggressorSide.Sell ? (AggressorSide)value : AggressorSide.Unknown;
}
