using Orleans.Runtime;

namespace Orleans.Streams;

internal sealed class SubscriptionHandle<T>(StreamSubscription subscription) : StreamSubscriptionHandle<T>
{
    private bool _isUsed;

    public override StreamId StreamId => subscription.Stream.Id;

    public override string ProviderName => subscription.Stream.Provider.Name;

    public override Guid HandleId => subscription.Id;

    public override async Task UnsubscribeAsync()
    {
        RefuseUsed();
        await subscription.Stream.Provider.Unsubscribe(subscription);
        _isUsed = true;         // not before: when the store fails, the caller may try again
    }

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null) =>
        Resume(new StreamHandler<T>(observer, batch: null), token);

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncBatchObserver<T> observer, StreamSequenceToken? token = null) =>
        Resume(new StreamHandler<T>(single: null, observer), token);

    public override bool Equals(StreamSubscriptionHandle<T>? other) =>
        other is not null && HandleId == other.HandleId && StreamId == other.StreamId && ProviderName == other.ProviderName;

    private Task<StreamSubscriptionHandle<T>> Resume(StreamHandler<T> handler, StreamSequenceToken? token)
    {
        RefuseUsed();
        subscription.Attach(handler, token);
        _isUsed = true;
        return Task.FromResult<StreamSubscriptionHandle<T>>(new SubscriptionHandle<T>(subscription));
    }

    private void RefuseUsed()
    {
        if (_isUsed) throw new InvalidOperationException("The handle was used or unsubscribed; use the one that ResumeAsync returned.");
    }
}
