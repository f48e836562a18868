using Orleans.Streams;

namespace Orleans.Configuration;

/// <summary>Who may subscribe to a stream provider.</summary>
public class StreamPubSubOptions
{
    /// <summary>Who may subscribe.</summary>
    public StreamPubSubType PubSubType { get; set; }
}

/// <summary>How a stream provider delivers.</summary>
public class StreamPullingAgentOptions
{
    /// <summary>How many published events go to a consumer at once, at most: 1 by default.</summary>
    public int BatchContainerBatchSize { get; set; } = 1;

    /// <summary>How often a queue is read: 100 ms by default. Without effect here, where events are delivered at once.</summary>
    public TimeSpan GetQueueMsgsTimerPeriod { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a queue may take to start: 5 s by default. Without effect here, where it takes no time.</summary>
    public TimeSpan InitQueueTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the delivery of an event is tried: 1 min by default.</summary>
    public TimeSpan MaxEventDeliveryTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>When a stream without events is forgotten until the next one: after 30 min by default. Without effect here: none is.</summary>
    public TimeSpan StreamInactivityPeriod { get; set; } = TimeSpan.FromMinutes(30);
}

/// <summary>How long a subscription may go back. Here, 16,384 events of a provider at most, whatever their age.</summary>
public class StreamCacheEvictionOptions
{
    /// <summary>How long an event is kept at least: 5 min by default.</summary>
    public TimeSpan DataMinTimeInCache { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How much older than the newest an event may be: 30 min by default.</summary>
    public TimeSpan DataMaxAgeInCache { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long it is known which event a stream lost last: 10 min by default. Without effect here, where it is never forgotten.</summary>
    public TimeSpan? MetadataMinTimeInCache { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>Into how many queues a stream provider spreads its streams. Without effect here, where nobody waits for a queue.</summary>
public class HashRingStreamQueueMapperOptions
{
    /// <summary>How many queues: 8 by default.</summary>
    public int TotalQueueCount { get; set; } = 8;
}
