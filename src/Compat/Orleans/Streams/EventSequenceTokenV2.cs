using Orleans.Streams;

namespace Orleans.Providers.Streams.Common;

/// <summary>A place in a stream: the number of the batch, then the number within the batch.</summary>
public class EventSequenceTokenV2 : StreamSequenceToken
{
    /// <summary>The place of a batch.</summary>
    public EventSequenceTokenV2(long seqNumber)
        : this(seqNumber, 0)
    {
    }

    /// <summary>The place of an event.</summary>
    public EventSequenceTokenV2(long seqNumber, int eventInd) => (SequenceNumber, EventIndex) = (seqNumber, eventInd);

    /// <inheritdoc/>
    public sealed override long SequenceNumber { get; protected set; }

    /// <inheritdoc/>
    public sealed override int EventIndex { get; protected set; }

    /// <inheritdoc/>
    public override bool Equals(StreamSequenceToken? other) =>
        other is EventSequenceTokenV2 && SequenceNumber == other.SequenceNumber && EventIndex == other.EventIndex;

    /// <inheritdoc/>
    public override int CompareTo(StreamSequenceToken? other) =>
        other is null ? 1 : (SequenceNumber, EventIndex).CompareTo((other.SequenceNumber, other.EventIndex));

    /// <summary>Both numbers.</summary>
    public override string ToString() => $"[EventSequenceTokenV2: SeqNum={SequenceNumber}, EventIndex={EventIndex}]";
}
