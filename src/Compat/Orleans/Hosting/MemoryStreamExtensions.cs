using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Streams;

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

/// <summary>Configures a memory stream provider of a silo.</summary>
public interface ISiloMemoryStreamConfigurator : ISiloPersistentStreamConfigurator;

/// <summary>Configures a memory stream provider of a client.</summary>
public interface IClusterClientMemoryStreamConfigurator : IPersistentStreamConfigurator;

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

/// <summary>Adds memory streams to a silo.</summary>
public static class SiloBuilderMemoryStreamExtensions
{
    /// <summary>Adds a stream provider under a name; it needs a grain storage named "PubSubStore" unless it is ImplicitOnly.</summary>
    public static ISiloBuilder AddMemoryStreams(this ISiloBuilder builder, string name, Action<ISiloMemoryStreamConfigurator>? configure = null)
    {
        builder.Services.AddKeyedSingleton<IStreamProvider>(name, (services, _) => new MemoryStreamProvider(
            name,
            services.GetRequiredService<Silo>(),
            services.GetRequiredService<IOptionsMonitor<StreamPubSubOptions>>().Get(name),
            services.GetRequiredService<IOptionsMonitor<StreamPullingAgentOptions>>().Get(name)));
        builder.Services.AddSingleton<ISiloValidator>(services => new SubscriptionStoreValidator(name, services));
        configure?.Invoke(new StreamConfigurator(name, register => register(builder.Services)));
        return builder;
    }
}

internal sealed record StreamConfigurator(string Name, Action<Action<IServiceCollection>> ConfigureDelegate)
    : ISiloMemoryStreamConfigurator, IClusterClientMemoryStreamConfigurator;
