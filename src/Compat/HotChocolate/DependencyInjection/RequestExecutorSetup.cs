using System.Security.Cryptography;
using HotChocolate.AspNetCore;
using HotChocolate.Execution.Instrumentation;
using HotChocolate.Execution.Options;
using HotChocolate.Language;
using HotChocolate.PersistedOperations;
using HotChocolate.Schemas;
using HotChocolate.Validation;

namespace HotChocolate.Execution.Configuration;

/// <summary>Everything that was said about one schema.</summary>
internal sealed class RequestExecutorSetup(string name, int maxRequestSize)
{
    private const int UsualFieldCycle = 3;

    public string Name { get; } = name;

    /// <summary>The longest request, in bytes, over HTTP or as one WebSocket message.</summary>
    public int MaxRequestSize { get; } = maxRequestSize;
    public SchemaConfiguration Schema { get; } = new();
    public RequestExecutorOptions Options { get; } = new();
    public GraphQLServerOptions Server { get; } = new();
    public SchemaOptions SchemaOptions => Schema.Options;
    public RequestParserOptions Parser { get; } = new();
    public ValidationOptions Validation { get; } = new() { MaxFieldCycle = UsualFieldCycle };

    /// <summary>Whether clients may name stored documents.</summary>
    public bool UsesPersistedOperations { get; set; }

    /// <summary>Makes the storage of documents from the application's services.</summary>
    public Func<IServiceProvider, IOperationDocumentStorage>? DocumentStorage { get; set; }

    /// <summary>Which hash of a document is its id.</summary>
    public DocumentHash DocumentHash { get; set; } = new(HashAlgorithmName.MD5, HashFormat.Hex);

    /// <summary>Whether introspection was switched on or off; if not, it is on in Development only.</summary>
    public bool? IsIntrospectionDisabled { get; set; }

    /// <summary>The services of the application that must be there.</summary>
    public List<Type> RequiredServices { get; } = [];
    public List<Func<IServiceProvider, IErrorFilter>> ErrorFilters { get; } = [];
    public List<Func<IServiceProvider, IRequestExecutorWarmupTask?>> Warmups { get; } = [];
    public List<Func<IServiceProvider, ExecutionDiagnosticEventListener>> Listeners { get; } = [];
    public Func<IServiceProvider, IHttpRequestInterceptor>? HttpInterceptor { get; set; }
    public Func<IServiceProvider, ISocketSessionInterceptor>? SocketInterceptor { get; set; }
}
