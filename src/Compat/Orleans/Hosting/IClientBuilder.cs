using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Diagnostics;
using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Hosting;

/// <summary>Configures a client.</summary>
public interface IClientBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The host's configuration.</summary>
    IConfiguration Configuration { get; }
}

/// <summary>Services and options of a client.</summary>
public static class ClientBuilderExtensions
{
    /// <summary>Sets options.</summary>
    public static IClientBuilder Configure<TOptions>(this IClientBuilder builder, Action<TOptions> configureOptions)
        where TOptions : class => builder.ConfigureServices(services => services.Configure(configureOptions));

    /// <summary>Adds services.</summary>
    public static IClientBuilder ConfigureServices(this IClientBuilder builder, Action<IServiceCollection> configureDelegate)
    {
        configureDelegate(builder.Services);
        return builder;
    }

    /// <summary>Makes an activity for each call that leaves, under the names of <see cref="ActivitySources"/>, and for each that arrives at an observer.</summary>
    public static IClientBuilder AddActivityPropagation(this IClientBuilder builder) => builder
        .AddOutgoingGrainCallFilter(new OutgoingActivities(DistributedContextPropagator.Current))
        .AddIncomingGrainCallFilter(new IncomingActivities(DistributedContextPropagator.Current));

    /// <summary>Looks for the silo of this process whose gateway has the port.</summary>
    public static IClientBuilder UseLocalhostClustering(
        this IClientBuilder builder, int gatewayPort = 30000, string serviceId = "dev", string clusterId = "dev") =>
        builder.UseLocalhostClustering([gatewayPort], serviceId, clusterId);

    /// <summary>Looks for a silo of this process whose gateway has one of the ports.</summary>
    public static IClientBuilder UseLocalhostClustering(
        this IClientBuilder builder, int[] gatewayPorts, string serviceId = "dev", string clusterId = "dev") =>
        builder.UseStaticClustering([.. gatewayPorts.Select(port => new IPEndPoint(IPAddress.Loopback, port))])
            .Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (serviceId, clusterId));

    /// <summary>Looks for a silo of this process whose gateway has the port of one of these; there is no network.</summary>
    public static IClientBuilder UseStaticClustering(this IClientBuilder builder, params IPEndPoint[] endpoints) => builder.ConfigureServices(services =>
    {
        foreach (var endpoint in endpoints) services.AddSingleton(new ClientGateway(endpoint.Port));
    });

    /// <summary>Decides whether to try again when no silo was reached.</summary>
    public static IClientBuilder UseConnectionRetryFilter(
        this IClientBuilder builder, Func<Exception, CancellationToken, Task<bool>> connectionRetryFilter) =>
        builder.UseConnectionRetryFilter(new RetryFunction(connectionRetryFilter));

    /// <summary>Decides whether to try again when no silo was reached.</summary>
    public static IClientBuilder UseConnectionRetryFilter(this IClientBuilder builder, IClientConnectionRetryFilter connectionRetryFilter) =>
        builder.ConfigureServices(services => services.AddSingleton(connectionRetryFilter));

    /// <summary>Decides whether to try again when no silo was reached.</summary>
    public static IClientBuilder UseConnectionRetryFilter<TConnectionRetryFilter>(this IClientBuilder builder)
        where TConnectionRetryFilter : class, IClientConnectionRetryFilter =>
        builder.ConfigureServices(services => services.AddSingleton<IClientConnectionRetryFilter, TConnectionRetryFilter>());
}

/// <summary>Adds memory streams to a client.</summary>
public static class ClientBuilderStreamingExtensions
{
    /// <summary>Adds the silo's stream provider with this name.</summary>
    public static IClientBuilder AddMemoryStreams(
        this IClientBuilder builder, string name, Action<IClusterClientMemoryStreamConfigurator>? configure = null)
    {
        builder.Services.AddKeyedTransient<IStreamProvider>(name, (services, _) =>
            StreamProviders.Find(services.GetRequiredService<SiloConnection>().Silo.Services, name));
        configure?.Invoke(new StreamConfigurator(name, register => register(builder.Services)));
        return builder;
    }
}

internal sealed class ClientBuilder(IServiceCollection services, IConfiguration configuration) : IClientBuilder
{
    public IServiceCollection Services => services;

    public IConfiguration Configuration => configuration;
}
