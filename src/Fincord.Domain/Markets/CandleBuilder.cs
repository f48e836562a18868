using System.Collections.Immutable;

namespace Fincord.Domain.Markets;

/// <summary>
/// Builds the candles of one instrument, all intervals at once, from its trades. Within a candle the order is event time, then source
/// sequence, whatever the order of arrival. A trade up to <see cref="CandleRules.Lateness"/> late still counts: it corrects the open candle
/// or amends a closed one, whose revision rises. A duplicate id changes nothing. Nothing is allocated per trade. Not thread-safe.
/// </summary>
public sealed class CandleBuilder
{
    // Below this a candle needs 2^36 trades before its notional could overflow; above it the sums are looked at first.
    private static readonly Int128 LargeNotional = Int128.One << 90;
    private static readonly Int128 LargestSum = Int128.One << 126;

    // Markets are younger than the first and we are older than the second; between them no sum of times overflows.
    private static readonly Timestamp Earliest = Timestamp.Parse("1700-01-01T00:00:00Z");
    private static readonly Timestamp Latest = Timestamp.Parse("2250-01-01T00:00:00Z");

    private readonly CandleRules _rules;
    private readonly long _lateness;
    private readonly CandleSeries[] _series;
    private readonly AppliedTrades _applied;
    private readonly List<Candle> _evicted = [];
    private long _watermark = long.MinValue;
    private long _receivedAt = long.MinValue;

    /// <summary>A builder that goes on from a state; from <see cref="CandleBuilderState.Empty"/> it has seen nothing.</summary>
    public CandleBuilder(CandleRules rules, CandleBuilderState state)
    {
        _rules = rules;
        _lateness = rules.Lateness.Ticks * 100;
        _series = [.. CandleIntervals.All.Select(interval => new CandleSeries(interval))];
        _applied = new(_lateness);
        _applied.Restore(state.Applied);
        if (state.Watermark is { } watermark) _watermark = watermark.Nanoseconds;
        if (state.ReceivedAt is { } receivedAt) _receivedAt = receivedAt.Nanoseconds;
        foreach (var slot in state.Slots.OrderBy(slot => slot.Candle.OpenTime)) SeriesOf(slot.Candle.Interval).Restore(slot);
    }

    /// <summary>Adds a trade to its candles, unless it is a duplicate, too late, from the future or too large.</summary>
    public ApplyOutcome Apply(in TradePrint trade, Timestamp receivedAt)
    {
        var contribution = new MarketContribution(trade);
        var refusal = Admit(trade.Id, contribution, CandleInterval.S1, contribution.FirstAt, receivedAt);
        if (refusal != ApplyOutcome.Applied) return refusal;
        foreach (var series in _series) series.Add(contribution);
        return ApplyOutcome.Applied;
    }

    /// <summary>
    /// Adds a bar to the candles of its interval and of longer ones. It is known when it is over, so its own candle is closed at once.
    /// </summary>
    public ApplyOutcome Apply(in Bar bar, Timestamp receivedAt)
    {
        var contribution = new MarketContribution(bar);
        var refusal = Admit(bar.Id, contribution, bar.Interval, contribution.LastAt + 1, receivedAt);
        if (refusal != ApplyOutcome.Applied) return refusal;
        foreach (var series in _series)
        {
            if (series.Interval < bar.Interval) continue;
            series.Add(contribution);
            series.CloseUntil(_watermark);
        }
        return ApplyOutcome.Applied;
    }

    /// <summary>Whether an applied trade is the latest of all by (event time, source sequence): the market's last.</summary>
    public bool IsLatest(in TradePrint trade)
    {
        ref var newest = ref _series[0].Newest;
        return newest.LastAt == trade.OccurredAt.Nanoseconds && newest.LastSequence == trade.SourceSequence;
    }

    /// <summary>Whether an applied bar ends latest of all: its close is the market's last price.</summary>
    public bool IsLatest(in Bar bar) => bar.Interval.CloseTime(bar.OpenTime).Nanoseconds == _watermark;

    /// <summary>
    /// Closes candles that ended although no trade came to tell. The market's own time is the latest event time plus the time that passed
    /// since the last receipt, so a replayed past closes at its own pace. Tells whether any closed.
    /// </summary>
    public bool Advance(Timestamp now)
    {
        if (_receivedAt == long.MinValue) return false;
        var silence = Math.Max(0, now.Nanoseconds - _receivedAt);
        var marketTime = _watermark + silence - _rules.IdleGrace.Ticks * 100;
        var closed = false;
        foreach (var series in _series) closed |= series.CloseUntil(marketTime);
        return closed;
    }

    /// <summary>The candles of an interval that are not yet saved or may still change, by open time; the last may be open.</summary>
    public ImmutableArray<Candle> Recent(CandleInterval interval)
    {
        var series = SeriesOf(interval);
        var recent = ImmutableArray.CreateBuilder<Candle>();
        recent.AddRange(_evicted.Where(candle => candle.Interval == interval));
        for (var index = 0; index < series.Count; index++) recent.Add(series[index].ToCandle(interval));
        return recent.ToImmutable();
    }

    /// <summary>The closed candles that changed since the last call and all that a new builder needs to go on from here, to be saved together.</summary>
    public CandleCapture Capture() => new(TakeUnsaved(), new(
        _watermark == long.MinValue ? null : new(_watermark),
        _receivedAt == long.MinValue ? null : new(_receivedAt),
        [.. _series.SelectMany(series => Enumerable.Range(0, series.Count).Select(index => series[index].ToSlot(series.Interval)))],
        _applied.Capture()));

    /// <summary>The candles, open ones included, that changed since the last call, by interval and open time.</summary>
    public ImmutableArray<Candle> TakeUnpublished()
    {
        var changed = ImmutableArray.CreateBuilder<Candle>();
        foreach (var series in _series)
        {
            for (var index = 0; index < series.Count; index++)
            {
                ref var candle = ref series[index];
                if (!candle.IsUnpublished) continue;
                candle.IsUnpublished = false;
                changed.Add(candle.ToCandle(series.Interval));
            }
        }
        return changed.ToImmutable();
    }

    private ImmutableArray<Candle> TakeUnsaved()
    {
        var unsaved = ImmutableArray.CreateBuilder<Candle>(_evicted.Count);
        unsaved.AddRange(_evicted);
        _evicted.Clear();
        foreach (var series in _series)
        {
            for (var index = 0; index < series.Count; index++)
            {
                ref var candle = ref series[index];
                if (!candle.IsUnsaved) continue;
                candle.IsUnsaved = false;
                unsaved.Add(candle.ToCandle(series.Interval));
            }
        }
        return unsaved.ToImmutable();
    }

    private CandleSeries SeriesOf(CandleInterval interval) => _series[(int)interval - 1];

    /// <summary>Decides whether an event counts, and if so remembers its id and moves the watermark.</summary>
    private ApplyOutcome Admit(TradeId id, in MarketContribution contribution, CandleInterval shortest, long knownAt, Timestamp receivedAt)
    {
        if (contribution.FirstAt < Earliest.Nanoseconds || knownAt > Latest.Nanoseconds) return ApplyOutcome.OutOfRange;
        if (knownAt - _rules.FutureTolerance.Ticks * 100 > receivedAt.Nanoseconds) return ApplyOutcome.FromFuture;
        if (_watermark != long.MinValue && contribution.LastAt < _watermark - _lateness) return ApplyOutcome.TooLate;
        if (Int128.Abs(contribution.Notional) > LargeNotional && WouldOverflow(contribution, shortest)) return ApplyOutcome.OutOfRange;
        var watermark = Math.Max(_watermark, knownAt);
        if (!_applied.Add(id, contribution.LastAt, watermark)) return ApplyOutcome.Duplicate;
        _receivedAt = Math.Max(_receivedAt, receivedAt.Nanoseconds);
        if (watermark > _watermark) MoveWatermark(watermark);
        return ApplyOutcome.Applied;
    }

    private void MoveWatermark(long watermark)
    {
        _watermark = watermark;
        foreach (var series in _series)
        {
            series.CloseUntil(watermark);
            series.EvictUntil(watermark - _lateness, _evicted);
        }
    }

    private bool WouldOverflow(in MarketContribution contribution, CandleInterval shortest)
    {
        if (Int128.Abs(contribution.Notional) > LargestSum) return true;
        foreach (var series in _series)
        {
            if (series.Interval < shortest) continue;
            var index = series.IndexOf(contribution.FirstAt);
            if (index >= 0 && Int128.Abs(series[index].Notional) > LargestSum) return true;
        }
        return false;
    }
}
