using HotChocolate.Execution.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution;

/// <summary>Finds executors.</summary>
public static class RequestExecutorServiceProviderExtensions
{
    /// <summary>The executor of a schema, built if it is not yet; throws <see cref="SchemaException"/> for an invalid one.</summary>
    public static ValueTask<IRequestExecutor> GetRequestExecutorAsync(
        this IServiceProvider services, string? schemaName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        cancellationToken.ThrowIfCancellationRequested();
        return new(services.GetRequiredService<RequestExecutorProvider>().Get(schemaName ?? RequestExecutorProvider.DefaultName));
    }
}
