using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>An observer, for any kind of event.</summary>
internal abstract class StreamHandler
{
    public abstract Task Handle(StreamEvent streamEvent);
}

/// <summary>An observer of events, one by one or in batches.</summary>
internal sealed class StreamHandler<T>(IAsyncObserver<T>? single, IAsyncBatchObserver<T>? batch) : StreamHandler
{
    public override Task Handle(StreamEvent streamEvent) => streamEvent switch
    {
        StreamItems<T> items => batch is null ? HandleEach(items) : batch.OnNextAsync([.. items.Copies()]),
        StreamEvents several => batch is null ? HandleEach(several) : batch.OnNextAsync([.. several.All.SelectMany(one => ItemsOf(one).Copies())]),
        StreamFailed failed => batch?.OnErrorAsync(failed.Failure) ?? single!.OnErrorAsync(failed.Failure),
        _ => throw new InvalidCastException($"The stream carries {streamEvent.GetType().GetGenericArguments()[0]}, not {typeof(T)}."),
    };

    private static StreamItems<T> ItemsOf(StreamEvent streamEvent) => streamEvent as StreamItems<T>
        ?? throw new InvalidCastException($"The stream carries {streamEvent.GetType().GetGenericArguments()[0]}, not {typeof(T)}.");

    private async Task HandleEach(StreamItems<T> items)
    {
        foreach (var item in items.Copies()) await single!.OnNextAsync(item.Item, item.Token);
    }

    private async Task HandleEach(StreamEvents several)
    {
        foreach (var one in several.All)
        {
            RequestContext.Current = one.Context;
            await HandleEach(ItemsOf(one));
        }
    }
}

/// <summary>The observer of a subscription, and the token that it was resumed with.</summary>
internal sealed class AttachedHandler(StreamHandler handler, StreamSequenceToken? token)
{
    public StreamHandler Handler => handler;

    public StreamSequenceToken? Token => token;
}
