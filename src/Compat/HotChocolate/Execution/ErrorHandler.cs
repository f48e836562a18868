namespace HotChocolate.Execution;

/// <summary>From exceptions to the errors that are sent: what was not thrown on purpose says nothing of itself.</summary>
internal sealed class ErrorHandler(IReadOnlyList<IErrorFilter> filters, bool includeExceptionDetails)
{
    private const string Unexpected = "Unexpected Execution Error";

    /// <summary>The errors of an exception, not filtered yet.</summary>
    public IReadOnlyList<IError> ToErrors(Exception exception)
    {
        if (exception is GraphQLException { Errors.Count: > 0 } intended) return intended.Errors;
        var error = ErrorBuilder.New().SetMessage(Unexpected).SetException(exception);
        if (includeExceptionDetails)
        {
            var details = new OrderedDictionary<string, object?> { ["message"] = exception.Message, ["stackTrace"] = exception.StackTrace };
            error.SetExtension("exception", details);
        }
        return [error.Build()];
    }

    /// <summary>The error as the application wants it sent.</summary>
    public IError Filter(IError error) => filters.Aggregate(error, (current, filter) => filter.OnError(current));
}
