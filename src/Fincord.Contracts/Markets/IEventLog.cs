using Fincord.Domain.Markets;

namespace Fincord.Contracts.Markets;

/// <summary>The durable log of market events, partitioned by instrument; the order within a partition is the order of appending.</summary>
public interface IEventLog
{
    /// <summary>How many partitions there are; fixed when the log is made.</summary>
    int PartitionCount { get; }

    /// <summary>The partition of an instrument.</summary>
    int PartitionOf(InstrumentId id);

    /// <summary>Appends events, in their order per partition; returns when all of them are on disk.</summary>
    Task Append(IReadOnlyList<MarketEvent> events, CancellationToken cancellation);

    /// <summary>The offset that the next appended event of the partition will get.</summary>
    long EndOffset(int partition);

    /// <summary>
    /// Up to <paramref name="limit"/> events of a partition from <paramref name="offset"/> on, waiting until there is at least one.
    /// Only durable events are seen. Throws <see cref="OperationCanceledException"/> when cancelled.
    /// </summary>
    ValueTask<IReadOnlyList<LoggedEvent>> Read(int partition, long offset, int limit, CancellationToken cancellation);

    /// <summary>Allows the log to drop whole segments before <paramref name="offset"/>.</summary>
    Task Release(int partition, long offset, CancellationToken cancellation);
}

/// <summary>An event of the log.</summary>
/// <param name="Offset">Its place in its partition, from 0, without gaps.</param>
/// <param name="Event">The event.</param>
public readonly record struct LoggedEvent(long Offset, MarketEvent Event);
