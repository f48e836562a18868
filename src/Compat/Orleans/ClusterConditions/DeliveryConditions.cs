using Orleans.Streams;

namespace Orleans.Runtime;

/// <summary>What befalls the events of one subscription: see <see cref="ClusterConditions"/>.</summary>
/// <param name="conditions">Who decides.</param>
/// <param name="silo">Whose clock it is.</param>
/// <param name="stream">The stream.</param>
/// <param name="consumer">The grain that is subscribed; null for a client.</param>
internal sealed class DeliveryConditions(ClusterConditions conditions, Silo silo, StreamId stream, GrainId? consumer)
{
    private readonly List<StreamEvent> _delivered = [];

    /// <summary>Waits until an event that was accepted at this timestamp has been under way for long enough.</summary>
    public async Task Travel(long acceptedAt)
    {
        // A timer may be a little early.
        while (ClusterConditions.StreamDelay - silo.Time.GetElapsedTime(acceptedAt) is var left && left > TimeSpan.Zero)
            await Task.Delay(left, silo.Time);
    }

    /// <summary>The events to be delivered again after this one was: the last ones, in their order, as after a loss of the place.</summary>
    public IReadOnlyList<StreamEvent> Again(StreamEvent delivered)
    {
        if (_delivered.Count == ClusterConditions.LongestRewind) _delivered.RemoveAt(0);
        _delivered.Add(delivered);
        return [.. _delivered.TakeLast(conditions.Rewinds(stream, consumer))];
    }
}
