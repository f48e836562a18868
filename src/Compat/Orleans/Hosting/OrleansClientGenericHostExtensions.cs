using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Serialization;

namespace Microsoft.Extensions.Hosting;

/// <summary>Puts a client into a host that has no silo. This implementation finds silos of the same process only.</summary>
public static class OrleansClientGenericHostExtensions
{
    /// <summary>Adds a client to the services.</summary>
    /// <exception cref="OrleansConfigurationException">There is a silo, which has a client of its own.</exception>
    public static IServiceCollection AddOrleansClient(this IServiceCollection services, Action<IClientBuilder> configureDelegate) =>
        services.AddOrleansClient(configuration: null, configureDelegate);

    /// <summary>Adds a client to the services.</summary>
    /// <exception cref="OrleansConfigurationException">There is a silo, which has a client of its own.</exception>
    public static IServiceCollection AddOrleansClient(
        this IServiceCollection services, IConfiguration? configuration, Action<IClientBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        if (services.Any(one => one.ServiceType == typeof(Silo)))
            throw new OrleansConfigurationException($"A silo has a client of its own: leave {nameof(UseOrleansClient)} out.");
        services.AddLogging();
        services.AddOptions();
        services.TryAddSingleton<GrainFilters>();
        services.TryAddSingleton(provider =>
        {
            int[] ports = [.. provider.GetServices<ClientGateway>().Select(one => one.Port)];
            return new SiloConnection(provider.GetRequiredService<GrainFilters>(), () => Gateways.Find(ports));
        });
        services.TryAddSingleton<IClusterClient>(provider => new GrainFactory(provider.GetRequiredService<SiloConnection>(), provider));
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<IClusterClient>());
        services.TryAddSingleton<DeepCopier>();
        services.TryAddSingleton(typeof(DeepCopier<>));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ClientHostedService>());
        configureDelegate(new ClientBuilder(services, configuration ?? new ConfigurationManager()));
        return services;
    }

    /// <summary>Adds a client to the host.</summary>
    public static HostApplicationBuilder UseOrleansClient(this HostApplicationBuilder hostAppBuilder) => hostAppBuilder.UseOrleansClient(_ => { });

    /// <summary>Adds a client to the host.</summary>
    public static HostApplicationBuilder UseOrleansClient(this HostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        hostAppBuilder.Services.AddOrleansClient(hostAppBuilder.Configuration, configureDelegate);
        return hostAppBuilder;
    }

    /// <summary>Adds a client to the host.</summary>
    public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder) => hostAppBuilder.UseOrleansClient(_ => { });

    /// <summary>Adds a client to the host.</summary>
    public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        hostAppBuilder.Services.AddOrleansClient(hostAppBuilder.Configuration, configureDelegate);
        return hostAppBuilder;
    }

    /// <summary>Adds a client to the host.</summary>
    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder) => hostBuilder.UseOrleansClient(_ => { });

    /// <summary>Adds a client to the host.</summary>
    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder, Action<IClientBuilder> configureDelegate) =>
        hostBuilder.UseOrleansClient((_, client) => configureDelegate(client));

    /// <summary>Adds a client to the host.</summary>
    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder, Action<HostBuilderContext, IClientBuilder> configureDelegate) =>
        hostBuilder.ConfigureServices((context, services) =>
            services.AddOrleansClient(context.Configuration, client => configureDelegate(context, client)));
}
