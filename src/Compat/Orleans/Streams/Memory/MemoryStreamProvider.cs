using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;
using Orleans.Streams.Filtering;

namespace Orleans.Streams;

/// <summary>Streams that live in memory: accepted events are lost when the process ends, explicit subscriptions of grains are stored.</summary>
internal sealed class MemoryStreamProvider : IStreamProvider
{
    private readonly ConcurrentDictionary<StreamId, StreamLog> _streams = new();
    private readonly StreamPubSubType _pubSub;
    private readonly IStreamFilter? _filter;
    private readonly IGrainStorage? _storage;

    public MemoryStreamProvider(string name, IServiceProvider services)
    {
        (Name, Silo) = (name, services.GetRequiredService<Silo>());
        _pubSub = Options<StreamPubSubOptions>().PubSubType;
        _filter = services.GetKeyedService<IStreamFilter>(name);
        _storage = SubscriptionStore.Find(services, name);
        (MaxEventDeliveryTime, BatchSize) =
            (Options<StreamPullingAgentOptions>().MaxEventDeliveryTime, Math.Max(1, Options<StreamPullingAgentOptions>().BatchContainerBatchSize));
        Cache = new(Silo, Options<StreamCacheEvictionOptions>());

        TOptions Options<TOptions>() => services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);
    }

    public string Name { get; }

    public bool IsRewindable => true;

    public Silo Silo { get; }

    public StreamCache Cache { get; }

    public TimeSpan MaxEventDeliveryTime { get; }

    /// <summary>How many events are delivered at once, at most.</summary>
    public int BatchSize { get; }

    public IAsyncStream<T> GetStream<T>(StreamId streamId) => new MemoryStream<T>(this, streamId);

    /// <summary>Accepts an event.</summary>
    /// <exception cref="InvalidOperationException">A consumer is so far behind that its queue is full.</exception>
    public Task Publish(StreamId id, StreamEvent streamEvent)
    {
        var stream = LogOf(id);
        if (stream.IsFull)
        {
            throw new InvalidOperationException(
                $"Can not enqueue since the count has reached its maximum of {StreamLog.MaxWaiting}: a consumer of {id} is too slow.");
        }
        Cache.Add(stream, streamEvent);
        Silo.Instruments.Streams.Read(Name, events: 1);
        stream.Wake();
        return Task.CompletedTask;
    }

    /// <summary>The subscriptions of a grain, or with null those of clients.</summary>
    public async Task<IEnumerable<StreamSubscription>> SubscriptionsOf(StreamId id, Activation? consumer)
    {
        var stream = LogOf(id);
        if (consumer is not null && ImplicitOf(stream, consumer) is null && stream.Book is { } book) await book.Load();
        return stream.Subscriptions.Where(one => one.BelongsTo(consumer));
    }

    /// <summary>A new subscription with an observer; a grain that is subscribed implicitly attaches it to that one.</summary>
    public async Task<StreamSubscription> Subscribe(
        StreamId id, Activation? consumer, StreamHandler handler, StreamSequenceToken? token, string? filterData)
    {
        var stream = LogOf(id);
        if (consumer is not null && ImplicitOf(stream, consumer) is { } existing)
        {
            existing.Attach(handler, token);
            return existing;
        }
        if (stream.Book is not { } book) throw new InvalidOperationException($"Stream provider '{Name}' has implicit subscriptions only.");
        if (consumer is null)
        {
            var ofClient = new ClientSubscription(stream, filterData);
            ofClient.Attach(handler, token: null);
            if (token is not null) ofClient.PlaceAt(token);
            stream.Add(ofClient);
            return ofClient;
        }
        var ofGrain = new GrainSubscription(stream, NewExplicitId(), consumer.GrainId, filterData);
        ofGrain.Attach(handler, token: null);           // at first, as an event may come before the store has answered
        try
        {
            await book.Add(ofGrain, token);
        }
        catch
        {
            ofGrain.Detach();
            throw;
        }
        return ofGrain;
    }

    public async Task Unsubscribe(StreamSubscription subscription)
    {
        subscription.Detach();
        if (subscription is GrainSubscription { IsStored: true } stored) await stored.Stream.Book!.Remove(stored);
        else if (subscription is ClientSubscription) subscription.Stream.Remove(subscription.Id);
    }

    /// <summary>Whether the filter lets an event pass, because of one of its items or because the filter failed.</summary>
    public bool ShouldDeliver(StreamEvent streamEvent, StreamSubscription subscription)
    {
        if (_filter is null) return true;
        try
        {
            return streamEvent.Has(item => _filter.ShouldDeliver(subscription.Stream.Id, item, subscription.FilterData));
        }
        // A filter that fails loses nothing.
        catch (Exception failure)
        {
            Silo.Logger.LogWarning(failure, "The filter of stream {Stream} failed.", subscription.Stream.Id);
            return true;
        }
    }

    /// <summary>The grains whose classes subscribe to the stream.</summary>
    public IEnumerable<GrainSubscription> ImplicitSubscriptionsOf(StreamLog stream)
    {
        if (_pubSub is StreamPubSubType.ExplicitGrainBasedOnly || stream.Id.GetNamespace() is not { } ns) return [];
        return Silo.Classes.All.Where(one => one.ImplicitSubscriptions.Any(attribute => attribute.Predicate.IsMatch(ns))).Select(one =>
            GrainSubscription.Implicit(stream, ImplicitId(stream.Id, one), new(one.GrainType, GrainKey(stream.Id, one))));
    }

    /// <summary>The stored subscriptions of a stream; null when there are implicit ones only.</summary>
    public SubscriptionBook? OpenBook(StreamLog stream) =>
        _pubSub is StreamPubSubType.ImplicitOnly || _storage is null ? null : new(stream, _storage);

    private static GrainSubscription? ImplicitOf(StreamLog stream, Activation consumer) =>
        stream.Subscriptions.OfType<GrainSubscription>().FirstOrDefault(one => one.IsImplicit && one.BelongsTo(consumer));

    private StreamLog LogOf(StreamId id) => _streams.TryGetValue(id, out var known) ? known : _streams.GetOrAdd(id, new StreamLog(this, id));

    // The same subscription has the same identity after every start. The highest bit tells implicit ones from explicit ones.
    private Guid ImplicitId(StreamId stream, GrainClass consumer)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{stream}\n{consumer.GrainType}")).AsSpan(0, 16);
        bytes[15] |= 0x80;
        return new(bytes);
    }

    private static Guid NewExplicitId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes);
        bytes[15] &= 0x7f;
        return new(bytes);
    }

    private static IdSpan GrainKey(StreamId stream, GrainClass consumer) =>
        consumer.HasIntegerKey && long.TryParse(stream.GetKeyAsString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? GrainIdKeyExtensions.CreateIntegerKey(number)
            : IdSpan.Create(stream.GetKeyAsString());
}
