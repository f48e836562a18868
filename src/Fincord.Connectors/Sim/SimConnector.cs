using System.Runtime.CompilerServices;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Sim;

/// <summary>Plays a simulated market at the speed of the clock.</summary>
public sealed class SimConnector(SimMarket market, TimeProvider time)
{
    /// <summary>The name of this source of events.</summary>
    public const string Source = "sim";

    private const int BatchSize = 4_096;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The market's events in batches of at most 4,096, about every 100 ms, without end. They begin at <paramref name="since"/>, or now: what lies in
    /// the past comes first and at once, so that a chart is not empty. After the machine has slept, what it missed comes in the same way.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled: the only way it ends.</exception>
    public async IAsyncEnumerable<IReadOnlyList<SimEvent>> ReadAsync(
        Timestamp? since = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var timer = new PeriodicTimer(Pace, time);
        using var events = market.Generate(since ?? Now(), Timestamp.MaxValue).GetEnumerator();
        var hasNext = events.MoveNext();
        do
        {
            var now = Now();
            while (hasNext && events.Current.OccurredAt <= now)
            {
                var batch = new List<SimEvent>();
                for (; hasNext && batch.Count < BatchSize && events.Current.OccurredAt <= now; hasNext = events.MoveNext()) batch.Add(events.Current);
                yield return batch;
                cancellation.ThrowIfCancellationRequested();
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private Timestamp Now() => Timestamp.FromDateTimeOffset(time.GetUtcNow());
}
