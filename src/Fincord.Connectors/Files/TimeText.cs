using System.Buffers;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>In which unit a column counts time since 1970.</summary>
internal enum TimeUnit
{
    /// <summary>Seconds, milliseconds, microseconds or nanoseconds, whichever puts the moment between the years 1973 and 5138.</summary>
    ByMagnitude,
    /// <summary>Milliseconds.</summary>
    Milliseconds,
}

/// <summary>What became of reading a time.</summary>
internal enum TimeReading
{
    /// <summary>It was read.</summary>
    Read,
    /// <summary>It is neither a number nor a date.</summary>
    NotATime,
    /// <summary>It is finer than a nanosecond or outside 1677 to 2262.</summary>
    OutOfRange,
}

/// <summary>Reads moments the way market data files write them: numbers since 1970, RFC 3339, or dates; without an offset they are UTC.</summary>
internal static class TimeText
{
    private const int DateLength = 10;
    private const int LongestTime = 40;

    private static readonly DecimalScale Nanoseconds = new(9);
    private static readonly Int128 SecondsBelow = (Int128)100_000_000_000 * Timestamp.NanosecondsPerSecond;
    private static readonly SearchValues<byte> Zone = SearchValues.Create("Zz+-"u8);

    /// <summary>Reads a moment.</summary>
    public static TimeReading TryParse(ReadOnlySpan<byte> text, TimeUnit unit, out Timestamp moment)
    {
        moment = default;
        if (!ExactNumber.TryParse(text, out var number)) return TryParseDate(text, out moment) ? TimeReading.Read : TimeReading.NotATime;
        // Taken for seconds, the number is a count of nanoseconds; each finer unit divides that by a thousand.
        if (!number.TryToCount(Nanoseconds, out Int128 nanoseconds)) return TimeReading.OutOfRange;
        var divisor = unit is TimeUnit.Milliseconds ? 1_000 : DivisorOf(Int128.Abs(nanoseconds));
        if (divisor > 1)
        {
            (nanoseconds, var rest) = Int128.DivRem(nanoseconds, divisor);
            if (rest != 0) return TimeReading.OutOfRange;
        }
        if (nanoseconds < long.MinValue || nanoseconds > long.MaxValue) return TimeReading.OutOfRange;
        moment = new((long)nanoseconds);
        return TimeReading.Read;
    }

    private static int DivisorOf(Int128 magnitude)
    {
        var divisor = 1;
        for (var bound = SecondsBelow; magnitude >= bound && divisor < Timestamp.NanosecondsPerSecond; bound *= 1_000) divisor *= 1_000;
        return divisor;
    }

    private static bool TryParseDate(ReadOnlySpan<byte> text, out Timestamp moment)
    {
        moment = default;
        if (text.Length is < DateLength or > LongestTime) return false;
        Span<char> normal = stackalloc char[LongestTime + 10];
        for (var i = 0; i < text.Length; i++) normal[i] = (char)text[i];
        var length = text.Length;
        if (length == DateLength)
        {
            "T00:00:00Z".CopyTo(normal[DateLength..]);
            length += DateLength;
        }
        else
        {
            if (normal[DateLength] is ' ' or 't') normal[DateLength] = 'T';
            if (!text[DateLength..].ContainsAny(Zone)) normal[length++] = 'Z';
        }
        return Timestamp.TryParse(normal[..length], null, out moment);
    }
}
