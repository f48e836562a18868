using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HotChocolate.Execution;

namespace HotChocolate.Subscriptions;

/// <summary>
/// Topics inside this process. Each subscriber has a buffer of its own, of fixed size, that loses events when the subscriber is slow: sending
/// never waits, and memory never grows with what is not read.
/// </summary>
internal sealed class InMemoryTopics(SubscriptionOptions options) : ITopicEventSender, ITopicEventReceiver
{
    private readonly ConcurrentDictionary<(string Name, Type Message), Topic> _topics = new();

    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        if (_topics.TryGetValue((topicName, typeof(TMessage)), out var topic)) ((Topic<TMessage>)topic).Send(message);
        return default;
    }

    public ValueTask CompleteAsync(string topicName)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        foreach (var (key, _) in _topics.Where(pair => pair.Key.Name == topicName))
        {
            if (_topics.TryRemove(key, out var topic)) topic.Complete();
        }
        return default;
    }

    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default) =>
        SubscribeAsync<TMessage>(topicName, null, null, cancellationToken);

    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName, int? bufferCapacity, TopicBufferFullMode? bufferFullMode, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        cancellationToken.ThrowIfCancellationRequested();
        var channel = Channel.CreateBounded<TMessage>(new BoundedChannelOptions(bufferCapacity ?? options.TopicBufferCapacity)
        {
            FullMode = (bufferFullMode ?? options.TopicBufferFullMode) switch
            {
                TopicBufferFullMode.DropNewest => BoundedChannelFullMode.DropNewest,
                TopicBufferFullMode.DropWrite => BoundedChannelFullMode.DropWrite,
                _ => BoundedChannelFullMode.DropOldest,
            },
            SingleReader = true,
        });
        var key = (topicName, typeof(TMessage));
        // A topic that loses its last subscriber is closed for good; whoever comes just then opens a new one.
        Topic<TMessage> topic;
        do topic = (Topic<TMessage>)_topics.GetOrAdd(key, _ => new Topic<TMessage>()); while (!topic.TryAdd(channel));
        return new(new TopicStream<TMessage>(channel.Reader, () =>
        {
            channel.Writer.TryComplete();
            if (topic.RemoveAndCloseIfEmpty(channel)) _topics.TryRemove(new(key, topic));
        }));
    }

    private abstract class Topic
    {
        public abstract void Complete();
    }

    private sealed class Topic<T> : Topic
    {
        private readonly Lock _lock = new();
        private ImmutableArray<Channel<T>> _subscribers = [];
        private bool _isClosed;

        public void Send(T message)
        {
            foreach (var subscriber in _subscribers) subscriber.Writer.TryWrite(message);
        }

        public bool TryAdd(Channel<T> subscriber)
        {
            lock (_lock)
            {
                if (_isClosed) return false;
                _subscribers = _subscribers.Add(subscriber);
                return true;
            }
        }

        public bool RemoveAndCloseIfEmpty(Channel<T> subscriber)
        {
            lock (_lock)
            {
                _subscribers = _subscribers.Remove(subscriber);
                return _isClosed |= _subscribers.IsEmpty;
            }
        }

        public override void Complete()
        {
            lock (_lock)
            {
                _isClosed = true;
                foreach (var subscriber in _subscribers) subscriber.Writer.TryComplete();
            }
        }
    }
}

/// <summary>One subscriber's view of a topic.</summary>
internal sealed class TopicStream<T>(ChannelReader<T> events, Action unsubscribe) : ISourceStream<T>
{
    public IAsyncEnumerable<T> ReadEventsAsync() => Read();

    IAsyncEnumerable<object?> ISourceStream.ReadEventsAsync() => ReadObjects();

    public ValueTask DisposeAsync()
    {
        unsubscribe();
        return default;
    }

    private async IAsyncEnumerable<T> Read([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            while (await events.WaitToReadAsync(cancellation))
            {
                while (events.TryRead(out var message)) yield return message;
            }
        }
        finally
        {
            unsubscribe();
        }
    }

    private async IAsyncEnumerable<object?> ReadObjects([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var message in Read(cancellation)) yield return message;
    }
}
