using Fincord.OrleansCompat;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>A stream of the memory provider, with its events' type.</summary>
internal sealed class MemoryStream<T>(MemoryStreamProvider provider, StreamId id) : IAsyncStream<T>
{
    public StreamId StreamId => id;

    public string ProviderName => provider.Name;

    public bool IsRewindable => provider.IsRewindable;

    // A producer's token has no meaning here: the provider numbers the events itself.
    public Task OnNextAsync(T item, StreamSequenceToken? token = null) => Publish([DeepCopy.Of(item)]);

    public Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null) => Publish([.. batch.Select(item => DeepCopy.Of(item))]);

    public Task OnCompletedAsync() => throw new NotSupportedException("A producer cannot end a stream that is kept in a queue.");

    public Task OnErrorAsync(Exception ex) => throw new NotSupportedException("A producer cannot fail a stream that is kept in a queue.");

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer) => SubscribeAsync(observer, token: null);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null) =>
        Subscribe(observer, new StreamHandler<T>(observer, batch: null), token, filterData);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncBatchObserver<T> observer) => SubscribeAsync(observer, token: null);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncBatchObserver<T> observer, StreamSequenceToken? token) =>
        Subscribe(observer, new StreamHandler<T>(single: null, observer), token, filterData: null);

    public async Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles()
    {
        var subscriptions = await provider.SubscriptionsOf(id, Activation.Current);
        return [.. subscriptions.Select(one => new SubscriptionHandle<T>(one))];
    }

    public bool Equals(IAsyncStream<T>? other) => other is not null && id == other.StreamId && ProviderName == other.ProviderName;

    public override bool Equals(object? obj) => Equals(obj as IAsyncStream<T>);

    public override int GetHashCode() => id.GetHashCode();

    public int CompareTo(IAsyncStream<T>? other) => other is null ? 1 : id.CompareTo(other.StreamId);

    private Task Publish(T[] items) =>
        provider.Publish(id, new StreamItems<T>(provider.Silo.Wire?.Carry(items) ?? items) { Context = RequestContext.Current });

    private async Task<StreamSubscriptionHandle<T>> Subscribe(object observer, StreamHandler<T> handler, StreamSequenceToken? token, string? filterData)
    {
        ArgumentNullException.ThrowIfNull(observer);
        if (observer is GrainReference) throw new ArgumentException("A grain subscribes by itself; a reference cannot.", nameof(observer));
        return new SubscriptionHandle<T>(await provider.Subscribe(id, Activation.Current, handler, token, filterData));
    }
}
