using System.Collections.Concurrent;
using GreenDonut;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.DataLoaders;

/// <summary>The data loaders of a request, one of each class, made when it is first asked for.</summary>
internal sealed class DataLoaderScope(IServiceProvider services, BatchDispatcher dispatcher)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _loaders = new();

    public T Get<T>() where T : IDataLoader => (T)_loaders.GetOrAdd(typeof(T), type => new(() => Create(type))).Value;

    private object Create(Type type)
    {
        var registered = services.GetService<DataLoaderRegistry>()?.Implementation(type) ?? type;
        var options = services.GetService<DataLoaderOptions>() ?? new();
        return ActivatorUtilities.CreateInstance(services, registered, dispatcher, options);
    }
}

/// <summary>Which class is made for an interface that resolvers ask for.</summary>
internal sealed class DataLoaderRegistry
{
    private readonly Dictionary<Type, Type> _implementations = [];

    public void Add(Type service, Type implementation) => _implementations[service] = implementation;

    public Type? Implementation(Type service) => _implementations.GetValueOrDefault(service);
}
