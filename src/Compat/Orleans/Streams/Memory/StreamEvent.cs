using Fincord.OrleansCompat;
using Orleans.Providers.Streams.Common;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>
/// What was published at once. The events of a stream are a chain: a subscription holds the one that it got last, and by that all that it
/// has yet to get, whether the cache still has them or not.
/// </summary>
internal abstract class StreamEvent
{
    private volatile StreamEvent? _next;

    /// <summary>The event's number among those of all streams of the provider.</summary>
    public long SequenceNumber { get; private set; }

    /// <summary>The event's number among those of its stream.</summary>
    public long Position { get; protected set; }

    /// <summary>When the provider accepted the event, by the silo's clock.</summary>
    public long AcceptedAt { get; private set; }

    /// <summary>The request context of the producer.</summary>
    public RequestContextData? Context { get; init; }

    /// <summary>The event that was accepted next; null while there is none.</summary>
    public StreamEvent? Next
    {
        get => _next;
        protected init => _next = value;
    }

    /// <summary>The event, or of several the first.</summary>
    public virtual StreamEvent First => this;

    /// <summary>How many items were published at once.</summary>
    public virtual int Count => 0;

    /// <summary>Whether one of the items is wanted.</summary>
    public virtual bool Has(Func<object, bool> isWanted) => true;

    /// <summary>Accepts the next event; it becomes visible with everything that it is to have.</summary>
    public void Append(StreamEvent next, long sequenceNumber, long acceptedAt)
    {
        (next.SequenceNumber, next.AcceptedAt, next.Position) = (sequenceNumber, acceptedAt, Position + 1);
        _next = next;
    }

    /// <summary>Whether all of the event comes before the token; with <paramref name="orAt"/>, or ends at it.</summary>
    public bool IsBefore(StreamSequenceToken token, bool orAt) =>
        SequenceNumber < token.SequenceNumber || (orAt && SequenceNumber == token.SequenceNumber && token.EventIndex >= Count - 1);
}

/// <summary>No event, but the place before one.</summary>
internal sealed class StreamStart : StreamEvent
{
    /// <summary>The place before the first event of a stream.</summary>
    public StreamStart()
    {
    }

    /// <summary>The place before this event.</summary>
    public StreamStart(StreamEvent before) => (Next, Position) = (before, before.Position - 1);
}

/// <summary>Published items of a type; nobody else has these objects.</summary>
internal sealed class StreamItems<T>(T[] items) : StreamEvent
{
    public override int Count => items.Length;

    public override bool Has(Func<object, bool> isWanted) => Array.Exists(items, item => isWanted(item!));

    /// <summary>Copies of the items, one for each time they are delivered.</summary>
    public IEnumerable<SequentialItem<T>> Copies() =>
        items.Select((item, index) => new SequentialItem<T>(DeepCopy.Of(item), new EventSequenceToken(SequenceNumber, index)));
}

/// <summary>Several events that are delivered at once.</summary>
internal sealed class StreamEvents(IReadOnlyList<StreamEvent> events) : StreamEvent
{
    public IReadOnlyList<StreamEvent> All => events;

    public override StreamEvent First => events[0];
}

/// <summary>Something failed: an event was given up, or is no longer there.</summary>
internal sealed class StreamFailed(Exception failure) : StreamEvent
{
    public Exception Failure => failure;
}
