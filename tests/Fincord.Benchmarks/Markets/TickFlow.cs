using Fincord.Domain.Markets;

namespace Fincord.Benchmarks.Markets;

/// <summary>
/// The ticks of the ingest benchmark: many instruments, each with a trade every 100 ms of market time and a price that wanders by a tick.
/// DuckDB's baseline makes the same flow for itself.
/// </summary>
internal sealed class TickFlow(int instruments)
{
    private const long Step = 100_000_000;

    private readonly long[] _prices = [.. Enumerable.Repeat(100_000L, instruments)];
    private ulong _state = 42;
    private long _index;

    public static readonly Timestamp Start = Timestamp.Parse("2026-01-05T00:00:00Z");

    /// <summary>The next trade, and which instrument's it is (from 0).</summary>
    public (int Instrument, TradePrint Trade) Next()
    {
        var instrument = (int)(_index % instruments);
        var random = NextRandom();
        var price = _prices[instrument] = Math.Max(1, _prices[instrument] + (long)(random % 3) - 1);
        var sequence = _index / instruments + 1;
        var trade = new TradePrint(
            new(Start.Nanoseconds + _index / instruments * Step), sequence, new((ulong)sequence), new(price), new(1 + (long)((random >> 32) % 100)),
            (random & 1) == 0 ? AggressorSide.Buy : AggressorSide.Sell);
        _index++;
        return (instrument, trade);
    }

    // SplitMix64.
    private ulong NextRandom()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
