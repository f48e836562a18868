using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fincord.Domain.Markets;

/// <summary>
/// A moment in UTC as a count of nanoseconds since 1970-01-01T00:00:00Z (1677-09-21 to 2262-04-11).
/// The default value is 1970-01-01T00:00:00Z. On the wire it is RFC 3339 text with nine fraction digits.
/// </summary>
[GenerateSerializer, Immutable, Alias("markets.timestamp")]
[JsonConverter(typeof(TimestampJsonConverter))]
public readonly record struct Timestamp([property: Id(0)] long Nanoseconds) : IComparable<Timestamp>, ISpanParsable<Timestamp>
{
    private const long NanosecondsPerTick = 100;

    /// <summary>Nanoseconds in one second.</summary>
    public const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The earliest moment that can be represented.</summary>
    public static readonly Timestamp MinValue = new(long.MinValue);

    /// <summary>The latest moment that can be represented.</summary>
    public static readonly Timestamp MaxValue = new(long.MaxValue);

    /// <summary>The moment <paramref name="milliseconds"/> after 1970; throws <see cref="OverflowException"/> out of range.</summary>
    public static Timestamp FromUnixMilliseconds(long milliseconds) => new(checked(milliseconds * 1_000_000));

    /// <summary>The moment <paramref name="seconds"/> after 1970; throws <see cref="OverflowException"/> out of range.</summary>
    public static Timestamp FromUnixSeconds(long seconds) => new(checked(seconds * NanosecondsPerSecond));

    /// <summary>The same moment from a foreign API's type, exact to its 100 ns; throws <see cref="OverflowException"/> out of range.</summary>
    public static Timestamp FromDateTimeOffset(DateTimeOffset value) =>
        new(checked((value.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * NanosecondsPerTick));

    /// <summary>The same moment for a foreign API, rounded down to 100 ns.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        DateTimeOffset.UnixEpoch.AddTicks(Math.DivRem(Nanoseconds, NanosecondsPerTick) is var (ticks, rest) && rest < 0 ? ticks - 1 : ticks);

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>The moment <paramref name="duration"/> later.</summary>
    public static Timestamp operator +(Timestamp start, TimeSpan duration) => new(start.Nanoseconds + duration.Ticks * NanosecondsPerTick);

    /// <summary>The moment <paramref name="duration"/> earlier.</summary>
    public static Timestamp operator -(Timestamp end, TimeSpan duration) => new(end.Nanoseconds - duration.Ticks * NanosecondsPerTick);

    /// <summary>The time from <paramref name="start"/> to <paramref name="end"/>, to 100 ns.</summary>
    public static TimeSpan operator -(Timestamp end, Timestamp start) => new((end.Nanoseconds - start.Nanoseconds) / NanosecondsPerTick);

    /// <summary>Whether the left moment is earlier.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Whether the left moment is later.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Whether the left moment is not later.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Whether the left moment is not earlier.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>RFC 3339 in UTC with nine fraction digits: <c>2026-01-02T15:04:05.123456789Z</c>.</summary>
    public override string ToString()
    {
        var (seconds, nanoseconds) = Math.DivRem(Nanoseconds, NanosecondsPerSecond);
        if (nanoseconds < 0) (seconds, nanoseconds) = (seconds - 1, nanoseconds + NanosecondsPerSecond);
        return string.Create(CultureInfo.InvariantCulture, stackalloc char[32], $"{DateTime.UnixEpoch.AddSeconds(seconds):s}.{nanoseconds:D9}Z");
    }

    /// <summary>Reads RFC 3339 text with an offset and up to nine fraction digits; throws <see cref="FormatException"/> otherwise.</summary>
    public static Timestamp Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var result) ? result : throw new FormatException($"'{text}' is not an RFC 3339 time such as 2026-01-02T15:04:05Z.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static Timestamp Parse(string text, IFormatProvider? provider = null) => Parse(text.AsSpan(), provider);

    /// <summary>Reads RFC 3339 text with an offset and up to nine fraction digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Timestamp result)
    {
        result = default;
        if (text.Length < 20 || !DateTime.TryParseExact(text[..19], "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var whole)) return false;
        var rest = text[19..];
        long fraction = 0;
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 9) return false;
            fraction = long.Parse(rest.Slice(1, digits), NumberStyles.None, CultureInfo.InvariantCulture);
            for (var i = digits; i < 9; i++) fraction *= 10;
            rest = rest[(digits + 1)..];
        }
        if (!TryParseOffset(rest, out var offset)) return false;
        var nanoseconds = (Int128)((whole - offset).Ticks - DateTime.UnixEpoch.Ticks) * NanosecondsPerTick + fraction;
        if (nanoseconds < long.MinValue || nanoseconds > long.MaxValue) return false;
        result = new((long)nanoseconds);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out Timestamp)"/>
    public static bool TryParse(string? text, IFormatProvider? provider, out Timestamp result) => TryParse(text.AsSpan(), provider, out result);

    private static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z" or "z") return true;
        if (text.Length != 6 || text[0] is not ('+' or '-')) return false;
        if (!TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out offset)) return false;
        if (text[0] == '-') offset = -offset;
        return true;
    }
}

/// <summary>A <see cref="Timestamp"/> in JSON: a string, RFC 3339 in UTC with nine fraction digits.</summary>
public sealed class TimestampJsonConverter : JsonConverter<Timestamp>
{
    /// <inheritdoc/>
    public override Timestamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Timestamp.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException("Not an RFC 3339 time.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Timestamp value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
