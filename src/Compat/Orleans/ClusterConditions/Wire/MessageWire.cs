using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>The arguments of a call.</summary>
internal interface ICallArguments
{
    int GetArgumentCount();

    object? GetArgument(int index);

    void SetArgument(int index, object? value);
}

/// <summary>Carries messages as bytes, so that only what has a codec arrives: see <see cref="ClusterConditions"/>.</summary>
internal sealed class MessageWire(Silo silo)
{
    /// <summary>What comes out at the other end of the wire. Within the value, what was one object before is one object again.</summary>
    public T Carry<T>(T value)
    {
        using var bytes = new MemoryStream();
        new WireWriter(bytes).Write(value);
        bytes.Position = 0;
        return (T)new WireReader(bytes, silo).Read()!;
    }

    /// <summary>Replaces the arguments, and the values that travel with the call. What cannot be sent fails the call, and the result is false.</summary>
    public bool TryCarry(GrainRequest request)
    {
        try
        {
            CarryArguments(request);
            if (request.Context is { Values.IsEmpty: false } context) request.Context = context with { Values = Carry(context.Values) };
            return true;
        }
        // Whatever a constructor or the like throws belongs to the caller.
        catch (Exception failure)
        {
            request.Fail(failure);
            return false;
        }
    }

    /// <summary>Replaces the arguments. Tokens are not among what is sent: the runtime tells of a cancellation by itself.</summary>
    public void CarryArguments(ICallArguments call)
    {
        if (call.GetArgumentCount() == 0) return;
        var arguments = Enumerable.Range(0, call.GetArgumentCount()).Select(call.GetArgument).Select(one => one is CancellationToken ? null : one).ToArray();
        var arrived = Carry(arguments);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not null) call.SetArgument(i, arrived[i]);
        }
    }
}
