namespace HotChocolate.Language;

/// <summary>
/// A definition or extension of the type system. Executable documents may not contain one; it is parsed in full so that its syntax errors
/// are told apart from its being in the wrong place. <see cref="Name"/> is null for <c>schema</c>.
/// </summary>
internal sealed class TypeSystemDefinitionNode(int position, string keyword, string? name, bool isExtension) : DefinitionNode(position)
{
    public string Keyword { get; } = keyword;
    public string? Name { get; } = name;
    public bool IsExtension { get; } = isExtension;
}
