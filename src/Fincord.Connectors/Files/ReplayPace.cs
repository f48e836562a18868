using System.Runtime.CompilerServices;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>Lets events go at the speed at which they happened, times a factor. Time is counted from the first event.</summary>
internal sealed class ReplayPace(double speed, TimeProvider time)
{
    private (Timestamp Event, long Clock)? _start;

    /// <summary>The events in their order, in groups that are due.</summary>
    public async IAsyncEnumerable<IReadOnlyList<MarketEvent>> Release(
        IReadOnlyList<MarketEvent> events, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (double.IsPositiveInfinity(speed))
        {
            if (events.Count > 0) yield return events;
            yield break;
        }
        var next = 0;
        while (next < events.Count)
        {
            var wait = DueIn(events[next]);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
            var due = new List<MarketEvent>();
            while (next < events.Count && DueIn(events[next]) <= TimeSpan.Zero) due.Add(events[next++]);
            if (due.Count > 0) yield return due;
        }
    }

    private TimeSpan DueIn(MarketEvent @event)
    {
        var start = _start ??= (@event.OccurredAt, time.GetTimestamp());
        return (@event.OccurredAt - start.Event) / speed - time.GetElapsedTime(start.Clock);
    }
}
