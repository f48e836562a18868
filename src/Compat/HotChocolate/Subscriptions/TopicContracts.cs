using HotChocolate.Execution;

namespace HotChocolate.Subscriptions
{
    /// <summary>Sends events to the subscribers of a topic.</summary>
    public interface ITopicEventSender
    {
        /// <summary>Sends an event; it never waits for subscribers.</summary>
        ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default);

        /// <summary>Ends the topic: its subscribers get what is buffered, then the end of their streams.</summary>
        ValueTask CompleteAsync(string topicName);
    }

    /// <summary>Opens streams of the events of a topic.</summary>
    public interface ITopicEventReceiver
    {
        /// <summary>The events of a topic from now on, with the buffer that the subscriptions are set up with.</summary>
        ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default);

        /// <summary>The events of a topic from now on.</summary>
        /// <param name="topicName">The topic.</param>
        /// <param name="bufferCapacity">How many events wait for a slow subscriber; null for what the subscriptions are set up with.</param>
        /// <param name="bufferFullMode">Which event a full buffer loses; null for what the subscriptions are set up with.</param>
        /// <param name="cancellationToken">Gives up.</param>
        ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
            string topicName, int? bufferCapacity, TopicBufferFullMode? bufferFullMode, CancellationToken cancellationToken = default);
    }

    /// <summary>Which event is lost when a subscriber's buffer is full.</summary>
    public enum TopicBufferFullMode
    {
        /// <summary>The newest one in the buffer.</summary>
        DropNewest,
        /// <summary>The oldest one in the buffer.</summary>
        DropOldest,
        /// <summary>The one being sent.</summary>
        DropWrite,
    }

    /// <summary>How topics work.</summary>
    public class SubscriptionOptions
    {
        /// <summary>How many events wait for a slow subscriber, 64 by default; with 1 and <see cref="TopicBufferFullMode.DropOldest"/> it gets the latest.</summary>
        public int TopicBufferCapacity { get; set; } = 64;

        /// <summary>Which event a full buffer loses, by default the oldest.</summary>
        public TopicBufferFullMode TopicBufferFullMode { get; set; } = TopicBufferFullMode.DropOldest;
    }
}

namespace HotChocolate.Execution
{
    /// <summary>A stream of events; disposing it ends the subscription to its source.</summary>
    public interface ISourceStream : IAsyncDisposable
    {
        /// <summary>The events, to be read once.</summary>
        IAsyncEnumerable<object?> ReadEventsAsync();
    }

    /// <inheritdoc cref="ISourceStream"/>
    /// <typeparam name="TMessage">An event.</typeparam>
    public interface ISourceStream<out TMessage> : ISourceStream
    {
        /// <inheritdoc cref="ISourceStream.ReadEventsAsync"/>
        new IAsyncEnumerable<TMessage> ReadEventsAsync();
    }
}
