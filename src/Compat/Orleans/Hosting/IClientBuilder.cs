using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
