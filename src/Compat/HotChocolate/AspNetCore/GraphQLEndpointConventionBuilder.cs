using HotChocolate.AspNetCore.Extensions;
using Microsoft.AspNetCore.Builder;

namespace HotChocolate.AspNetCore.Extensions
{
    /// <summary>Goes on with an endpoint that serves GraphQL.</summary>
    public sealed class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
    {
        private readonly IEndpointConventionBuilder _endpoint;

        internal GraphQLEndpointConventionBuilder(IEndpointConventionBuilder endpoint, GraphQLServerOptions options) =>
            (_endpoint, Options) = (endpoint, options);

        internal GraphQLServerOptions Options { get; }

        /// <inheritdoc/>
        public void Add(Action<EndpointBuilder> convention) => _endpoint.Add(convention);
    }
}

namespace Microsoft.AspNetCore.Builder
{
    /// <summary>Changes what one endpoint accepts.</summary>
    public static class GraphQLEndpointConventionBuilderExtensions
    {
        /// <summary>Changes what this endpoint accepts, whatever the schema's other endpoints do.</summary>
        public static GraphQLEndpointConventionBuilder WithOptions(
            this GraphQLEndpointConventionBuilder builder, Action<HotChocolate.AspNetCore.GraphQLServerOptions> configure)
        {
            ArgumentNullException.ThrowIfNull(builder);
            ArgumentNullException.ThrowIfNull(configure);
            configure(builder.Options);
            return builder;
        }
    }
}
