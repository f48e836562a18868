using HotChocolate.Types;

namespace HotChocolate.Execution;

/// <summary>What the calls of one selected field share within a request: its coerced arguments and the request itself.</summary>
internal sealed class FieldCall(RequestState request, OutputField field, object?[] arguments)
{
    public RequestState Request { get; } = request;
    public OutputField Field { get; } = field;
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

    /// <summary>The request's data loader of a class.</summary>
    public T DataLoader<T>() where T : GreenDonut.IDataLoader => Request.DataLoaders.Get<T>();
}
