using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Fincord.OrleansCompat;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.BroadcastChannel;

/// <summary>Brings items to all grains that subscribe to their channel, each time with calls of its own.</summary>
internal sealed class BroadcastChannelProvider(string name, SiloConnection connection, BroadcastChannelOptions options) : IBroadcastChannelProvider
{
    private readonly ConcurrentDictionary<string, GrainClass[]> _subscribers = new();

    public string Name => name;

    public IBroadcastChannelWriter<T> GetChannelWriter<T>(ChannelId streamId) => new Writer<T>(this, streamId);

    private async Task Publish<T>(ChannelId channel, T item)
    {
        var silo = connection.Silo;
        var deliveries = Array.ConvertAll(SubscribersOf(channel), consumer => Deliver(silo, new(consumer.GrainType, GrainKey(channel, consumer)), channel, item));
        if (options.FireAndForgetDelivery || deliveries.Length == 0) return;
        var outcomes = await Task.WhenAll(deliveries);
        if (outcomes.OfType<Exception>().ToArray() is { Length: > 0 } failures) throw new AggregateException(failures);
    }

    /// <summary>Completes with what the subscriber threw, or with null.</summary>
    private async Task<Exception?> Deliver<T>(Silo silo, GrainId consumer, ChannelId channel, T item)
    {
        try
        {
            await silo.References.Create(typeof(IGrain), consumer).Call(new ChannelDelivery(this, channel, DeepCopy.Of(item)!));
            return null;
        }
        // Whatever one subscriber throws, the others get their item.
        catch (Exception failure)
        {
            silo.Logger.LogError(failure, "Subscriber {GrainId} of channel {Channel} failed.", consumer, channel);
            return failure;
        }
    }

    private GrainClass[] SubscribersOf(ChannelId channel) => channel.GetNamespace() is not { } ns ? [] : _subscribers.GetOrAdd(ns, one =>
        [.. connection.Silo.Classes.All.Where(grain => grain.Type.GetCustomAttributes<ImplicitChannelSubscriptionAttribute>().Any(its => its.Namespace == one))]);

    private static IdSpan GrainKey(ChannelId channel, GrainClass consumer) =>
        consumer.HasIntegerKey && long.TryParse(channel.GetKeyAsString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? GrainIdKeyExtensions.CreateIntegerKey(number)
            : IdSpan.Create(channel.GetKeyAsString());

    private sealed class Writer<T>(BroadcastChannelProvider provider, ChannelId channel) : IBroadcastChannelWriter<T>
    {
        public Task Publish(T item)
        {
            ArgumentNullException.ThrowIfNull(item);
            return provider.Publish(channel, item);
        }
    }
}
