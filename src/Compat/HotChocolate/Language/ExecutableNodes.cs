using System.Text;

namespace HotChocolate.Language;

/// <summary>The kind of an operation.</summary>
public enum OperationType
{
    /// <summary>Reads.</summary>
    Query,
    /// <summary>Writes, then reads; its root fields run one after the other.</summary>
    Mutation,
    /// <summary>A stream of events.</summary>
    Subscription,
}

/// <summary>A parsed document with its source, from which the locations of its errors are computed.</summary>
internal sealed class DocumentNode
{
    private readonly byte[] _source;

    public DocumentNode(byte[] source, IReadOnlyList<DefinitionNode> definitions)
    {
        _source = source;
        Definitions = definitions;
        Operations = [.. definitions.OfType<OperationDefinitionNode>()];
        Fragments = [.. definitions.OfType<FragmentDefinitionNode>()];
    }

    public IReadOnlyList<DefinitionNode> Definitions { get; }
    public IReadOnlyList<OperationDefinitionNode> Operations { get; }
    public IReadOnlyList<FragmentDefinitionNode> Fragments { get; }

    public Location Locate(int position) => Locate(_source, position);

    /// <summary>Line and column, both from 1, of a byte offset; columns count UTF-16 units as other implementations do.</summary>
    public static Location Locate(ReadOnlySpan<byte> source, int position)
    {
        var before = source[..Math.Min(position, source.Length)];
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n' || (before[i] == '\r' && !(i + 1 < source.Length && source[i + 1] == '\n')))
                (line, lineStart) = (line + 1, i + 1);
        }
        return new(line, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}

internal abstract class DefinitionNode(int position) : SyntaxNode(position);

internal sealed class OperationDefinitionNode(
    int position, string? name, OperationType type, IReadOnlyList<VariableDefinitionNode> variables,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode selections) : DefinitionNode(position)
{
    public string? Name { get; } = name;
    public OperationType Type { get; } = type;
    public IReadOnlyList<VariableDefinitionNode> Variables { get; } = variables;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode Selections { get; } = selections;
}

internal sealed class FragmentDefinitionNode(
    int position, string name, NamedTypeNode typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selections)
    : DefinitionNode(position)
{
    public string Name { get; } = name;
    public NamedTypeNode TypeCondition { get; } = typeCondition;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode Selections { get; } = selections;
}

internal sealed class VariableDefinitionNode(
    int position, string name, TypeNode type, IValueNode? defaultValue, int defaultValuePosition, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(position)
{
    public string Name { get; } = name;
    public TypeNode Type { get; } = type;
    public IValueNode? DefaultValue { get; } = defaultValue;
    public int DefaultValuePosition { get; } = defaultValuePosition;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class SelectionSetNode(int position, IReadOnlyList<SelectionNode> selections) : SyntaxNode(position)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

internal abstract class SelectionNode(int position, IReadOnlyList<DirectiveNode> directives) : SyntaxNode(position)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class FieldNode(
    int position, string? alias, string name, IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode? selections) : SelectionNode(position, directives)
{
    public string? Alias { get; } = alias;
    public string Name { get; } = name;
    public string ResponseName => Alias ?? Name;
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
    public SelectionSetNode? Selections { get; } = selections;
}

internal sealed class FragmentSpreadNode(int position, string name, IReadOnlyList<DirectiveNode> directives)
    : SelectionNode(position, directives)
{
    public string Name { get; } = name;
}

internal sealed class InlineFragmentNode(
    int position, NamedTypeNode? typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selections)
    : SelectionNode(position, directives)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;
    public SelectionSetNode Selections { get; } = selections;
}

/// <summary>An argument; <see cref="ValuePosition"/> is the byte offset of its value.</summary>
internal sealed class ArgumentNode(int position, string name, IValueNode value, int valuePosition) : SyntaxNode(position)
{
    public string Name { get; } = name;
    public IValueNode Value { get; } = value;
    public int ValuePosition { get; } = valuePosition;
}

internal sealed class DirectiveNode(int position, string name, IReadOnlyList<ArgumentNode> arguments) : SyntaxNode(position)
{
    public string Name { get; } = name;
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}
