using System.Reflection;

namespace Orleans.Serialization.Invocation;

/// <summary>A call, as filters see it.</summary>
public interface IInvokable
{
    /// <summary>How many arguments there are.</summary>
    int GetArgumentCount();

    /// <summary>The argument at this place.</summary>
    object? GetArgument(int index);

    /// <summary>Replaces the argument at this place.</summary>
    void SetArgument(int index, object? value);

    /// <summary>The method's name.</summary>
    string GetMethodName();

    /// <summary>The interface's name.</summary>
    string GetInterfaceName();

    /// <summary>The interface.</summary>
    Type GetInterfaceType();

    /// <summary>The interface's method.</summary>
    MethodInfo GetMethod();

    /// <summary>The cancellation token among the arguments.</summary>
    CancellationToken GetCancellationToken();
}

/// <summary>The outcome of a call.</summary>
public abstract class Response
{
    /// <summary>The outcome of a call without a result.</summary>
    public static Response Completed { get; } = new Outcome(null, null);

    /// <summary>The result.</summary>
    public abstract object? Result { get; set; }

    /// <summary>What was thrown.</summary>
    public abstract Exception? Exception { get; set; }

    /// <summary>The outcome of a call that threw.</summary>
    public static Response FromException(Exception exception) => new Outcome(null, exception);

    /// <summary>The outcome of a call with a result.</summary>
    public static Response FromResult<TResult>(TResult value) => new Outcome(value, null);

    /// <summary>The result; throws what was thrown.</summary>
    public abstract T GetResult<T>();

    private sealed class Outcome(object? result, Exception? exception) : Response
    {
        public override object? Result { get; set; } = result;

        public override Exception? Exception { get; set; } = exception;

        public override T GetResult<T>()
        {
            if (Exception is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(Exception);
            return Result is null ? default! : (T)Result;
        }
    }
}
