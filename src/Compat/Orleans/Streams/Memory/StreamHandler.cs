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
        StreamFailed failed => batch?.OnErrorAsync(failed.Failure) ?? single!.OnErrorAsync(failed.Failure),
        StreamCompleted => batch?.OnCompletedAsync() ?? single!.OnCompletedAsync(),
        _ => throw new InvalidCastException($"The stream carries {streamEvent.GetType().GetGenericArguments()[0]}, not {typeof(T)}."),
    };

    private async Task HandleEach(StreamItems<T> items)
    {
        foreach (var item in items.Copies()) await single!.OnNextAsync(item.Item, item.Token);
    }
}
