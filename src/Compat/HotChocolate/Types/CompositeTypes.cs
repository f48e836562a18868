using System.Collections.Frozen;
using HotChocolate.Authorization;
using HotChocolate.Execution;

namespace HotChocolate.Types;

/// <summary>An object or interface type.</summary>
internal abstract class ComplexType(string name, string? description, Type runtimeType) : TypeDefinition(name, description, runtimeType)
{
    private FrozenDictionary<string, OutputField> _fields = FrozenDictionary<string, OutputField>.Empty;

    /// <summary>The fields in the order of the schema, without the introspection fields.</summary>
    public IReadOnlyList<OutputField> Fields { get; private set; } = [];

    /// <summary>The interfaces it implements.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; set; } = [];

    public void SetFields(IReadOnlyList<OutputField> fields)
    {
        Fields = fields;
        _fields = fields.ToFrozenDictionary(field => field.Name);
    }

    public OutputField? FindField(string name) => _fields.GetValueOrDefault(name);
}

internal sealed class ObjectType(string name, string? description, Type runtimeType) : ComplexType(name, description, runtimeType)
{
    /// <summary>Who may see objects of the type.</summary>
    public IReadOnlyList<AuthorizeRule> Rules { get; set; } = [];

    /// <summary>What an object costs, where that is said; otherwise 1.</summary>
    public double? CostWeight { get; set; }
}

internal sealed class InterfaceType(string name, string? description, Type runtimeType) : ComplexType(name, description, runtimeType)
{
    public IReadOnlyList<ObjectType> PossibleTypes { get; set; } = [];
}

internal sealed class UnionType(string name, string? description, Type runtimeType) : TypeDefinition(name, description, runtimeType)
{
    public IReadOnlyList<ObjectType> PossibleTypes { get; set; } = [];
}

/// <summary>A field of an object or interface type.</summary>
internal sealed class OutputField
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public string? DeprecationReason { get; init; }
    public required IType Type { get; init; }
    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    /// <summary>What a call costs, where it is not what it is for fields of the type.</summary>
    public double? CostWeight { get; init; }

    /// <summary>Whether an attribute says the cost of a field that is paged.</summary>
    public bool SaysCost { get; init; }

    /// <summary>What is known of the length of its list.</summary>
    public CostAnalysis.ListSizing? Sizing { get; init; }

    /// <summary>How the value is written.</summary>
    public required ValueShape Shape { get; init; }

    /// <summary>How the value is found; null in interfaces, whose implementations know.</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>Who may see it, besides what its type says.</summary>
    public IReadOnlyList<AuthorizeRule> Rules { get; set; } = [];

    /// <summary>Whether everybody may see it, whatever its type says.</summary>
    public bool IsForEverybody { get; set; }

    /// <summary>Whether it fetches objects by their ids, and so asks the rules of each by itself.</summary>
    public bool FetchesNodes { get; init; }

    /// <summary>How the events are found; only in fields of the subscription type.</summary>
    public SubscribeResolver? Subscribe { get; init; }

    /// <summary>Writes the field of an object, in the fastest way that its type and resolver allow.</summary>
    public FieldWriter Writer => field ??= FieldWriter.Of(this);

    public InputValue? FindArgument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == name) return argument;
        }
        return null;
    }
}
