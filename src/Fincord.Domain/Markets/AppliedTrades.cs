using System.Collections.Immutable;

namespace Fincord.Domain.Markets;

/// <summary>
/// The ids applied within the lateness horizon. Event time is cut into spans as long as the horizon; what may still come lies in the
/// span of the watermark or the one before it, so two sets are enough.
/// </summary>
internal sealed class AppliedTrades(long lateness)
{
    private HashSet<TradeId> _current = [];
    private HashSet<TradeId> _previous = [];
    private long _span = long.MinValue;

    /// <summary>Remembers an id; false when it was known. The watermark already counts this event.</summary>
    public bool Add(TradeId id, long eventTime, long watermark)
    {
        MoveTo(SpanOf(watermark));
        if (_current.Contains(id) || _previous.Contains(id)) return false;
        return (SpanOf(eventTime) == _span ? _current : _previous).Add(id);
    }

    public ImmutableArray<AppliedTradeIds> Capture() =>
        _span == long.MinValue ? [] : [Capture(_previous, _span - 1), Capture(_current, _span)];

    public void Restore(ImmutableArray<AppliedTradeIds> state)
    {
        foreach (var span in state.OrderBy(span => span.From))
        {
            MoveTo(SpanOf(span.From.Nanoseconds));
            _current.UnionWith(span.Ids);
        }
    }

    private AppliedTradeIds Capture(HashSet<TradeId> ids, long span) => new(new(span * lateness), [.. ids]);

    private long SpanOf(long moment) => moment >= 0 ? moment / lateness : (moment - lateness + 1) / lateness;

    private void MoveTo(long span)
    {
        if (span <= _span) return;
        (_previous, _current) = (_current, _previous);
        _current.Clear();
        if (span != _span + 1) _previous.Clear();
        _span = span;
    }
}
