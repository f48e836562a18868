namespace HotChocolate;

/// <summary>The classes given do not make a valid schema; the message names each fault.</summary>
public sealed class SchemaException : Exception
{
    internal SchemaException(string message) : base(message) { }
}
