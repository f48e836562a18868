namespace HotChocolate;

/// <summary>Thrown by a resolver to answer a field with errors of its own choice instead of an unexpected one.</summary>
public class GraphQLException : Exception
{
    /// <summary>One error with this message.</summary>
    public GraphQLException(string message) : this(ErrorBuilder.New().SetMessage(message).Build()) { }

    /// <summary>One error.</summary>
    public GraphQLException(IError error) : base(error.Message) => Errors = [error];

    /// <summary>Several errors.</summary>
    public GraphQLException(params IError[] errors) => Errors = errors;

    /// <summary>Several errors.</summary>
    public GraphQLException(IEnumerable<IError> errors) => Errors = [.. errors];

    /// <summary>One error with the exception behind it.</summary>
    public GraphQLException(string message, Exception innerException) : base(message, innerException) =>
        Errors = [ErrorBuilder.New().SetMessage(message).SetException(innerException).Build()];

    /// <summary>The errors of the field.</summary>
    public IReadOnlyList<IError> Errors { get; }
}
