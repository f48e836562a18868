using Fincord.Api.Trading;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Api.Grpc;

/// <summary>Registers and maps gRPC. It needs a listener that speaks HTTP/2.</summary>
public static class GrpcServices
{
    /// <summary>Registers what the methods need.</summary>
    public static IServiceCollection AddGrpcApi(this IServiceCollection services)
    {
        services.AddOptions<GrpcOptions>().BindConfiguration(GrpcOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<GrpcHandler>();
        services.AddSingleton<TradingService>();
        return services;
    }

    /// <summary>Maps the methods, each with its permission. A call of any other is answered as unimplemented.</summary>
    public static IEndpointRouteBuilder MapGrpcApi(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<TradingService>().Map(routes);
        routes.Map("/{service}/{method}", GrpcHandler.AnswerNone).ExcludeFromDescription().AllowAnonymous();
        return routes;
    }

    /// <summary>Maps a method with one message in and one out.</summary>
    internal static void MapUnary<TRequest, TResponse>(
        this IEndpointRouteBuilder routes, string path, string permission, MessageParser<TRequest> parser, Func<TRequest, GrpcCall, Task<TResponse>> method)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        var handler = routes.ServiceProvider.GetRequiredService<GrpcHandler>();
        routes.MapPost(path, http => handler.AnswerOne(http, parser, method)).ExcludeFromDescription().RequireAuthorization(permission);
    }

    /// <summary>Maps a method with one message in and many out.</summary>
    internal static void MapServerStreaming<TRequest, TResponse>(
        this IEndpointRouteBuilder routes, string path, string permission, MessageParser<TRequest> parser,
        Func<TRequest, GrpcCall, Task<IAsyncEnumerable<TResponse>>> method)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        var handler = routes.ServiceProvider.GetRequiredService<GrpcHandler>();
        routes.MapPost(path, http => handler.AnswerMany(http, parser, method)).ExcludeFromDescription().RequireAuthorization(permission);
    }
}
