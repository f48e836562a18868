using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Validation.Rules;

/// <summary>
/// Field Selection Merging (§5.3.2): fields with the same response name must mean the same where one object can have both, and have the same
/// shape in any case. Fields are compared with the first of their group instead of each with each, and groups of selection sets once, so that
/// the time stays near the size of the document.
/// </summary>
internal sealed class FieldMergingRule
{
    // Far above what documents within the parser's limits need; it bounds what fragments within fragments can do.
    private const int MaxComparedFields = 20_000;

    private readonly ValidationContext _context;
    private readonly HashSet<string> _reported = [];
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<SelectionSetNode, int> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FieldNode, string> _arguments = new(ReferenceEqualityComparer.Instance);
    private int _compared;

    private FieldMergingRule(ValidationContext context) => _context = context;

    public static void Check(ValidationContext context)
    {
        foreach (var operation in context.Document.Operations)
        {
            if (context.RootOf(operation) is not { } type) continue;
            var rule = new FieldMergingRule(context);
            rule.CheckAll([(operation.Selections, type)]);
            if (rule._compared > MaxComparedFields)
                context.Report($"The document has more than {MaxComparedFields} pairs of fields to compare once its fragments are spread.", operation.Position, null);
        }
    }

    private sealed record Occurrence(FieldNode Node, ITypeDefinition Parent, OutputField? Field);

    private void CheckAll(IReadOnlyList<(SelectionSetNode Set, ITypeDefinition Type)> sets)
    {
        if (!IsNew(sets, 'm')) return;
        foreach (var (_, group) in Collect(sets))
        {
            CheckShapes(group);
            foreach (var together in Overlapping(group))
            {
                CheckMeaning(together);
                CheckAll(Children(together));
            }
        }
    }

    // Object types exclude each other; a field of an interface or union may meet those of any type.
    private static IEnumerable<List<Occurrence>> Overlapping(List<Occurrence> group)
    {
        var byObject = group.Where(field => field.Parent is ObjectType).GroupBy(field => field.Parent.Name).ToList();
        var others = group.Where(field => field.Parent is not ObjectType).ToList();
        if (byObject.Count == 0) yield return others;
        foreach (var fields in byObject) yield return [.. fields, .. others];
    }

    private void CheckMeaning(List<Occurrence> fields)
    {
        var first = fields[0];
        foreach (var field in fields.Skip(1))
        {
            if (field.Node.Name != first.Node.Name)
                Report(first, field, $"Fields `{first.Node.Name}` and `{field.Node.Name}` conflict because they have differing names. Use different aliases on the fields to fetch both if this was intentional.");
            else if (Arguments(field.Node) != Arguments(first.Node))
                Report(first, field, $"Fields `{first.Node.Name}` conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.");
        }
    }

    private void CheckShapes(List<Occurrence> fields)
    {
        if (fields.Count < 2) return;
        var first = fields.Find(field => field.Field is not null);
        foreach (var field in fields)
        {
            if (first?.Field is null || field.Field is null || ReferenceEquals(field, first)
                || SameShape(first.Field.Type, field.Field.Type)) continue;
            Report(first, field, $"Fields `{first.Node.ResponseName}` conflict because they return conflicting types `{first.Field.Type}` and `{field.Field.Type}`. Use different aliases on the fields to fetch both if this was intentional.");
        }
        var children = Children(fields);
        if (!IsNew(children, 's')) return;
        foreach (var (_, group) in Collect(children)) CheckShapes(group);
    }

    private static bool SameShape(IType left, IType right) => (left, right) switch
    {
        (NonNullType a, NonNullType b) => SameShape(a.Inner, b.Inner),
        (NonNullType, _) or (_, NonNullType) => false,
        (ListType a, ListType b) => SameShape(a.Item, b.Item),
        (ListType, _) or (_, ListType) => false,
        (ILeafType a, ITypeDefinition b) => a.Name == b.Name,
        (ITypeDefinition a, ILeafType b) => a.Name == b.Name,
        _ => true,
    };

    private OrderedDictionary<string, List<Occurrence>> Collect(IReadOnlyList<(SelectionSetNode Set, ITypeDefinition Type)> sets)
    {
        var groups = new OrderedDictionary<string, List<Occurrence>>();
        var seen = new HashSet<SelectionSetNode>(ReferenceEqualityComparer.Instance);
        foreach (var (set, type) in sets) Collect(set, type, groups, seen);
        return groups;
    }

    private void Collect(SelectionSetNode set, ITypeDefinition type, OrderedDictionary<string, List<Occurrence>> groups,
        HashSet<SelectionSetNode> seen)
    {
        if (!seen.Add(set)) return;
        foreach (var selection in set.Selections)
        {
            if (++_compared > MaxComparedFields) return;
            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var group)) groups[field.ResponseName] = group = [];
                    group.Add(new(field, type, OperationCompiler.FindField(_context.Schema, type, field.Name)));
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.Selections, Condition(inline.TypeCondition, type), groups, seen);
                    break;
                case FragmentSpreadNode spread when _context.Fragments.TryGetValue(spread.Name, out var fragment):
                    Collect(fragment.Selections, Condition(fragment.TypeCondition, type), groups, seen);
                    break;
            }
        }
    }

    private ITypeDefinition Condition(NamedTypeNode? condition, ITypeDefinition type) =>
        condition is null ? type : _context.Schema.FindType(condition.InnerName) ?? type;

    private static List<(SelectionSetNode, ITypeDefinition)> Children(IEnumerable<Occurrence> fields) =>
        [.. fields.Where(field => field.Node.Selections is not null && field.Field is not null).Select(field =>
            (field.Node.Selections!, field.Field!.Type.Named()))];

    private string Arguments(FieldNode field) => field.Arguments.Count == 0 ? ""
        : _arguments.TryGetValue(field, out var known) ? known : _arguments[field] = Canonical(field.Arguments);

    private static string Canonical(IReadOnlyList<ArgumentNode> arguments) =>
        string.Join(',', arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal).Select(argument =>
            $"{argument.Name}:{Canonical(argument.Value)}"));

    private static string Canonical(IValueNode value) => value switch
    {
        ObjectValueNode fields => $"{{{string.Join(',', fields.Fields.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}:{Canonical(field.Value)}"))}}}",
        ListValueNode list => $"[{string.Join(',', list.Items.Select(Canonical))}]",
        _ => value.ToString()!,
    };

    // Whether to look at these sets: not if they have been seen together, nor when that has been too much already.
    private bool IsNew(IReadOnlyList<(SelectionSetNode Set, ITypeDefinition Type)> sets, char kind)
    {
        _compared += sets.Count;
        var ids = sets.Select(pair => _ids.TryGetValue(pair.Set, out var id) ? id : _ids[pair.Set] = _ids.Count).Distinct().Order();
        return _compared <= MaxComparedFields && _seen.Add(kind + string.Join(',', ids));
    }

    private void Report(Occurrence first, Occurrence second, string message)
    {
        if (!_reported.Add($"{first.Node.Position}:{second.Node.Position}")) return;
        _context.Path.Push(first.Node.ResponseName);
        _context.Report(message, [first.Node.Position, second.Node.Position], "Field-Selection-Merging");
        _context.Path.Pop();
    }
}
