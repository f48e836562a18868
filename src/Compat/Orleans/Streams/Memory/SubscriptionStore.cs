using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Providers;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Streams;

/// <summary>Where a stream provider keeps its explicit subscriptions: in the store with its own name, or else in "PubSubStore".</summary>
internal static class SubscriptionStore
{
    public static IGrainStorage? Find(IServiceProvider services, string provider) =>
        services.GetKeyedService<IGrainStorage>(provider)
        ?? services.GetKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_PUBSUB_PROVIDER_NAME);
}

/// <summary>Refuses a stream provider that would lose its explicit subscriptions.</summary>
internal sealed class SubscriptionStoreValidator(string name, IServiceProvider services) : ISiloValidator
{
    public void Validate()
    {
        if (services.GetRequiredService<IOptionsMonitor<StreamPubSubOptions>>().Get(name).PubSubType is StreamPubSubType.ImplicitOnly) return;
        if (SubscriptionStore.Find(services, name) is not null) return;
        throw new OrleansConfigurationException($"Stream provider '{name}' has explicit subscriptions, so it needs a grain storage named "
            + $"'{ProviderConstants.DEFAULT_PUBSUB_PROVIDER_NAME}' or '{name}'; or configure ImplicitOnly.");
    }
}
