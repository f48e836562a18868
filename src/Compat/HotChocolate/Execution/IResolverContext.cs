using HotChocolate.Execution.Processing;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Resolvers;

/// <summary>What a resolver can ask the engine for, where its parameters do not say it already.</summary>
public interface IResolverContext
{
    /// <summary>The services of the resolver.</summary>
    IServiceProvider Services { get; }

    /// <summary>What the document selects.</summary>
    Selection Selection { get; }

    /// <summary>Fires when nobody waits for the result any more.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>What the resolvers of the request share by name: what interceptors gave it, and what resolvers put there.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>The object that has the field.</summary>
    T Parent<T>();

    /// <summary>The value of an argument; throws <see cref="ArgumentException"/> when the field has none of that name.</summary>
    T ArgumentValue<T>(string name);

    /// <summary>A service; throws <see cref="InvalidOperationException"/> when it is not registered.</summary>
    T Service<T>() where T : notnull;

    /// <summary>The service with a key; throws <see cref="InvalidOperationException"/> when it is not registered.</summary>
    T Service<T>(object key) where T : notnull;
}

internal sealed class ResolverContext(object? parent, Execution.FieldCall call, IServiceProvider services) : IResolverContext
{
    public IServiceProvider Services => services;
    public Selection Selection => new(call.ResponseName);
    public CancellationToken RequestAborted => call.Cancellation;

    public IDictionary<string, object?> ContextData => call.Request.Caller.State;

    public T Parent<T>() => (T)parent!;

    public T ArgumentValue<T>(string name) => call.Argument<T>(name);

    public T Service<T>() where T : notnull => services.GetRequiredService<T>();

    public T Service<T>(object key) where T : notnull => services.GetRequiredKeyedService<T>(key);
}
