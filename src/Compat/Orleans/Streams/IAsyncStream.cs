using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>Makes streams.</summary>
public interface IStreamProvider
{
    /// <summary>The provider's name.</summary>
    string Name { get; }

    /// <summary>Whether a subscription may begin in the past.</summary>
    bool IsRewindable { get; }

    /// <summary>The stream with this identity: a local operation that creates nothing.</summary>
    IAsyncStream<T> GetStream<T>(StreamId streamId);
}

/// <summary>Takes events.</summary>
/// <typeparam name="T">Their type.</typeparam>
public interface IAsyncObserver<in T>
{
    /// <summary>Takes an event.</summary>
    Task OnNextAsync(T item, StreamSequenceToken? token = null);

    /// <summary>Nothing will follow.</summary>
    Task OnCompletedAsync();

    /// <summary>Something failed.</summary>
    Task OnErrorAsync(Exception ex);
}

/// <summary>Takes events in batches.</summary>
/// <typeparam name="T">Their type.</typeparam>
public interface IAsyncBatchObserver<T>
{
    /// <summary>Takes events.</summary>
    Task OnNextAsync(IList<SequentialItem<T>> items);

    /// <summary>Nothing will follow.</summary>
    Task OnCompletedAsync();

    /// <summary>Something failed.</summary>
    Task OnErrorAsync(Exception ex);
}

/// <summary>An event of a batch.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <param name="item">The event.</param>
/// <param name="token">Its place in the stream.</param>
public class SequentialItem<T>(T item, StreamSequenceToken token)
{
    /// <summary>The event.</summary>
    public T Item { get; } = item;

    /// <summary>Its place in the stream.</summary>
    public StreamSequenceToken Token { get; } = token;
}

/// <summary>Can be subscribed to.</summary>
/// <typeparam name="T">The events' type.</typeparam>
public interface IAsyncObservable<T>
{
    /// <summary>Subscribes; the subscription lasts until it is ended through its handle.</summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer);

    /// <summary>Subscribes from a place in the stream on.</summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null);
}

/// <summary>Can be subscribed to in batches.</summary>
/// <typeparam name="T">The events' type.</typeparam>
public interface IAsyncBatchObservable<T>
{
    /// <summary>Subscribes; the subscription lasts until it is ended through its handle.</summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncBatchObserver<T> observer);

    /// <summary>Subscribes from a place in the stream on.</summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncBatchObserver<T> observer, StreamSequenceToken? token);
}

/// <summary>Takes several events at once.</summary>
/// <typeparam name="T">Their type.</typeparam>
public interface IAsyncBatchProducer<T> : IAsyncObserver<T>
{
    /// <summary>Takes events.</summary>
    Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null);
}

/// <summary>A stream, as anything sees it that does not know its events' type.</summary>
public interface IAsyncStream
{
    /// <summary>Whether a subscription may begin in the past.</summary>
    bool IsRewindable { get; }

    /// <summary>The provider's name.</summary>
    string ProviderName { get; }

    /// <summary>The stream's identity.</summary>
    StreamId StreamId { get; }
}

/// <summary>A stream of events. Publishing is accepted by the provider; that says nothing about consumers.</summary>
/// <typeparam name="T">The events' type.</typeparam>
public interface IAsyncStream<T> : IAsyncStream, IEquatable<IAsyncStream<T>>, IComparable<IAsyncStream<T>>,
    IAsyncObservable<T>, IAsyncBatchObservable<T>, IAsyncBatchProducer<T>
{
    /// <summary>The subscriptions of the grain that asks.</summary>
    Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles();
}

/// <summary>A subscription.</summary>
/// <typeparam name="T">The events' type.</typeparam>
public abstract class StreamSubscriptionHandle<T> : IEquatable<StreamSubscriptionHandle<T>>
{
    /// <summary>The stream.</summary>
    public abstract StreamId StreamId { get; }

    /// <summary>The stream's provider.</summary>
    public abstract string ProviderName { get; }

    /// <summary>The subscription's identity.</summary>
    public abstract Guid HandleId { get; }

    /// <summary>Ends the subscription.</summary>
    public abstract Task UnsubscribeAsync();

    /// <summary>Attaches an observer to the subscription, in place of an earlier one; this handle is replaced by the returned one.</summary>
    public abstract Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null);

    /// <summary>Attaches an observer to the subscription, in place of an earlier one; this handle is replaced by the returned one.</summary>
    public abstract Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncBatchObserver<T> observer, StreamSequenceToken? token = null);

    /// <inheritdoc/>
    public abstract bool Equals(StreamSubscriptionHandle<T>? other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StreamSubscriptionHandle<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HandleId.GetHashCode();
}

/// <summary>A place in a stream.</summary>
public abstract class StreamSequenceToken : IEquatable<StreamSequenceToken>, IComparable<StreamSequenceToken>
{
    /// <summary>The number of the batch.</summary>
    public abstract long SequenceNumber { get; protected set; }

    /// <summary>The number within the batch.</summary>
    public abstract int EventIndex { get; protected set; }

    /// <inheritdoc/>
    public abstract bool Equals(StreamSequenceToken? other);

    /// <summary>Orders by place.</summary>
    public abstract int CompareTo(StreamSequenceToken? other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StreamSequenceToken);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SequenceNumber, EventIndex);
}

/// <summary>Who may subscribe to a provider's streams.</summary>
public enum StreamPubSubType
{
    /// <summary>Whoever calls SubscribeAsync, and classes with <see cref="ImplicitStreamSubscriptionAttribute"/>.</summary>
    ExplicitGrainBasedAndImplicit = 0,

    /// <summary>Whoever calls SubscribeAsync.</summary>
    ExplicitGrainBasedOnly = 1,

    /// <summary>Classes with <see cref="ImplicitStreamSubscriptionAttribute"/>.</summary>
    ImplicitOnly = 2,
}
