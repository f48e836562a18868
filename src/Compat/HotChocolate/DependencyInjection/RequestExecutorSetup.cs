using HotChocolate.AspNetCore;
using HotChocolate.Execution.Options;
using HotChocolate.Schemas;
using HotChocolate.Validation;

namespace HotChocolate.Execution.Configuration;

/// <summary>Everything that was said about one schema.</summary>
internal sealed class RequestExecutorSetup(string name, int maxRequestSize)
{
    public string Name { get; } = name;

    /// <summary>The longest request, in bytes, over HTTP or as one WebSocket message.</summary>
    public int MaxRequestSize { get; } = maxRequestSize;
    public SchemaConfiguration Schema { get; } = new();
    public RequestExecutorOptions Options { get; } = new();
    public GraphQLServerOptions Server { get; } = new();
    public ValidationOptions Validation { get; } = new();

    /// <summary>Whether introspection was switched on or off; if not, it is on in Development only.</summary>
    public bool? IsIntrospectionDisabled { get; set; }

    /// <summary>The services of the application that must be there.</summary>
    public List<Type> RequiredServices { get; } = [];
    public List<Func<IServiceProvider, IErrorFilter>> ErrorFilters { get; } = [];
}
