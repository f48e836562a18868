using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Extensions;
using HotChocolate.Execution.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves GraphQL.</summary>
public static class EndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves a schema: operations by HTTP POST and GET, as Server-Sent Events and by WebSocket (<c>graphql-transport-ws</c>; needs
    /// <c>app.UseWebSockets()</c>), and the schema itself at <c>{path}?sdl</c>, <c>{path}/schema</c> and <c>{path}/schema.graphql</c>.
    /// </summary>
    public static GraphQLEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpointRouteBuilder, string path = "/graphql", string? schemaName = null)
    {
        ArgumentNullException.ThrowIfNull(endpointRouteBuilder);
        ArgumentNullException.ThrowIfNull(path);
        var server = Server(endpointRouteBuilder, schemaName);
        var endpoint = endpointRouteBuilder.Map($"{path.TrimEnd('/')}/{{**slug}}", server.HandleAsync).WithDisplayName("GraphQL");
        return new(endpoint, server.Options);
    }

    /// <summary>Serves only the text of a schema.</summary>
    public static IEndpointConventionBuilder MapGraphQLSchema(
        this IEndpointRouteBuilder endpointRouteBuilder, string pattern = "/graphql/sdl", string? schemaName = null)
    {
        ArgumentNullException.ThrowIfNull(endpointRouteBuilder);
        return endpointRouteBuilder.MapGet(pattern, Server(endpointRouteBuilder, schemaName).WriteSchemaAsync).WithDisplayName("GraphQL schema");
    }

    /// <summary>
    /// Serves stored documents, each at an address of its own: <c>{path}/{operationId}</c> and <c>{path}/{operationId}/{operationName}</c>, by GET
    /// with the variables in the query string or by POST with them in the body.
    /// </summary>
    public static IEndpointConventionBuilder MapGraphQLPersistedOperations(
        this IEndpointRouteBuilder endpointRouteBuilder, string path = "/graphql/persisted", string? schemaName = null, bool requireOperationName = false)
    {
        ArgumentNullException.ThrowIfNull(endpointRouteBuilder);
        var server = Server(endpointRouteBuilder, schemaName);
        return endpointRouteBuilder.MapMethods($"{path.TrimEnd('/')}/{{operationId}}/{{operationName?}}", [HttpMethods.Get, HttpMethods.Post],
            context => server.HandleStoredAsync(context, requireOperationName)).WithDisplayName("GraphQL stored operations");
    }

    private static GraphQLServer Server(IEndpointRouteBuilder endpoints, string? schemaName) =>
        new(endpoints.ServiceProvider.GetRequiredService<RequestExecutorProvider>(), schemaName ?? RequestExecutorProvider.DefaultName,
            endpoints.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System);
}
