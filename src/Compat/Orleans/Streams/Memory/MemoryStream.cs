using Fincord.OrleansCompat;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>A stream of the memory provider, with its events' type.</summary>
internal sealed class MemoryStream<T>(MemoryStreamProvider provider, StreamId id) : IAsyncStream<T>
{
    public StreamId StreamId => id;

    public string ProviderName => provider.Name;

    public bool IsRewindable => provider.IsRewindable;

    public Task OnNextAsync(T item, StreamSequenceToken? token = null) => Publish([DeepCopy.Of(item)], token);

    public Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null) =>
        Publish([.. batch.Select(item => DeepCopy.Of(item))], token);

    public Task OnCompletedAsync() =>
        provider.Publish(id, new StreamCompleted(provider.NextSequenceNumber()) { Context = RequestContext.Current });

    public Task OnErrorAsync(Exception ex) =>
        provider.Publish(id, new StreamFailed(provider.NextSequenceNumber(), ex) { Context = RequestContext.Current });

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer) => SubscribeAsync(observer, token: null);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null)
    {
        if (observer is GrainReference) throw new ArgumentException("A grain subscribes by itself; a reference cannot.", nameof(observer));
        if (filterData is not null) throw new NotSupportedException("Stream filters are not part of this implementation.");
        return Subscribe(new StreamHandler<T>(observer, batch: null), token);
    }

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncBatchObserver<T> observer) => SubscribeAsync(observer, token: null);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncBatchObserver<T> observer, StreamSequenceToken? token) =>
        Subscribe(new StreamHandler<T>(single: null, observer), token);

    public Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles() => Task.FromResult<IList<StreamSubscriptionHandle<T>>>(
        [.. provider.SubscriptionsOf(id, Activation.Current).Select(one => new SubscriptionHandle<T>(one))]);

    public bool Equals(IAsyncStream<T>? other) => other is not null && id == other.StreamId && ProviderName == other.ProviderName;

    public override bool Equals(object? obj) => Equals(obj as IAsyncStream<T>);

    public override int GetHashCode() => id.GetHashCode();

    public int CompareTo(IAsyncStream<T>? other) => other is null ? 1 : id.CompareTo(other.StreamId);

    private Task Publish(T[] items, StreamSequenceToken? token)
    {
        MemoryStreamProvider.RefuseToken(token);
        return provider.Publish(id, new StreamItems<T>(provider.NextSequenceNumber(), provider.Silo.Wire?.Carry(items) ?? items) { Context = RequestContext.Current });
    }

    private Task<StreamSubscriptionHandle<T>> Subscribe(StreamHandler<T> handler, StreamSequenceToken? token)
    {
        MemoryStreamProvider.RefuseToken(token);
        var subscription = provider.Subscribe(id, Activation.Current);
        subscription.Attach(handler);
        return Task.FromResult<StreamSubscriptionHandle<T>>(new SubscriptionHandle<T>(subscription));
    }
}
