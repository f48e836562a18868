using System.Collections.Concurrent;
using System.Security.Claims;

namespace HotChocolate.Execution;

/// <summary>A request that is about to run, in the hands of an interceptor.</summary>
public sealed class OperationRequestBuilder
{
    private readonly ConcurrentDictionary<string, object?> _state = new(StringComparer.Ordinal);
    private IServiceProvider? _services;

    internal OperationRequestBuilder() { }

    internal ClaimsPrincipal? User { get; set; }

    /// <summary>Gives resolvers a value by name, in place of the one before.</summary>
    public OperationRequestBuilder SetGlobalState(string name, object? value)
    {
        _state[name] = value;
        return this;
    }

    /// <summary>Gives resolvers a value by name; throws <see cref="ArgumentException"/> when there is one.</summary>
    public OperationRequestBuilder AddGlobalState(string name, object? value) => _state.TryAdd(name, value)
        ? this
        : throw new ArgumentException($"There is a global state '{name}' already.", nameof(name));

    /// <summary>Gives resolvers a value by name, unless there is one.</summary>
    public OperationRequestBuilder TryAddGlobalState(string name, object? value)
    {
        _state.TryAdd(name, value);
        return this;
    }

    /// <summary>Takes a value away.</summary>
    public OperationRequestBuilder RemoveGlobalState(string name)
    {
        _state.TryRemove(name, out _);
        return this;
    }

    /// <summary>Says where resolvers get their services; null for the request's own.</summary>
    public OperationRequestBuilder SetServices(IServiceProvider? services)
    {
        _services = services;
        return this;
    }

    /// <summary>Says where resolvers get their services, unless it has been said.</summary>
    public OperationRequestBuilder TrySetServices(IServiceProvider? services)
    {
        _services ??= services;
        return this;
    }

    internal Caller Build(IServiceProvider services) => new(_services ?? services, User, _state);
}
