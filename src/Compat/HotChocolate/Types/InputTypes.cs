using System.Collections.Frozen;
using HotChocolate.Language;

namespace HotChocolate.Types;

/// <summary>An argument or a field of an input object.</summary>
internal sealed class InputValue
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public string? DeprecationReason { get; init; }
    public required IType Type { get; init; }
    public IValueNode? DefaultValue { get; init; }

    /// <summary>The CLR type that the value is handed over as.</summary>
    public required Type RuntimeType { get; init; }

    /// <summary>Turns a coerced leaf value into what the member takes, where the two differ: a global id, a bound value type.</summary>
    public Func<object, object>? Convert { get; init; }

    /// <summary>What it costs when it is given, where that is said.</summary>
    public double? CostWeight { get; init; }

    public bool IsRequired => Type.IsNonNull() && DefaultValue is null;
}

internal sealed class InputObjectType(string name, string? description, Type runtimeType, bool isOneOf)
    : TypeDefinition(name, description, runtimeType)
{
    private FrozenDictionary<string, int> _indexes = FrozenDictionary<string, int>.Empty;

    public bool IsOneOf { get; } = isOneOf;
    public IReadOnlyList<InputValue> Fields { get; private set; } = [];

    /// <summary>Makes an instance of the CLR type. Both arrays follow <see cref="Fields"/>; a field not given keeps what the class sets.</summary>
    public Func<object?[], bool[], object> Create { get; private set; } = null!;

    public void Complete(IReadOnlyList<InputValue> fields, Func<object?[], bool[], object> create)
    {
        Fields = fields;
        Create = create;
        _indexes = fields.Select((field, index) => (field.Name, index)).ToFrozenDictionary(pair => pair.Name, pair => pair.index);
    }

    public int IndexOf(string fieldName) => _indexes.GetValueOrDefault(fieldName, -1);
}
