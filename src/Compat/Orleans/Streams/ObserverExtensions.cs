namespace Orleans.Streams;

/// <summary>Subscribing with functions.</summary>
public static class AsyncObservableExtensions
{
    /// <summary>Subscribes with what is to be done with an event.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync) =>
        obs.SubscribeAsync(new FunctionObserver<T>(onNextAsync));

    /// <summary>Subscribes with what is to be done with an event and a failure.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Exception, Task> onErrorAsync) =>
        obs.SubscribeAsync(new FunctionObserver<T>(onNextAsync, onErrorAsync));

    /// <summary>Subscribes with what is to be done with an event, and at the end.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Task> onCompletedAsync) =>
        obs.SubscribeAsync(new FunctionObserver<T>(onNextAsync, onCompleted: onCompletedAsync));

    /// <summary>Subscribes with what is to be done with an event and a failure, and at the end.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Exception, Task> onErrorAsync, Func<Task> onCompletedAsync) =>
        obs.SubscribeAsync(new FunctionObserver<T>(onNextAsync, onErrorAsync, onCompletedAsync));

    /// <summary>Subscribes from a place in the stream on, with what is to be done with an event.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, StreamSequenceToken token) =>
        obs.SubscribeAsync(new FunctionObserver<T>(onNextAsync), token);

    /// <summary>Subscribes from a place in the stream on, with what is to be done with an event and a failure.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Exception, Task> onErrorAsync, StreamSequenceToken token) =>
        obs.SubscribeAsync(new FunctionObserver<T>(onNextAsync, onErrorAsync), token);

    /// <summary>Subscribes from a place in the stream on, with what is to be done with an event, and at the end.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Task> onCompletedAsync, StreamSequenceToken token) =>
        obs.SubscribeAsync(new FunctionObserver<T>(onNextAsync, onCompleted: onCompletedAsync), token);

    /// <summary>Subscribes from a place in the stream on, with what is to be done with an event and a failure, and at the end.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Exception, Task> onErrorAsync, Func<Task> onCompletedAsync, StreamSequenceToken token) =>
        obs.SubscribeAsync(new FunctionObserver<T>(onNextAsync, onErrorAsync, onCompletedAsync), token);
}

/// <summary>Subscribing to batches with functions.</summary>
public static class AsyncBatchObservableExtensions
{
    /// <summary>Subscribes with what is to be done with events.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncBatchObservable<T> obs, Func<IList<SequentialItem<T>>, Task> onNextAsync) =>
        obs.SubscribeAsync(new FunctionBatchObserver<T>(onNextAsync));

    /// <summary>Subscribes with what is to be done with events and a failure.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncBatchObservable<T> obs, Func<IList<SequentialItem<T>>, Task> onNextAsync, Func<Exception, Task> onErrorAsync) =>
        obs.SubscribeAsync(new FunctionBatchObserver<T>(onNextAsync, onErrorAsync));

    /// <summary>Subscribes with what is to be done with events, and at the end.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncBatchObservable<T> obs, Func<IList<SequentialItem<T>>, Task> onNextAsync, Func<Task> onCompletedAsync) =>
        obs.SubscribeAsync(new FunctionBatchObserver<T>(onNextAsync, onCompleted: onCompletedAsync));

    /// <summary>Subscribes with what is to be done with events and a failure, and at the end.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncBatchObservable<T> obs, Func<IList<SequentialItem<T>>, Task> onNextAsync, Func<Exception, Task> onErrorAsync, Func<Task> onCompletedAsync) =>
        obs.SubscribeAsync(new FunctionBatchObserver<T>(onNextAsync, onErrorAsync, onCompletedAsync));
}

/// <summary>Resuming with functions.</summary>
public static class StreamSubscriptionHandleExtensions
{
    /// <summary>Attaches what is to be done with an event; with a token, from what follows it on.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<T, StreamSequenceToken?, Task> onNextAsync,
        StreamSequenceToken? token = null) =>
        handle.ResumeAsync(new FunctionObserver<T>(onNextAsync), token);

    /// <summary>Attaches what is to be done with an event and a failure; with a token, from what follows it on.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Exception, Task> onErrorAsync,
        StreamSequenceToken? token = null) =>
        handle.ResumeAsync(new FunctionObserver<T>(onNextAsync, onErrorAsync), token);

    /// <summary>Attaches what is to be done with an event, and at the end; with a token, from what follows it on.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Task> onCompletedAsync,
        StreamSequenceToken? token = null) =>
        handle.ResumeAsync(new FunctionObserver<T>(onNextAsync, onCompleted: onCompletedAsync), token);

    /// <summary>Attaches what is to be done with an event and a failure, and at the end; with a token, from what follows it on.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Exception, Task> onErrorAsync, Func<Task> onCompletedAsync,
        StreamSequenceToken? token = null) =>
        handle.ResumeAsync(new FunctionObserver<T>(onNextAsync, onErrorAsync, onCompletedAsync), token);

    /// <summary>Attaches what is to be done with events; with a token, from what follows it on.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<IList<SequentialItem<T>>, Task> onNextAsync,
        StreamSequenceToken? token = null) =>
        handle.ResumeAsync(new FunctionBatchObserver<T>(onNextAsync), token);

    /// <summary>Attaches what is to be done with events and a failure; with a token, from what follows it on.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<IList<SequentialItem<T>>, Task> onNextAsync, Func<Exception, Task> onErrorAsync,
        StreamSequenceToken? token = null) =>
        handle.ResumeAsync(new FunctionBatchObserver<T>(onNextAsync, onErrorAsync), token);

    /// <summary>Attaches what is to be done with events, and at the end; with a token, from what follows it on.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<IList<SequentialItem<T>>, Task> onNextAsync, Func<Task> onCompletedAsync,
        StreamSequenceToken? token = null) =>
        handle.ResumeAsync(new FunctionBatchObserver<T>(onNextAsync, onCompleted: onCompletedAsync), token);

    /// <summary>Attaches what is to be done with events and a failure, and at the end; with a token, from what follows it on.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<IList<SequentialItem<T>>, Task> onNextAsync, Func<Exception, Task> onErrorAsync, Func<Task> onCompletedAsync,
        StreamSequenceToken? token = null) =>
        handle.ResumeAsync(new FunctionBatchObserver<T>(onNextAsync, onErrorAsync, onCompletedAsync), token);
}

internal sealed class FunctionObserver<T>(
    Func<T, StreamSequenceToken?, Task> onNext, Func<Exception, Task>? onError = null, Func<Task>? onCompleted = null) : IAsyncObserver<T>
{
    public Task OnNextAsync(T item, StreamSequenceToken? token = null) => onNext(item, token);

    public Task OnErrorAsync(Exception ex) => onError?.Invoke(ex) ?? Task.CompletedTask;

    public Task OnCompletedAsync() => onCompleted?.Invoke() ?? Task.CompletedTask;
}

internal sealed class FunctionBatchObserver<T>(
    Func<IList<SequentialItem<T>>, Task> onNext, Func<Exception, Task>? onError = null, Func<Task>? onCompleted = null) : IAsyncBatchObserver<T>
{
    public Task OnNextAsync(IList<SequentialItem<T>> items) => onNext(items);

    public Task OnErrorAsync(Exception ex) => onError?.Invoke(ex) ?? Task.CompletedTask;

    public Task OnCompletedAsync() => onCompleted?.Invoke() ?? Task.CompletedTask;
}
