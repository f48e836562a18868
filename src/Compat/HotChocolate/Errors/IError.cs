namespace HotChocolate;

/// <summary>An error of a request, immutable: every change gives a new one.</summary>
public interface IError
{
    /// <summary>What went wrong, for people.</summary>
    string Message { get; }

    /// <summary>What went wrong, for programs; <c>extensions.code</c> on the wire.</summary>
    string? Code { get; }

    /// <summary>The field of the result that failed.</summary>
    Path? Path { get; }

    /// <summary>The places in the document.</summary>
    IReadOnlyList<Location>? Locations { get; }

    /// <summary>Further data; values are null, strings, booleans, numbers, lists and string-keyed dictionaries of them.</summary>
    IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>The exception behind it, which is never sent.</summary>
    Exception? Exception { get; }

    /// <summary>The same error with another message.</summary>
    IError WithMessage(string message);

    /// <summary>The same error with another code, or none.</summary>
    IError WithCode(string? code);

    /// <summary>The same error at another field.</summary>
    IError WithPath(Path path);

    /// <summary>The same error at other places of the document.</summary>
    IError WithLocations(IReadOnlyList<Location> locations);

    /// <summary>The same error with other extensions.</summary>
    IError WithExtensions(IReadOnlyDictionary<string, object?>? extensions);

    /// <summary>The same error with one extension set.</summary>
    IError SetExtension(string key, object? value);

    /// <summary>The same error without an extension.</summary>
    IError RemoveExtension(string key);

    /// <summary>The same error with another exception behind it.</summary>
    IError WithException(Exception? exception);
}
