using Orleans.Runtime;

namespace Orleans.Streams;

internal sealed class SubscriptionHandle<T>(StreamSubscription subscription) : StreamSubscriptionHandle<T>
{
    private bool _isUsed;

    public override StreamId StreamId => subscription.Stream;

    public override string ProviderName => subscription.Provider.Name;

    public override Guid HandleId => subscription.Id;

    public override Task UnsubscribeAsync()
    {
        Use();
        subscription.Provider.Unsubscribe(subscription);
        return Task.CompletedTask;
    }

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null) =>
        Resume(new StreamHandler<T>(observer, batch: null), token);

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncBatchObserver<T> observer, StreamSequenceToken? token = null) =>
        Resume(new StreamHandler<T>(single: null, observer), token);

    public override bool Equals(StreamSubscriptionHandle<T>? other) =>
        other is not null && HandleId == other.HandleId && StreamId == other.StreamId && ProviderName == other.ProviderName;

    private Task<StreamSubscriptionHandle<T>> Resume(StreamHandler<T> handler, StreamSequenceToken? token)
    {
        MemoryStreamProvider.RefuseToken(token);
        Use();
        subscription.Attach(handler);
        return Task.FromResult<StreamSubscriptionHandle<T>>(new SubscriptionHandle<T>(subscription));
    }

    private void Use()
    {
        if (_isUsed) throw new InvalidOperationException("The handle was used or unsubscribed; use the one that ResumeAsync returned.");
        _isUsed = true;
    }
}
