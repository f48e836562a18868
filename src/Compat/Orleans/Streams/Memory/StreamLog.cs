using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>A stream of the memory provider: its events in order, and its subscriptions, each with a place of its own.</summary>
internal sealed class StreamLog
{
    /// <summary>How many events may wait for one consumer.</summary>
    public const int MaxWaiting = 16_384;

    private readonly Lock _gate = new();
    private volatile StreamSubscription[] _subscriptions;
    private volatile StreamEvent _newest;

    // From here on events wait for the subscriptions that are still to be loaded; null when they are.
    private volatile StreamEvent? _waiting;

    public StreamLog(MemoryStreamProvider provider, StreamId id)
    {
        (Provider, Id) = (provider, id);
        _newest = new StreamStart();
        _subscriptions = [.. provider.ImplicitSubscriptionsOf(this)];
        Book = provider.OpenBook(this);
        if (Book is not null) _waiting = _newest;
    }

    public MemoryStreamProvider Provider { get; }

    public StreamId Id { get; }

    /// <summary>The stored subscriptions; null when the provider has implicit ones only.</summary>
    public SubscriptionBook? Book { get; }

    public IReadOnlyList<StreamSubscription> Subscriptions => _subscriptions;

    /// <summary>The last event, or the place before the first.</summary>
    public StreamEvent Newest => _newest;

    /// <summary>The oldest event in the cache; null when none is there. Touched by the cache only, as is what follows.</summary>
    public StreamEvent? Oldest { get; private set; }

    /// <summary>The sequence number of the event that left the cache last; null when none did.</summary>
    public long? LastEvicted { get; private set; }

    /// <summary>Whether a consumer that works is so far behind that nothing more may be published.</summary>
    public bool IsFull
    {
        get
        {
            if (_waiting is { } waiting && IsTooFar(waiting)) return true;
            foreach (var one in _subscriptions)
            {
                if (one.IsFull) return true;
            }
            return false;
        }
    }

    public bool IsTooFar(StreamEvent place) => _newest.Position - place.Position >= MaxWaiting;

    public void Append(StreamEvent added, long sequenceNumber, long now)
    {
        _newest.Append(added, sequenceNumber, now);
        _newest = added;
        Oldest ??= added;
    }

    public void Evict(StreamEvent oldest) => (Oldest, LastEvicted) = (oldest.Next, oldest.SequenceNumber);

    /// <summary>Delivers what was appended, now or as soon as the subscriptions are loaded.</summary>
    public void Wake()
    {
        if (_waiting is not null) Book!.LoadInBackground();
        foreach (var one in _subscriptions) one.Wake();
    }

    /// <summary>The subscription begins with what is published from now on, or where it was placed before.</summary>
    public void Add(StreamSubscription added)
    {
        added.PlaceAt(_newest);
        lock (_gate) _subscriptions = [.. _subscriptions, added];
        added.Wake();
    }

    public void Remove(Guid id)
    {
        lock (_gate)
        {
            foreach (var one in _subscriptions.Where(one => one.Id == id)) one.End();
            _subscriptions = [.. _subscriptions.Where(one => one.Id != id)];
        }
    }

    /// <summary>The stored subscriptions are these. Those that are new begin with the first event that waits for them.</summary>
    public void Take(IReadOnlyList<StoredSubscription> stored)
    {
        foreach (var gone in _subscriptions.Where(one => one.IsStored && stored.All(row => row.Id != one.Id))) Remove(gone.Id);
        foreach (var row in stored.Where(row => _subscriptions.All(one => one.Id != row.Id)))
        {
            var added = new GrainSubscription(this, row.Id, row.Consumer, row.FilterData);
            if (_waiting is { } waiting) added.PlaceAt(waiting);
            Add(added);
        }
        _waiting = null;
    }
}
