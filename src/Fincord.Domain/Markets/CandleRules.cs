namespace Fincord.Domain.Markets;

/// <summary>When trades count and when candles close.</summary>
/// <param name="Lateness">How far behind the latest event time a trade may be and still count; at least 10 s.</param>
/// <param name="FutureTolerance">How far ahead of its receipt an event's time may be.</param>
/// <param name="IdleGrace">How long after its end a candle closes when no trade comes to close it.</param>
public sealed record CandleRules(TimeSpan Lateness, TimeSpan FutureTolerance, TimeSpan IdleGrace)
{
    /// <summary>10 s late, 10 s ahead, 1 s of silence.</summary>
    public static readonly CandleRules Default = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));
}
