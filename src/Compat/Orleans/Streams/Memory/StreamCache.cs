using Orleans.Configuration;
using Orleans.Providers.Streams.Common;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>
/// The order of the events of all streams of a provider, and those among them that a subscription may begin with: the youngest, as old as
/// the options say, and so many at most.
/// </summary>
internal sealed class StreamCache(Silo silo, StreamCacheEvictionOptions eviction)
{
    public const int Capacity = 16_384;

    private readonly Lock _gate = new();
    private readonly Queue<(StreamLog Stream, StreamEvent Event)> _events = new();
    private readonly long _leastTime = silo.ToTimestampTicks(eviction.DataMinTimeInCache);
    private readonly long _greatestAge = silo.ToTimestampTicks(eviction.DataMaxAgeInCache);

    // A clock's reading, so that a token from before a restart is older than everything after it.
    private long _sequenceNumber = silo.Time.GetUtcNow().Ticks;

    /// <summary>Appends an event to its stream.</summary>
    public void Add(StreamLog stream, StreamEvent added)
    {
        var now = silo.Time.GetTimestamp();
        lock (_gate)
        {
            Evict(now);
            stream.Append(added, ++_sequenceNumber, now);
            _events.Enqueue((stream, added));
        }
    }

    /// <summary>
    /// The place from which a subscription gets the event of a token, or with <paramref name="isAfter"/> what follows it. Null when the
    /// cache has nothing of the stream, or no longer what was asked for: that is a miss.
    /// </summary>
    public StreamEvent? PlaceOf(StreamLog stream, StreamSequenceToken token, bool isAfter, out QueueCacheMissException? miss)
    {
        lock (_gate)
        {
            miss = null;
            if (stream.Oldest is not { } oldest) return null;
            if (token.SequenceNumber < oldest.SequenceNumber && !(stream.LastEvicted <= token.SequenceNumber))
            {
                miss = new(token, new EventSequenceToken(oldest.SequenceNumber), new EventSequenceToken(stream.Newest.SequenceNumber));
                return null;
            }
            StreamEvent place = new StreamStart(before: oldest);
            while (place.Next is { } next && next.IsBefore(token, isAfter)) place = next;
            return place;
        }
    }

    // An event goes when it has been here for long enough and is much older than the newest, or for want of room.
    private void Evict(long now)
    {
        while (_events.TryPeek(out var oldest)
            && (_events.Count >= Capacity || (now - oldest.Event.AcceptedAt > _leastTime && now - oldest.Event.AcceptedAt > _greatestAge)))
        {
            _events.Dequeue();
            oldest.Stream.Evict(oldest.Event);
        }
    }
}
