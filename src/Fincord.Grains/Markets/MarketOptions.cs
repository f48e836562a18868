using System.ComponentModel.DataAnnotations;
using Fincord.Domain.Markets;

namespace Fincord.Grains.Markets;

/// <summary>Settings of the noun Markets, section <c>Markets</c> of the configuration.</summary>
public sealed class MarketOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Markets";

    /// <summary>How far behind the latest event time a trade may be and still count; at least 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan Lateness { get; set; } = CandleRules.Default.Lateness;

    /// <summary>How far ahead of its receipt an event's time may be.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "24:00:00")]
    public TimeSpan FutureTolerance { get; set; } = CandleRules.Default.FutureTolerance;

    /// <summary>How long after its end a candle closes when no trade comes to close it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan IdleGrace { get; set; } = CandleRules.Default.IdleGrace;

    /// <summary>How often an instrument tells those who watch it; what happens in between is conflated, the latest wins.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PublishInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often the ingest worker makes candles durable.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan FlushInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>At most how many events the ingest worker takes from a log partition at once.</summary>
    [Range(1, 1_000_000)]
    public int IngestBatchSize { get; set; } = 16_384;

    internal CandleRules ToRules() => new(Lateness, FutureTolerance, IdleGrace);
}
