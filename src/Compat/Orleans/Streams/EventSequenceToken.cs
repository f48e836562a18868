using Orleans.Streams;

namespace Orleans.Providers.Streams.Common;

/// <summary>A place in a stream, as the memory provider gives it: the number of the batch, then the number within the batch.</summary>
public class EventSequenceToken : StreamSequenceToken
{
    /// <summary>The place of a batch.</summary>
    public EventSequenceToken(long sequenceNumber)
        : this(sequenceNumber, 0)
    {
    }

    /// <summary>The place of an event.</summary>
    public EventSequenceToken(long sequenceNumber, int eventIndex) => (SequenceNumber, EventIndex) = (sequenceNumber, eventIndex);

    /// <inheritdoc/>
    public sealed override long SequenceNumber { get; protected set; }

    /// <inheritdoc/>
    public sealed override int EventIndex { get; protected set; }

    /// <summary>The place of an event of this batch.</summary>
    public EventSequenceToken CreateSequenceTokenForEvent(int eventInd) => new(SequenceNumber, eventInd);

    /// <inheritdoc/>
    public override bool Equals(StreamSequenceToken? other) =>
        other is EventSequenceToken && SequenceNumber == other.SequenceNumber && EventIndex == other.EventIndex;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The other token is of another kind.</exception>
    public override int CompareTo(StreamSequenceToken? other) => other switch
    {
        null => 1,
        EventSequenceToken => (SequenceNumber, EventIndex).CompareTo((other.SequenceNumber, other.EventIndex)),
        _ => throw new ArgumentOutOfRangeException(nameof(other)),
    };

    /// <summary>Both numbers.</summary>
    public override string ToString() => $"[EventSequenceToken: SeqNum={SequenceNumber}, EventIndex={EventIndex}]";
}
