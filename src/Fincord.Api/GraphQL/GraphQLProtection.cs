using HotChocolate.Execution.Configuration;
using HotChocolate.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Api.GraphQL;

/// <summary>What keeps one client's operations from costing all others.</summary>
internal static class GraphQLProtection
{
    /// <summary>Limits documents, depth, cost and time, and decides which documents run at all.</summary>
    public static IRequestExecutorBuilder AddProtection(this IRequestExecutorBuilder builder, GraphQLOptions options)
    {
        builder
            .DisableIntrospection(!options.AllowIntrospection)
            .AddMaxExecutionDepthRule(options.MaxDepth, skipIntrospectionFields: true)
            .ModifyParserOptions(parser => parser.MaxAllowedFields = options.MaxFields)
            .ModifyCostOptions(cost => (cost.MaxFieldCost, cost.MaxTypeCost) = (options.MaxCost, options.MaxCost))
            .ModifyServerOptions(server => server.Tool.Enable = false)       // it comes from another host; ours is GraphiQL
            .ModifyRequestOptions(request =>
            {
                request.ExecutionTimeout = options.Timeout;
                request.PersistedOperations.OnlyAllowPersistedDocuments = options.OnlyKnownDocuments;
            });
        if (options.DocumentFolder is { } folder)
            builder.UsePersistedOperationPipeline().AddFileSystemOperationDocumentStorage(folder).AddSha256DocumentHashProvider(HashFormat.Hex);
        return builder;
    }
}
