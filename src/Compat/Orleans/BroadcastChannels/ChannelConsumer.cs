using Fincord.OrleansCompat;
using Orleans.Runtime;

namespace Orleans.BroadcastChannel;

/// <summary>What filters see of an item on its way to a subscriber.</summary>
internal interface IChannelSubscriber
{
    /// <summary>An item was published.</summary>
    Task OnPublished(object item);
}

/// <summary>An item on its way to a subscriber.</summary>
internal sealed class ChannelDelivery(BroadcastChannelProvider provider, ChannelId channel, object item) : TaskRequest
{
    private static readonly RequestShape Ordinary = new(typeof(IChannelSubscriber), nameof(IChannelSubscriber.OnPublished), [typeof(object)]);

    private object _item = item;

    public override RequestShape Shape => Ordinary;

    public override int GetArgumentCount() => 1;

    public override object? GetArgument(int index) => index == 0 ? _item : base.GetArgument(index);

    public override void SetArgument(int index, object? value)
    {
        if (index == 0) _item = value!;
        else base.SetArgument(index, value);
    }

    protected internal override Task Invoke(object target)
    {
        var activation = Activation.Current!;
        return (activation.Extras.Channels ??= new(activation)).Deliver(provider.Name, channel, _item);
    }
}

/// <summary>The channels that a grain has attached itself to.</summary>
internal sealed class ChannelConsumer(Activation activation)
{
    private readonly Dictionary<(string Provider, ChannelId Channel), Subscription> _subscriptions = [];

    public async Task Deliver(string provider, ChannelId channel, object item)
    {
        if (!_subscriptions.TryGetValue((provider, channel), out var subscription))
        {
            if (activation.GrainInstance is not IOnBroadcastChannelSubscribed grain)
                throw new ArgumentException($"Grain {activation.GrainId} does not implement {nameof(IOnBroadcastChannelSubscribed)}.");
            _subscriptions[(provider, channel)] = subscription = new(provider, channel);
            subscription.Introduced = grain.OnSubscribed(subscription);
        }
        // Of a reentrant grain another item may come while the first one introduces the channel.
        await Introduce((provider, channel), subscription);
        await subscription.Handle(item);
    }

    private async Task Introduce((string Provider, ChannelId Channel) key, Subscription subscription)
    {
        try
        {
            await subscription.Introduced;
        }
        catch (Exception)
        {
            // The next item introduces the channel again.
            _subscriptions.Remove(key);
            throw;
        }
    }

    private sealed class Subscription(string provider, ChannelId channel) : IBroadcastChannelSubscription
    {
        private Func<object, Task>? _handler;

        public Task Introduced { get; set; } = Task.CompletedTask;

        public ChannelId ChannelId => channel;

        public string ProviderName => provider;

        public Task Attach<T>(Func<T, Task> onPublished, Func<Exception, Task>? onError = null)
        {
            // The first one stays, whoever comes later.
            _handler ??= item => item is T typed
                ? onPublished(typed)
                : onError?.Invoke(new InvalidCastException($"Channel {channel} carries {item.GetType()}, not {typeof(T)}.")) ?? Task.CompletedTask;
            return Task.CompletedTask;
        }

        public Task Handle(object item) => _handler?.Invoke(item) ?? Task.CompletedTask;
    }
}
