using Orleans.Runtime;

namespace Orleans.Streams.Filtering;

/// <summary>Spares consumers the events that they do not want.</summary>
public interface IStreamFilter
{
    /// <summary>
    /// Whether an item goes to a subscription. What was published at once goes or stays as a whole: it goes when one of its items does, and
    /// when the filter throws.
    /// </summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="item">The item; not to be changed.</param>
    /// <param name="filterData">What the consumer subscribed with.</param>
    bool ShouldDeliver(StreamId streamId, object item, string? filterData);
}
