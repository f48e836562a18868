using HotChocolate.Execution.Configuration;
using HotChocolate.Subscriptions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers GraphQL servers.</summary>
public static class GraphQLServerServiceCollectionExtensions
{
    private const int DefaultMaxRequestSize = 20 * 1000 * 1000;

    /// <summary>
    /// Adds a GraphQL server, or goes on with one. The schema is built when the host starts. Outside Development, introspection is off unless
    /// it is switched on.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="schemaName">Tells several servers apart.</param>
    /// <param name="maxAllowedRequestSize">The longest request in bytes.</param>
    public static IRequestExecutorBuilder AddGraphQLServer(
        this IServiceCollection services, string? schemaName = null, int maxAllowedRequestSize = DefaultMaxRequestSize)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = schemaName ?? RequestExecutorProvider.DefaultName;
        services.TryAddSingleton(provider => new RequestExecutorProvider(provider, provider.GetServices<RequestExecutorSetup>(), services));
        if (!services.Any(descriptor => descriptor.ServiceType == typeof(RequestExecutorSetup)))
            services.AddHostedService(provider => provider.GetRequiredService<RequestExecutorProvider>());
        var setup = services.Select(descriptor => descriptor.ImplementationInstance).OfType<RequestExecutorSetup>().FirstOrDefault(known => known.Name == name);
        if (setup is null) services.AddSingleton(setup = new(name, maxAllowedRequestSize));
        return new RequestExecutorBuilder(name, services, setup);
    }

    /// <summary>Lets subscriptions get events from topics inside this process.</summary>
    public static IRequestExecutorBuilder AddInMemorySubscriptions(this IRequestExecutorBuilder builder, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(_ => new InMemoryTopics(options ?? new()));
        builder.Services.TryAddSingleton<ITopicEventSender>(provider => provider.GetRequiredService<InMemoryTopics>());
        builder.Services.TryAddSingleton<ITopicEventReceiver>(provider => provider.GetRequiredService<InMemoryTopics>());
        return builder;
    }

    internal static RequestExecutorSetup Setup(this IRequestExecutorBuilder builder) => ((RequestExecutorBuilder)builder).Setup;
}
