using HotChocolate.Types;

namespace HotChocolate.Execution;

/// <summary>What the calls of one selected field share within a request: its coerced arguments and the request itself.</summary>
internal sealed class FieldCall(RequestState request, OutputField field, string responseName, object?[] arguments)
{
    public RequestState Request { get; } = request;
    public OutputField Field { get; } = field;
    public string ResponseName { get; } = responseName;
    public object?[] Arguments { get; } = arguments;
    public CancellationToken Cancellation => Request.Cancellation;

    /// <summary>The argument at an index of the field's arguments.</summary>
    public T Argument<T>(int index) => Arguments[index] is T value ? value : default!;

    /// <summary>The argument of a name; throws <see cref="ArgumentException"/> when the field has none.</summary>
    public T Argument<T>(string name)
    {
        for (var i = 0; i < Field.Arguments.Count; i++)
        {
            if (Field.Arguments[i].Name == name) return Argument<T>(i);
        }
        throw new ArgumentException($"The field {Field.Name} has no argument {name}.", nameof(name));
    }

    /// <summary>The event that a subscription field answers to.</summary>
    public T EventMessage<T>() => Request.EventMessage is T message ? message : default!;

    /// <summary>What an interceptor gave the request by this name; throws <see cref="ArgumentException"/> when it gave nothing of the type.</summary>
    public T GlobalState<T>(string name) => Request.Caller.State.TryGetValue(name, out var value) && value is T state
        ? state
        : throw new ArgumentException($"The request has no global state `{name}` of {typeof(T)}.", nameof(name));

    /// <summary>What an interceptor gave the request by this name, or a default.</summary>
    public T GlobalState<T>(string name, T defaultValue) => Request.Caller.State.TryGetValue(name, out var value) && value is T state ? state : defaultValue;

    /// <summary>The request's data loader of a class.</summary>
    public T DataLoader<T>() where T : GreenDonut.IDataLoader => Request.DataLoaders.Get<T>();
}
