using System.Collections.Concurrent;
using HotChocolate.Schemas;
using HotChocolate.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HotChocolate.Execution.Configuration;

/// <summary>The executors of all schemas; each is built once.</summary>
internal sealed class RequestExecutorProvider(IServiceProvider services, IEnumerable<RequestExecutorSetup> setups,
    IServiceCollection descriptors) : IHostedService
{
    /// <summary>The name of a schema that is not given one.</summary>
    public const string DefaultName = "_Default";

    private readonly ConcurrentDictionary<string, Lazy<RequestExecutor>> _executors = new();

    /// <summary>The setup of a schema; throws <see cref="InvalidOperationException"/> when there is none of that name.</summary>
    public RequestExecutorSetup Setup(string name) => setups.FirstOrDefault(setup => setup.Name == name)
        ?? throw new InvalidOperationException($"There is no schema `{name}`: call AddGraphQLServer.");

    /// <summary>The executor of a schema; throws <see cref="SchemaException"/> when its classes make no valid schema.</summary>
    public RequestExecutor Get(string name) => _executors.GetOrAdd(name, key => new(() => Create(Setup(key)))).Value;

    /// <summary>Builds and warms up every schema, so that a faulty one stops the host from starting.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var setup in setups)
        {
            var executor = Get(setup.Name);
            foreach (var create in setup.Warmups)
            {
                if (create(services) is { } warmup) await warmup.WarmupAsync(executor, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private RequestExecutor Create(RequestExecutorSetup setup)
    {
        var kinds = new ServiceKinds(services.GetRequiredService<IServiceProviderIsService>(), descriptors);
        var schema = SchemaBuilder.Build(setup.Schema, kinds);
        var isDevelopment = services.GetService<IHostEnvironment>()?.IsDevelopment() ?? false;
        var validation = setup.Validation with { AllowIntrospection = !(setup.IsIntrospectionDisabled ?? !isDevelopment) };
        foreach (var required in setup.RequiredServices) services.GetRequiredService(required);
        var filters = setup.ErrorFilters.ConvertAll(create => create(services));
        if (setup.DocumentStorage?.Invoke(services) is { } storage) schema.Services = new SchemaServices(storage);
        return new(schema, new DocumentValidator(schema, validation), setup, new(filters, setup.Options.IncludeExceptionDetails),
            services.GetService<TimeProvider>() ?? TimeProvider.System)
        {
            Listeners = setup.Listeners.ConvertAll(create => create(services)),
            HttpInterceptor = setup.HttpInterceptor?.Invoke(services),
            SocketInterceptor = setup.SocketInterceptor?.Invoke(services),
        };
    }
}
