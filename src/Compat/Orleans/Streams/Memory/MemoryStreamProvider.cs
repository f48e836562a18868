using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>Streams that live in memory: accepted events are lost when the process ends.</summary>
internal sealed class MemoryStreamProvider(string name, Silo silo, StreamPubSubOptions pubSub, StreamPullingAgentOptions agent) : IStreamProvider
{
    /// <summary>How many events may wait for one consumer before publishing is refused.</summary>
    public const int MaxQueueLength = 16_384;

    private readonly ConcurrentDictionary<StreamId, ImmutableArray<StreamSubscription>> _streams = new();
    private readonly Lock _gate = new();
    private long _sequenceNumber;

    public string Name => name;

    public bool IsRewindable => true;

    public Silo Silo => silo;

    public TimeSpan MaxEventDeliveryTime => agent.MaxEventDeliveryTime;

    public static void RefuseToken(StreamSequenceToken? token)
    {
        if (token is not null) throw new NotSupportedException("Sequence tokens of the caller are not part of this implementation.");
    }

    public IAsyncStream<T> GetStream<T>(StreamId streamId) => new MemoryStream<T>(this, streamId);

    public long NextSequenceNumber() => Interlocked.Increment(ref _sequenceNumber);

    /// <summary>Accepts an event: queues it for each subscription.</summary>
    /// <exception cref="InvalidOperationException">A consumer is so far behind that its queue is full.</exception>
    public Task Publish(StreamId stream, StreamEvent streamEvent)
    {
        var subscriptions = SubscriptionsOf(stream);
        if (subscriptions.Any(one => one.IsFull))
        {
            throw new InvalidOperationException(
                $"Can not enqueue since the count has reached its maximum of {MaxQueueLength}: a consumer of {stream} is too slow.");
        }
        streamEvent.AcceptedAt = silo.Time.GetTimestamp();
        foreach (var subscription in subscriptions) subscription.Enqueue(streamEvent);
        return Task.CompletedTask;
    }

    /// <summary>The subscriptions of a grain, or with null those of clients.</summary>
    public IEnumerable<StreamSubscription> SubscriptionsOf(StreamId stream, Activation? consumer) =>
        SubscriptionsOf(stream).Where(one => one.BelongsTo(consumer));

    /// <summary>A new subscription; a grain that is subscribed implicitly gets that one.</summary>
    public StreamSubscription Subscribe(StreamId stream, Activation? consumer)
    {
        if (SubscriptionsOf(stream, consumer).FirstOrDefault(one => one.IsImplicit) is { } existing) return existing;
        if (pubSub.PubSubType is StreamPubSubType.ImplicitOnly)
            throw new InvalidOperationException($"Stream provider '{name}' has implicit subscriptions only.");
        StreamSubscription added = consumer is null
            ? new ClientSubscription(this, stream)
            : new GrainSubscription(this, stream, Guid.NewGuid(), consumer.GrainId, isImplicit: false);
        lock (_gate) _streams[stream] = SubscriptionsOf(stream).Add(added);
        return added;
    }

    public void Unsubscribe(StreamSubscription subscription)
    {
        if (subscription.IsImplicit)
        {
            Activation.Current?.Extras.Streams?.Detach(subscription.Id);
            return;
        }
        subscription.End();
        lock (_gate) _streams[subscription.Stream] = SubscriptionsOf(subscription.Stream).Remove(subscription);
    }

    private ImmutableArray<StreamSubscription> SubscriptionsOf(StreamId stream) =>
        _streams.TryGetValue(stream, out var known) ? known : _streams.GetOrAdd(stream, Implicit);

    private ImmutableArray<StreamSubscription> Implicit(StreamId stream)
    {
        if (pubSub.PubSubType is StreamPubSubType.ExplicitGrainBasedOnly || stream.GetNamespace() is not { } ns) return [];
        return [.. silo.Classes.All.Where(one => one.ImplicitSubscriptions.Any(attribute => attribute.Predicate.IsMatch(ns))).Select(one =>
            new GrainSubscription(this, stream, ImplicitId(stream, one), new(one.GrainType, GrainKey(stream, one)), isImplicit: true))];
    }

    // The same subscription has the same identity after every start.
    private Guid ImplicitId(StreamId stream, GrainClass consumer) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{stream}\n{consumer.GrainType}")).AsSpan(0, 16));

    private static IdSpan GrainKey(StreamId stream, GrainClass consumer) =>
        consumer.HasIntegerKey && long.TryParse(stream.GetKeyAsString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? GrainIdKeyExtensions.CreateIntegerKey(number)
            : IdSpan.Create(stream.GetKeyAsString());
}
