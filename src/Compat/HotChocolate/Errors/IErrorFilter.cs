namespace HotChocolate.Execution;

/// <summary>Sees every error before it is sent, and may replace it.</summary>
public interface IErrorFilter
{
    /// <summary>The error to send instead of <paramref name="error"/>.</summary>
    IError OnError(IError error);
}

/// <summary>An error filter made of a function.</summary>
internal sealed class FunctionErrorFilter(Func<IError, IError> filter) : IErrorFilter
{
    public IError OnError(IError error) => filter(error);
}
