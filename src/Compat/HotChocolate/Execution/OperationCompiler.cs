using System.Text;
using HotChocolate.Introspection;
using HotChocolate.Language;
using HotChocolate.Schemas;
using HotChocolate.Types;
using HotChocolate.Validation.Rules;

namespace HotChocolate.Execution;

/// <summary>Makes the plan of an operation of a valid document.</summary>
internal sealed class OperationCompiler
{
    // Fragments that spread others twice grow exponentially, in the plan and in the result, and so do the conditions that they stand under.
    private const int MaxPlannedFields = 5_000;
    private const int MaxVisitedSelections = 20_000;
    private const int MaxConditions = 64;

    private readonly Schema _schema;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments;
    private readonly List<InclusionCondition> _conditions = [];
    private readonly Lock _lock = new();
    private int _fieldCount;
    private int _visitedSelections;

    private OperationCompiler(Schema schema, DocumentNode document)
    {
        _schema = schema;
        _fragments = document.Fragments.ToDictionary(fragment => fragment.Name);
    }

    /// <summary>How many fields have been planned so far; more may be when new possible types of an abstract field appear.</summary>
    public int FieldCount => Volatile.Read(ref _fieldCount);

    /// <summary>Compiles; throws <see cref="GraphQLException"/> when the schema has no such root or the operation is too large.</summary>
    public static OperationPlan Compile(Schema schema, DocumentNode document, OperationDefinitionNode operation)
    {
        var root = schema.RootType(operation.Type)
            ?? throw new GraphQLException($"This GraphQL schema does not support `{operation.Type}` operations.");
        var compiler = new OperationCompiler(schema, document);
        // Known before the first request runs, since it computes its flags once, and plans of possible types may follow later.
        foreach (var set in compiler.Reachable(operation.Selections)) compiler.RegisterConditions(set);
        VariablePlan[] variables =
            [.. operation.Variables.Select(variable => new VariablePlan(variable, InputTypes.Resolve(schema, variable.Type)!))];
        return new(operation, compiler.Object(root, [new(operation.Selections, 0)]), variables, compiler._conditions, compiler);
    }

    /// <summary>The plan for a value of an abstract field.</summary>
    public ObjectPlan Child(FieldPlan field, ObjectType type)
    {
        if (field.Child is { } child) return child;
        if (field.Children!.TryGetValue(type, out var known)) return known;
        lock (_lock) return field.Children.GetOrAdd(type, missing => Object(missing, field.Selections));
    }

    private ObjectPlan Object(ObjectType type, IReadOnlyList<ConditionalSelections> selections)
    {
        var collected = new OrderedDictionary<string, List<Occurrence>>();
        var visited = new HashSet<(SelectionSetNode, ulong)>();
        var place = 0;
        foreach (var (set, conditions) in selections) Collect(type, set, conditions, collected, visited, ref place);
        var fields = new FieldPlan[collected.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = Field(type, i, collected.GetAt(i).Value);
        return new(type, fields);
    }

    private void Collect(
        ObjectType type, SelectionSetNode set, ulong conditions, OrderedDictionary<string, List<Occurrence>> into,
        HashSet<(SelectionSetNode, ulong)> visited, ref int place)
    {
        // What an object has selected once under some conditions, it need not select again under the same.
        if (!visited.Add((set, conditions))) return;
        foreach (var selection in set.Selections)
        {
            if (++_visitedSelections > MaxVisitedSelections)
                throw new GraphQLException($"The operation makes more than {MaxVisitedSelections} selections once its fragments are spread.");
            if (!TryApplyDirectives(selection, conditions, out var own)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!into.TryGetValue(field.ResponseName, out var nodes)) into[field.ResponseName] = nodes = [];
                    nodes.Add(new(field, own, place++));
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(type, inline.TypeCondition.InnerName):
                    Collect(type, inline.Selections, own, into, visited, ref place);
                    break;
                case FragmentSpreadNode named when _fragments[named.Name] is var fragment && Applies(type, fragment.TypeCondition.InnerName):
                    Collect(type, fragment.Selections, own, into, visited, ref place);
                    break;
            }
        }
    }

    private bool Applies(ObjectType type, string condition) =>
        _schema.FindType(condition) is { } named && Schema.PossibleTypes(named).Contains(type);

    // Constant @skip and @include are decided now; those with a variable become a condition that each request decides.
    private bool TryApplyDirectives(SelectionNode selection, ulong conditions, out ulong result)
    {
        result = conditions;
        foreach (var directive in selection.Directives)
        {
            if (directive.Name is not ("skip" or "include")) continue;
            var expected = directive.Name == "include";
            switch (directive.Arguments.FirstOrDefault(argument => argument.Name == "if")?.Value)
            {
                case BooleanValueNode constant when constant.Value != expected:
                    return false;
                case VariableNode variable:
                    result |= 1UL << Condition(new(variable.Name, expected));
                    break;
            }
        }
        return true;
    }

    // A selection set and those of the fragments that it spreads, directly or not.
    private IEnumerable<SelectionSetNode> Reachable(SelectionSetNode root)
    {
        var (seen, open) = (new HashSet<string>(), new Queue<SelectionSetNode>([root]));
        while (open.TryDequeue(out var set))
        {
            yield return set;
            foreach (var spread in FragmentRules.Spreads(set))
            {
                if (seen.Add(spread.Name)) open.Enqueue(_fragments[spread.Name].Selections);
            }
        }
    }

    private void RegisterConditions(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            TryApplyDirectives(selection, 0, out _);
            if ((selection as FieldNode)?.Selections is { } fields) RegisterConditions(fields);
            if (selection is InlineFragmentNode inline) RegisterConditions(inline.Selections);
        }
    }

    private int Condition(InclusionCondition condition)
    {
        var index = _conditions.IndexOf(condition);
        if (index >= 0) return index;
        if (_conditions.Count == MaxConditions) throw new GraphQLException($"An operation may use at most {MaxConditions} variables in @skip and @include.");
        _conditions.Add(condition);
        return _conditions.Count - 1;
    }

    private FieldPlan Field(ObjectType owner, int slot, List<Occurrence> nodes)
    {
        if (_fieldCount >= MaxPlannedFields) throw new GraphQLException($"The operation selects more than {MaxPlannedFields} fields once its fragments are spread.");
        var index = _fieldCount;
        Volatile.Write(ref _fieldCount, index + 1);
        var node = nodes[0].Node;
        var field = FindField(_schema, owner, node.Name)!;
        ConditionalSelections[] selections =
        [
            .. nodes.Where(occurrence => occurrence.Node.Selections is not null)
                .Select(occurrence => new ConditionalSelections(occurrence.Node.Selections!, occurrence.Conditions)),
        ];
        var child = field.Type.Named() is ObjectType type ? Object(type, selections) : null;
        var isAbstract = child is null && field.Type.Named().IsComposite();
        return new()
        {
            Index = index,
            Slot = slot,
            ResponseName = node.ResponseName,
            Token = Encoding.UTF8.GetBytes($"\"{node.ResponseName}\":"),
            Owner = owner,
            Field = field,
            Node = node,
            Writer = field.Writer,
            Arguments = [.. field.Arguments.Select(argument => Argument(owner, field, argument, node))],
            Occurrences = nodes[0].Conditions == 0 ? [nodes[0]] : [.. nodes.DistinctBy(occurrence => occurrence.Conditions)],
            Selections = selections,
            Child = child,
            Children = isAbstract ? new() : null,
            NeedsWait = field.Resolver is AsyncResolver || isAbstract || child is { NeedsWait: true },
        };
    }

    /// <summary>A field of a type, the introspection fields included.</summary>
    public static OutputField? FindField(Schema schema, ITypeDefinition owner, string name) => name switch
    {
        "__typename" => IntrospectionTypes.TypeName,
        "__schema" when owner == schema.Query => IntrospectionTypes.SchemaField,
        "__type" when owner == schema.Query => IntrospectionTypes.TypeField,
        _ => (owner as ComplexType)?.FindField(name),
    };

    private static ArgumentPlan Argument(ObjectType owner, OutputField field, InputValue argument, FieldNode node)
    {
        var literal = node.Arguments.FirstOrDefault(given => given.Name == argument.Name)?.Value;
        if (literal is not null && InputCoercion.HasVariables(literal)) return new(argument, literal, null, null);
        try
        {
            return new(argument, null, InputCoercion.Literal(argument, literal ?? argument.DefaultValue ?? NullValueNode.Default, null), null);
        }
        catch (GraphQLException exception)
        {
            return new(argument, null, null, InputCoercion.At($"{owner.Name}.{field.Name}({argument.Name}:)", exception));
        }
    }
}
