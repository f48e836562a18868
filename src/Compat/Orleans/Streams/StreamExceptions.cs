using System.Globalization;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>An event was given up after its consumer had failed for too long.</summary>
/// <param name="message">Which.</param>
/// <param name="innerException">The last failure.</param>
public sealed class StreamEventDeliveryFailureException(string message, Exception innerException) : OrleansException(message, innerException);

/// <summary>Events that were asked for are not there.</summary>
public class DataNotAvailableException : OrleansException
{
    /// <summary>An exception with a message.</summary>
    public DataNotAvailableException(string message)
        : base(message)
    {
    }
}

/// <summary>Events that were asked for are no longer in the cache; told to a consumer's OnErrorAsync, after which delivery goes on.</summary>
public sealed class QueueCacheMissException : DataNotAvailableException
{
    /// <summary>An exception with a message.</summary>
    public QueueCacheMissException(string message)
        : base(message)
    {
    }

    /// <summary>The place that was asked for, and the oldest and the newest that there are.</summary>
    public QueueCacheMissException(StreamSequenceToken requested, StreamSequenceToken low, StreamSequenceToken high)
        : this(string.Create(CultureInfo.InvariantCulture, $"Item not found in cache.  Requested: {requested}, Low: {low}, High: {high}")) =>
        (Requested, Low, High) = (requested.ToString(), low.ToString(), high.ToString());

    /// <summary>The place that was asked for.</summary>
    public string? Requested { get; }

    /// <summary>The oldest place that there is.</summary>
    public string? Low { get; }

    /// <summary>The newest place that there is.</summary>
    public string? High { get; }
}

/// <summary>A subscription was ended because its consumer failed. The memory provider ends none: it skips events.</summary>
/// <param name="message">Which.</param>
public sealed class FaultedSubscriptionException(string message) : OrleansException(message);

/// <summary>A cache has no room. The memory provider's cache always has: it forgets the oldest.</summary>
/// <param name="message">Which.</param>
public sealed class CacheFullException(string message) : OrleansException(message);
