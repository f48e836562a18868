namespace HotChocolate;

/// <summary>Builds an <see cref="IError"/> step by step.</summary>
public sealed class ErrorBuilder
{
    private IError _error;

    private ErrorBuilder(IError error) => _error = error;

    /// <summary>An error of which nothing is set yet.</summary>
    public static ErrorBuilder New() => new(new Error(""));

    /// <summary>A copy of an error to change.</summary>
    public static ErrorBuilder FromError(IError error) => new(error ?? throw new ArgumentNullException(nameof(error)));

    /// <summary>Sets what went wrong, for people.</summary>
    public ErrorBuilder SetMessage(string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        return Set(_error.WithMessage(message));
    }

    /// <summary>Sets what went wrong, for programs; null or empty removes it.</summary>
    public ErrorBuilder SetCode(string? code) => Set(_error.WithCode(string.IsNullOrEmpty(code) ? null : code));

    /// <summary>Sets the field that failed.</summary>
    public ErrorBuilder SetPath(Path? path) => Set(_error.WithPath(path!));

    /// <summary>Adds a place of the document.</summary>
    public ErrorBuilder AddLocation(Location location) => Set(_error.WithLocations([.. _error.Locations ?? [], location]));

    /// <summary>Sets one piece of further data.</summary>
    public ErrorBuilder SetExtension(string key, object? value) => Set(_error.SetExtension(key, value));

    /// <summary>Removes one piece of further data.</summary>
    public ErrorBuilder RemoveExtension(string key) => Set(_error.RemoveExtension(key));

    /// <summary>Sets the exception behind the error.</summary>
    public ErrorBuilder SetException(Exception? exception) => Set(_error.WithException(exception));

    /// <summary>The error; throws <see cref="InvalidOperationException"/> without a message.</summary>
    public IError Build() => _error.Message.Length > 0 ? _error : throw new InvalidOperationException("Message is required");

    private ErrorBuilder Set(IError error)
    {
        _error = error;
        return this;
    }
}
