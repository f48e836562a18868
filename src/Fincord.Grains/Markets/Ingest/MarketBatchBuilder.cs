using System.Collections.Immutable;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;

namespace Fincord.Grains.Markets.Ingest;

/// <summary>Collects the events of one instrument out of a chunk of the log. Reused from chunk to chunk.</summary>
internal sealed class MarketBatchBuilder
{
    private readonly List<LoggedEvent> _events = [];

    public IReadOnlyList<LoggedEvent> Events => _events;

    /// <summary>Log offset of the last event given to the instrument, or -1.</summary>
    public long After { get; private set; } = -1;

    public void Add(in LoggedEvent logged) => _events.Add(logged);

    public MarketBatch Build()
    {
        var trades = ImmutableArray.CreateBuilder<LoggedTrade>(_events.Count);
        var bars = ImmutableArray.CreateBuilder<LoggedBar>();
        var positions = ImmutableArray.CreateBuilder<SourcePosition>(1);
        Quote? quote = null;
        var receivedAt = Timestamp.MinValue;
        foreach (var (offset, @event) in _events)
        {
            switch (@event)
            {
                case TradeReceived received: trades.Add(new(offset, received.Trade)); break;
                case QuoteReceived received: quote = received.Quote; break;
                case BarReceived received: bars.Add(new(offset, received.Bar)); break;
            }
            if (@event.ReceivedAt > receivedAt) receivedAt = @event.ReceivedAt;
            Note(positions, @event);
        }
        return new(After, _events[^1].Offset, receivedAt, trades.DrainToImmutable(), bars.DrainToImmutable(), quote, positions.DrainToImmutable());
    }

    /// <summary>The batch was applied: the next one goes on after it.</summary>
    public void Applied()
    {
        After = _events[^1].Offset;
        _events.Clear();
    }

    // Nearly every batch has one source, and its events come in its order.
    private static void Note(ImmutableArray<SourcePosition>.Builder positions, MarketEvent @event)
    {
        var index = positions.Count - 1;
        while (index >= 0 && positions[index].Source != @event.Source) index--;
        var position = new SourcePosition(@event.Source, @event.SourceSequence);
        if (index < 0) positions.Add(position);
        else positions[index] = position;
    }
}
