using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>Tells the interval of bars by the smallest distance between two that follow each other: gaps only make distances larger.</summary>
internal static class BarSpacing
{
    private static readonly TimeSpan ShortestMonth = TimeSpan.FromDays(28);
    private static readonly TimeSpan LongestMonth = TimeSpan.FromDays(31);

    /// <summary>The interval of a file's bars.</summary>
    /// <exception cref="MarketFileException">There are fewer than two bars, or the distance is none of our intervals.</exception>
    public static async Task<CandleInterval> Infer(string path, RecordLayout layout, CancellationToken cancellation)
    {
        await using var content = MarketFileContent.Open(path);
        using var records = RecordSplitter.Over(path, content, layout.Format);
        Timestamp? previous = null;
        var smallest = UInt128.MaxValue;
        try
        {
            do
            {
                while (records.TryNext(out var record))
                {
                    if (!RecordParser.TryReadTime(layout, record, out var time)) continue;
                    if (previous is { } before && before != time) smallest = UInt128.Min(smallest, Distance(before, time));
                    previous = time;
                }
            }
            while (await records.Fill(cancellation));
        }
        catch (MarketFileException) when (smallest < UInt128.MaxValue)
        {
            // The reading pass says where the content breaks, after giving what came before.
        }
        if (smallest == UInt128.MaxValue)
            throw new MarketFileException(path, "holds fewer than two bars of different times, so their interval cannot be told.");
        return IntervalOf(smallest)
            ?? throw new MarketFileException(path, $"holds bars {Seconds(smallest)} s apart, which is none of {string.Join(", ", CandleIntervals.All)}.");
    }

    private static CandleInterval? IntervalOf(UInt128 spacing)
    {
        foreach (var interval in CandleIntervals.All)
        {
            if ((UInt128)interval.FixedLength() == spacing) return interval;
        }
        return spacing >= Nanoseconds(ShortestMonth) && spacing <= Nanoseconds(LongestMonth) ? CandleInterval.MN1 : null;
    }

    private static UInt128 Distance(Timestamp one, Timestamp other) => (UInt128)Int128.Abs((Int128)one.Nanoseconds - other.Nanoseconds);

    private static UInt128 Nanoseconds(TimeSpan span) => (UInt128)span.Ticks * 100;

    private static decimal Seconds(UInt128 nanoseconds) => (decimal)nanoseconds / Timestamp.NanosecondsPerSecond;
}
