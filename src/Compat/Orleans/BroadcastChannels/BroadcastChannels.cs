namespace Orleans.BroadcastChannel
{
    /// <summary>Makes writers of broadcast channels.</summary>
    public interface IBroadcastChannelProvider
    {
        /// <summary>A writer of this channel: a local operation that creates nothing.</summary>
        IBroadcastChannelWriter<T> GetChannelWriter<T>(ChannelId streamId);
    }

    /// <summary>Publishes to all subscribers of a channel at once: nothing is queued and nothing is tried again.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    public interface IBroadcastChannelWriter<T>
    {
        /// <summary>
        /// Publishes an item. With <see cref="BroadcastChannelOptions.FireAndForgetDelivery"/> it does not wait for the subscribers, whose
        /// failures are logged.
        /// </summary>
        /// <exception cref="AggregateException">Without it: what the subscribers threw.</exception>
        Task Publish(T item);
    }

    /// <summary>A grain that subscribes to channels with <see cref="ImplicitChannelSubscriptionAttribute"/>.</summary>
    public interface IOnBroadcastChannelSubscribed
    {
        /// <summary>The first item of a channel is about to come; attach with <see cref="IBroadcastChannelSubscription.Attach"/>.</summary>
        Task OnSubscribed(IBroadcastChannelSubscription streamSubscription);
    }

    /// <summary>A grain's subscription to a channel.</summary>
    public interface IBroadcastChannelSubscription
    {
        /// <summary>The channel.</summary>
        ChannelId ChannelId { get; }

        /// <summary>The channel's provider.</summary>
        string ProviderName { get; }

        /// <summary>
        /// Takes the channel's items from now on. What <paramref name="onPublished"/> throws goes to the publisher or into the log;
        /// <paramref name="onError"/> hears of items of another type.
        /// </summary>
        Task Attach<T>(Func<T, Task> onPublished, Func<Exception, Task>? onError = null);
    }

    /// <summary>Settings of a broadcast channel provider.</summary>
    public class BroadcastChannelOptions
    {
        /// <summary>Whether publishing does not wait for the subscribers. The default is true.</summary>
        public bool FireAndForgetDelivery { get; set; } = true;
    }
}

namespace Orleans
{
    /// <summary>An item on a channel of the namespace activates the grain of this class whose key is the channel's.</summary>
    /// <param name="streamNamespace">The namespace.</param>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public class ImplicitChannelSubscriptionAttribute(string streamNamespace) : Attribute
    {
        internal string Namespace { get; } = streamNamespace;
    }
}
