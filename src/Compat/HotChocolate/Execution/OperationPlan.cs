using System.Collections.Concurrent;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Execution;

/// <summary>An operation made ready to run many times: fragments spread, fields merged, arguments coerced as far as they are constant.</summary>
internal sealed record OperationPlan(
    OperationDefinitionNode Definition, ObjectPlan Root, IReadOnlyList<VariablePlan> Variables,
    IReadOnlyList<InclusionCondition> Conditions, OperationCompiler Compiler)
{
    public OperationType Type => Definition.Type;

    /// <summary>What it may cost, estimated once.</summary>
    public CostAnalysis.OperationCost Cost { get; init; }

    /// <summary>Who may run it, asked before it starts.</summary>
    public IReadOnlyList<Authorization.AuthorizeRule> Rules { get; init; } = [];
}

/// <summary>A variable with the type that the schema gives its name.</summary>
internal sealed record VariablePlan(VariableDefinitionNode Definition, IType Type)
{
    public string Name => Definition.Name;
}

/// <summary>A variable that decides whether something is selected, and what it must be for that.</summary>
internal readonly record struct InclusionCondition(string Variable, bool Expected);

/// <summary>The fields selected of one object type.</summary>
internal sealed class ObjectPlan(ObjectType type, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;
    public FieldPlan[] Fields { get; } = fields;

    // A field counts from the first place where it is included (§6.3.2); it can move only if that place depends on the request.
    private readonly bool _canMove = Array.Exists(fields, field => field.Occurrences.Length > 1);

    /// <summary>The fields in the order of the result for a request's flags; those that are not included may be among them.</summary>
    public FieldPlan[] InOrder(ulong flags) => _canMove ? [.. Fields.OrderBy(field => field.PlaceOf(flags))] : Fields;

    /// <summary>Whether one of the fields must be started before writing.</summary>
    public bool NeedsWait { get; } = Array.Exists(fields, field => field.NeedsWait);
}

/// <summary>One selected field.</summary>
internal sealed class FieldPlan
{
    public required int Index { get; init; }

    /// <summary>Its place among the fields of its object.</summary>
    public required int Slot { get; init; }
    public required string ResponseName { get; init; }

    /// <summary>The response name as JSON, with its colon.</summary>
    public required byte[] Token { get; init; }
    public required ObjectType Owner { get; init; }
    public required OutputField Field { get; init; }
    public required FieldNode Node { get; init; }
    public required FieldWriter Writer { get; init; }

    /// <summary>An argument's coerced value, or how to get it.</summary>
    public required IReadOnlyList<ArgumentPlan> Arguments { get; init; }

    /// <summary>Where it is selected, of which one's conditions must hold; only the first place of each set of conditions.</summary>
    public required Occurrence[] Occurrences { get; init; }

    /// <summary>What is selected of the value, for composite types.</summary>
    public required IReadOnlyList<ConditionalSelections> Selections { get; init; }

    /// <summary>The plan of the value's type, if that is an object type.</summary>
    public required ObjectPlan? Child { get; init; }

    /// <summary>The plans of the value's possible types, made when one first appears, if the type is abstract.</summary>
    public ConcurrentDictionary<ObjectType, ObjectPlan>? Children { get; init; }

    /// <summary>Whether it, or something below it, may wait.</summary>
    public required bool NeedsWait { get; init; }

    public bool IsIncluded(ulong flags)
    {
        foreach (var occurrence in Occurrences)
        {
            if ((flags & occurrence.Conditions) == occurrence.Conditions) return true;
        }
        return false;
    }

    /// <summary>The place of the first occurrence whose conditions hold; behind all others if there is none.</summary>
    public int PlaceOf(ulong flags)
    {
        foreach (var occurrence in Occurrences)
        {
            if ((flags & occurrence.Conditions) == occurrence.Conditions) return occurrence.Place;
        }
        return int.MaxValue;
    }
}

/// <summary>A field in the document, the conditions for it to count (0 for none), and its place among all selections of its object.</summary>
internal readonly record struct Occurrence(FieldNode Node, ulong Conditions, int Place);

/// <summary>A selection set that counts only under conditions (0 for none).</summary>
internal readonly record struct ConditionalSelections(SelectionSetNode Selections, ulong Conditions);

/// <summary>An argument: its constant value, or the literal with variables in it, or the error of a constant that cannot be coerced.</summary>
internal sealed record ArgumentPlan(InputValue Definition, IValueNode? Literal, object? Constant, Exception? Error);
