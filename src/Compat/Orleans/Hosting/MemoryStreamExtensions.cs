using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Streams;
using Orleans.Streams.Filtering;

namespace Orleans.Hosting;

/// <summary>Configures something that is registered under a name.</summary>
public interface INamedServiceConfigurator
{
    /// <summary>The name.</summary>
    string Name { get; }

    /// <summary>Registers services.</summary>
    Action<Action<IServiceCollection>> ConfigureDelegate { get; }
}

/// <summary>Configures a stream provider.</summary>
public interface IPersistentStreamConfigurator : INamedServiceConfigurator;

/// <summary>Configures a stream provider of a silo.</summary>
public interface ISiloPersistentStreamConfigurator : IPersistentStreamConfigurator;

/// <summary>Configures a stream provider of a silo whose subscriptions may go back.</summary>
public interface ISiloRecoverableStreamConfigurator : ISiloPersistentStreamConfigurator;

/// <summary>Configures a memory stream provider.</summary>
public interface IMemoryStreamConfigurator : INamedServiceConfigurator;

/// <summary>Configures a memory stream provider of a silo.</summary>
public interface ISiloMemoryStreamConfigurator : IMemoryStreamConfigurator, ISiloRecoverableStreamConfigurator;

/// <summary>Configures a stream provider of a client.</summary>
public interface IClusterClientPersistentStreamConfigurator : IPersistentStreamConfigurator;

/// <summary>Configures a memory stream provider of a client.</summary>
public interface IClusterClientMemoryStreamConfigurator : IMemoryStreamConfigurator, IClusterClientPersistentStreamConfigurator;

/// <summary>Settings of stream providers.</summary>
public static class PersistentStreamConfiguratorExtensions
{
    /// <summary>Sets who may subscribe.</summary>
    public static void ConfigureStreamPubSub(
        this IPersistentStreamConfigurator configurator, StreamPubSubType pubsubType = StreamPubSubType.ExplicitGrainBasedAndImplicit) =>
        configurator.ConfigureDelegate(services =>
            services.Configure<StreamPubSubOptions>(configurator.Name, options => options.PubSubType = pubsubType));
}

/// <summary>Settings of stream providers of a silo.</summary>
public static class SiloPersistentStreamConfiguratorExtensions
{
    /// <summary>Sets how events are delivered.</summary>
    public static void ConfigurePullingAgent(
        this ISiloPersistentStreamConfigurator configurator, Action<OptionsBuilder<StreamPullingAgentOptions>>? configureOptions = null) =>
        configurator.ConfigureDelegate(services => configureOptions?.Invoke(services.AddOptions<StreamPullingAgentOptions>(configurator.Name)));
}

/// <summary>Settings of stream providers of a silo whose subscriptions may go back.</summary>
public static class SiloRecoverableStreamConfiguratorExtensions
{
    /// <summary>Sets how far they may go back.</summary>
    public static void ConfigureCacheEviction(
        this ISiloRecoverableStreamConfigurator configurator, Action<OptionsBuilder<StreamCacheEvictionOptions>> configureOptions) =>
        configurator.ConfigureDelegate(services => configureOptions(services.AddOptions<StreamCacheEvictionOptions>(configurator.Name)));
}

/// <summary>Settings of memory stream providers.</summary>
public static class MemoryStreamConfiguratorExtensions
{
    /// <summary>Sets into how many queues the streams are spread; silo and client have to agree.</summary>
    public static void ConfigurePartitioning(this IMemoryStreamConfigurator configurator, int numOfQueues = 8) =>
        configurator.ConfigureDelegate(services =>
            services.Configure<HashRingStreamQueueMapperOptions>(configurator.Name, options => options.TotalQueueCount = numOfQueues));
}

/// <summary>Adds filters of streams.</summary>
public static class SiloBuilderStreamingExtensions
{
    /// <summary>Adds the filter of the stream provider with this name.</summary>
    public static ISiloBuilder AddStreamFilter<T>(this ISiloBuilder builder, string name)
        where T : class, IStreamFilter
    {
        builder.Services.AddKeyedSingleton<IStreamFilter, T>(name);
        return builder;
    }

    /// <summary>Adds the filter of the stream provider with this name; it is the silo's that decides.</summary>
    public static IClientBuilder AddStreamFilter<T>(this IClientBuilder builder, string name)
        where T : class, IStreamFilter
    {
        builder.Services.AddKeyedSingleton<IStreamFilter, T>(name);
        return builder;
    }
}

/// <summary>Adds memory streams to a silo.</summary>
public static class SiloBuilderMemoryStreamExtensions
{
    /// <summary>Adds a stream provider under a name; it needs a grain storage named "PubSubStore" unless it is ImplicitOnly.</summary>
    public static ISiloBuilder AddMemoryStreams(this ISiloBuilder builder, string name, Action<ISiloMemoryStreamConfigurator>? configure = null)
    {
        builder.Services.AddKeyedSingleton<IStreamProvider>(name, (services, _) => new MemoryStreamProvider(name, services));
        builder.Services.AddSingleton<ISiloValidator>(services => new SubscriptionStoreValidator(name, services));
        configure?.Invoke(new StreamConfigurator(name, register => register(builder.Services)));
        return builder;
    }
}

internal sealed record StreamConfigurator(string Name, Action<Action<IServiceCollection>> ConfigureDelegate)
    : ISiloMemoryStreamConfigurator, IClusterClientMemoryStreamConfigurator;
