using HotChocolate.AspNetCore;
using HotChocolate.Execution.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers interceptors.</summary>
public static class InterceptorBuilderExtensions
{
    /// <summary>Lets a class, made once with services of the application, see each request that comes by HTTP.</summary>
    public static IRequestExecutorBuilder AddHttpRequestInterceptor<T>(this IRequestExecutorBuilder builder) where T : class, IHttpRequestInterceptor
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Setup().HttpInterceptor = services => ActivatorUtilities.GetServiceOrCreateInstance<T>(services);
        return builder;
    }

    /// <summary>Lets a class, made once with services of the application, see what comes by WebSockets.</summary>
    public static IRequestExecutorBuilder AddSocketSessionInterceptor<T>(this IRequestExecutorBuilder builder) where T : class, ISocketSessionInterceptor
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Setup().SocketInterceptor = services => ActivatorUtilities.GetServiceOrCreateInstance<T>(services);
        return builder;
    }
}
