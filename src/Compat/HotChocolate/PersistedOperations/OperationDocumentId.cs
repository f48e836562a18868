using System.Buffers;

namespace HotChocolate.Language;

/// <summary>The id of a stored document: letters, digits, <c>-</c> and <c>_</c>, mostly the document's hash. The default value is empty.</summary>
public readonly struct OperationDocumentId : IEquatable<OperationDocumentId>
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("-_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>An id; throws <see cref="ArgumentException"/> if it has other characters or none.</summary>
    public OperationDocumentId(string value)
    {
        if (!IsValidId(value)) throw new ArgumentException("Invalid operation id format.", nameof(value));
        Value = value;
    }

    /// <summary>Whether it is empty.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Value);

    /// <summary>Its text.</summary>
    public string Value { get; }

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsValidId(string operationId)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        return operationId.Length > 0 && !operationId.AsSpan().ContainsAnyExcept(Allowed);
    }

    /// <inheritdoc/>
    public bool Equals(OperationDocumentId other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OperationDocumentId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => IsEmpty ? "(empty)" : Value;

    /// <summary>Whether two ids are equal.</summary>
    public static bool operator ==(OperationDocumentId left, OperationDocumentId right) => left.Equals(right);

    /// <summary>Whether two ids differ.</summary>
    public static bool operator !=(OperationDocumentId left, OperationDocumentId right) => !left.Equals(right);
}
