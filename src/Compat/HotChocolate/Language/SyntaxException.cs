namespace HotChocolate.Language;

/// <summary>A document that is not GraphQL; <see cref="Position"/> is the byte offset of the offending token.</summary>
internal sealed class SyntaxException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
