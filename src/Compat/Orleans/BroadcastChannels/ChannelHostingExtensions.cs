using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.BroadcastChannel;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Adds broadcast channels.</summary>
public static class ChannelHostingExtensions
{
    /// <summary>Adds a provider of channels to the silo.</summary>
    public static ISiloBuilder AddBroadcastChannel(this ISiloBuilder builder, string name, Action<BroadcastChannelOptions> configureOptions) =>
        builder.AddBroadcastChannel(name, options => options.Configure(configureOptions));

    /// <summary>Adds a provider of channels to the silo.</summary>
    public static ISiloBuilder AddBroadcastChannel(
        this ISiloBuilder builder, string name, Action<OptionsBuilder<BroadcastChannelOptions>>? configureOptions = null)
    {
        Add(builder.Services, name, configureOptions, services => services.GetRequiredService<Silo>().Connection);
        return builder;
    }

    /// <summary>Adds a provider of channels to the client.</summary>
    public static IClientBuilder AddBroadcastChannel(this IClientBuilder builder, string name, Action<BroadcastChannelOptions> configureOptions) =>
        builder.AddBroadcastChannel(name, options => options.Configure(configureOptions));

    /// <summary>Adds a provider of channels to the client.</summary>
    public static IClientBuilder AddBroadcastChannel(
        this IClientBuilder builder, string name, Action<OptionsBuilder<BroadcastChannelOptions>>? configureOptions = null)
    {
        Add(builder.Services, name, configureOptions, services => services.GetRequiredService<SiloConnection>());
        return builder;
    }

    /// <summary>The provider with this name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static IBroadcastChannelProvider GetBroadcastChannelProvider(this IClusterClient client, string name) =>
        client.ServiceProvider.GetRequiredKeyedService<IBroadcastChannelProvider>(name);

    private static void Add(
        IServiceCollection services, string name, Action<OptionsBuilder<BroadcastChannelOptions>>? configure, Func<IServiceProvider, SiloConnection> connect)
    {
        configure?.Invoke(services.AddOptions<BroadcastChannelOptions>(name));
        services.AddKeyedSingleton<IBroadcastChannelProvider>(name, (provider, _) => new BroadcastChannelProvider(
            name, connect(provider), provider.GetRequiredService<IOptionsMonitor<BroadcastChannelOptions>>().Get(name)));
    }
}
