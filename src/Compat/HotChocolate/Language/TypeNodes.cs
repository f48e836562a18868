namespace HotChocolate.Language;

/// <summary>A type as a document writes it.</summary>
internal abstract class TypeNode(int position) : SyntaxNode(position)
{
    /// <summary>The name inside all brackets and marks.</summary>
    public abstract string InnerName { get; }
}

internal sealed class NamedTypeNode(int position, string name) : TypeNode(position)
{
    public override string InnerName { get; } = name;

    public override string ToString() => InnerName;
}

internal sealed class ListTypeNode(int position, TypeNode item) : TypeNode(position)
{
    public TypeNode Item { get; } = item;
    public override string InnerName => Item.InnerName;

    public override string ToString() => $"[{Item}]";
}

internal sealed class NonNullTypeNode(int position, TypeNode inner) : TypeNode(position)
{
    public TypeNode Inner { get; } = inner;
    public override string InnerName => Inner.InnerName;

    public override string ToString() => $"{Inner}!";
}
