using Fincord.OrleansCompat;
using Orleans.Providers.Streams.Common;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>What was published at once.</summary>
internal abstract class StreamEvent(long sequenceNumber)
{
    protected long SequenceNumber { get; } = sequenceNumber;

    /// <summary>When the provider accepted the event, by the silo's clock.</summary>
    public long AcceptedAt { get; set; }

    /// <summary>The request context of the producer.</summary>
    public RequestContextData? Context { get; init; }
}

/// <summary>Published events of a type; nobody else has these objects.</summary>
internal sealed class StreamItems<T>(long sequenceNumber, T[] items) : StreamEvent(sequenceNumber)
{
    /// <summary>Copies of the events, one for each time they are delivered.</summary>
    public IEnumerable<SequentialItem<T>> Copies() =>
        items.Select((item, index) => new SequentialItem<T>(DeepCopy.Of(item), new EventSequenceTokenV2(SequenceNumber, index)));
}

/// <summary>The producer said that nothing will follow.</summary>
internal sealed class StreamCompleted(long sequenceNumber) : StreamEvent(sequenceNumber);

/// <summary>The producer said that something failed, or an event was given up.</summary>
internal sealed class StreamFailed(long sequenceNumber, Exception failure) : StreamEvent(sequenceNumber)
{
    public Exception Failure => failure;
}
