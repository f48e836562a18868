namespace HotChocolate.Language;

/// <summary>
/// A definition or extension of the type system. Executable documents may not contain one; it is parsed in full so that its syntax errors
/// are told apart from its being in the wrong place; nothing of it is kept.
/// </summary>
internal sealed class TypeSystemDefinitionNode(int position) : DefinitionNode(position);
