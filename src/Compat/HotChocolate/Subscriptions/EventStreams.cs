using System.Runtime.CompilerServices;
using HotChocolate.Execution;
using HotChocolate.Schemas;

namespace HotChocolate.Subscriptions;

/// <summary>The streams that methods named by <c>[Subscribe(With = …)]</c> may return, as one kind.</summary>
internal static class EventStreams
{
    public static async ValueTask<IAsyncEnumerable<object?>> From(object stream)
    {
        switch (stream)
        {
            case ISourceStream source:
                return source.ReadEventsAsync();
            case Task task:
                await task;
                return await From(task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task)!);
            case not null when stream.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>):
                return await From(type.GetMethod(nameof(ValueTask<object>.AsTask))!.Invoke(stream, null)!);
        }
        var events = NullableType.FindGeneric(stream!.GetType(), typeof(IAsyncEnumerable<>))
            ?? throw new InvalidOperationException($"{stream.GetType()} is no stream of events.");
        return (IAsyncEnumerable<object?>)typeof(EventStreams)
            .GetMethod(nameof(Box), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(events.GetGenericArguments()).Invoke(null, [stream, CancellationToken.None])!;
    }

    private static async IAsyncEnumerable<object?> Box<T>(IAsyncEnumerable<T> events, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var message in events.WithCancellation(cancellation)) yield return message;
    }
}
