using System.Collections.Immutable;

namespace Fincord.Domain.Markets;

/// <summary>The length of a candle. D1 is the UTC day, W1 starts on Monday 00:00 UTC, MN1 is the calendar month in UTC.</summary>
[GenerateSerializer, Alias("markets.candle-interval")]
public enum CandleInterval : byte
{
    /// <summary>One second.</summary>
    S1 = 1,
    /// <summary>Five seconds.</summary>
    S5 = 2,
    /// <summary>One minute.</summary>
    M1 = 3,
    /// <summary>Five minutes.</summary>
    M5 = 4,
    /// <summary>Fifteen minutes.</summary>
    M15 = 5,
    /// <summary>Thirty minutes.</summary>
    M30 = 6,
    /// <summary>One hour.</summary>
    H1 = 7,
    /// <summary>Four hours.</summary>
    H4 = 8,
    /// <summary>One UTC day.</summary>
    D1 = 9,
    /// <summary>One week from Monday 00:00 UTC.</summary>
    W1 = 10,
    /// <summary>One calendar month in UTC.</summary>
    MN1 = 11,
}

/// <summary>Where the candles of an interval begin and end.</summary>
public static class CandleIntervals
{
    /// <summary>All intervals, from the shortest.</summary>
    public static readonly ImmutableArray<CandleInterval> All = [.. Enum.GetValues<CandleInterval>()];

    private const long Second = Timestamp.NanosecondsPerSecond;
    private const long Day = 86_400 * Second;
    private const long Week = 7 * Day;

    // 1970-01-01 was a Thursday: the first Monday before it is three days earlier.
    private const long MondayBeforeEpoch = -3 * Day;

    /// <summary>The length in nanoseconds, or 0 for months, whose length varies.</summary>
    public static long FixedLength(this CandleInterval interval) => interval switch
    {
        CandleInterval.S1 => Second,
        CandleInterval.S5 => 5 * Second,
        CandleInterval.M1 => 60 * Second,
        CandleInterval.M5 => 300 * Second,
        CandleInterval.M15 => 900 * Second,
        CandleInterval.M30 => 1_800 * Second,
        CandleInterval.H1 => 3_600 * Second,
        CandleInterval.H4 => 14_400 * Second,
        CandleInterval.D1 => Day,
        CandleInterval.W1 => Week,
        CandleInterval.MN1 => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "Not a candle interval."),
    };

    /// <summary>The start of the candle that holds <paramref name="moment"/>.</summary>
    public static Timestamp OpenTime(this CandleInterval interval, Timestamp moment)
    {
        if (interval is CandleInterval.MN1)
        {
            var day = moment.ToDateTimeOffset();
            return Timestamp.FromDateTimeOffset(new(day.Year, day.Month, 1, 0, 0, 0, TimeSpan.Zero));
        }
        var length = interval.FixedLength();
        var origin = interval is CandleInterval.W1 ? MondayBeforeEpoch : 0;
        var intoCandle = (moment.Nanoseconds - origin) % length;
        return new(moment.Nanoseconds - (intoCandle < 0 ? intoCandle + length : intoCandle));
    }

    /// <summary>The end (exclusive) of the candle that starts at <paramref name="openTime"/>.</summary>
    public static Timestamp CloseTime(this CandleInterval interval, Timestamp openTime) => interval is CandleInterval.MN1
        ? Timestamp.FromDateTimeOffset(openTime.ToDateTimeOffset().AddMonths(1))
        : new(openTime.Nanoseconds + interval.FixedLength());
}
