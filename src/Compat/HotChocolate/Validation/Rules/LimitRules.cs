using HotChocolate.Language;

namespace HotChocolate.Validation.Rules;

/// <summary>The limits of the server: how deep an operation may go, and whether the schema may be asked for.</summary>
internal static class LimitRules
{
    // Tools ask for types nine levels inside their wrappers; lists of types inside lists of types only serve to make an answer explode.
    private const int MaxNestedIntrospectionLists = 1;

    // Fragments can nest fields far deeper than the parser lets a definition; everything behind this rule walks them recursively.
    private const int GreatestDepth = 200;

    /// <summary>Checks; false if the document is too deep to be looked at any further.</summary>
    public static bool Check(ValidationContext context)
    {
        var isBounded = true;
        foreach (var operation in context.Document.Operations)
        {
            if (!context.Options.AllowIntrospection) CheckIntrospection(context, operation.Selections, []);
            CheckIntrospectionDepth(context, operation);
            var limit = context.Options.MaxDepth ?? GreatestDepth;
            var depth = Depth(context, operation.Selections, []);
            isBounded &= depth <= GreatestDepth;
            if (depth > limit)
            {
                context.Report($"The GraphQL document has an execution depth of {depth} which exceeds the max allowed execution depth of {limit}.",
                    operation.Position, null, ("allowedExecutionDepth", limit), ("detectedExecutionDepth", depth));
            }
        }
        return isBounded;
    }

    private static int Depth(ValidationContext context, SelectionSetNode set, Dictionary<SelectionSetNode, int> known)
    {
        if (known.TryGetValue(set, out var depth)) return depth;
        foreach (var selection in set.Selections)
        {
            depth = Math.Max(depth, selection switch
            {
                FieldNode { Name: "__schema" or "__type" } when context.Options.SkipIntrospectionDepth => 0,
                FieldNode { Selections: { } inner } => 1 + Depth(context, inner, known),
                FieldNode => 1,
                InlineFragmentNode inline => Depth(context, inline.Selections, known),
                FragmentSpreadNode spread when context.Fragments.TryGetValue(spread.Name, out var fragment) =>
                    Depth(context, fragment.Selections, known),
                _ => 0,
            });
        }
        return known[set] = depth;
    }

    private static void CheckIntrospection(ValidationContext context, SelectionSetNode set, HashSet<string> spread)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FieldNode { Name: "__schema" or "__type" } field)
                context.Report("Introspection is not allowed for the current request.", field.Position, null, ("code", "HC0046"),
                    ("field", field.Name));
            else if (selection is InlineFragmentNode inline)
                CheckIntrospection(context, inline.Selections, spread);
            else if (selection is FragmentSpreadNode named && spread.Add(named.Name) && context.Fragments.TryGetValue(named.Name, out var fragment))
                CheckIntrospection(context, fragment.Selections, spread);
        }
    }

    private static void CheckIntrospectionDepth(ValidationContext context, OperationDefinitionNode operation)
    {
        foreach (var field in Introspections(context, operation.Selections, []))
        {
            if (field.Selections is not null && IsTooDeep(context, field.Selections, new Dictionary<string, int>(), []))
            {
                context.Report("Maximum allowed introspection depth exceeded.", field.Position, null, ("code", "HC0086"));
                return;
            }
        }
    }

    private static IEnumerable<FieldNode> Introspections(ValidationContext context, SelectionSetNode set, HashSet<string> spread) =>
        set.Selections.SelectMany(selection => selection switch
        {
            FieldNode { Name: "__schema" or "__type" } field => [field],
            InlineFragmentNode inline => Introspections(context, inline.Selections, spread),
            FragmentSpreadNode named when spread.Add(named.Name) && context.Fragments.TryGetValue(named.Name, out var fragment) =>
                Introspections(context, fragment.Selections, spread),
            _ => (IEnumerable<FieldNode>)[],
        });

    // Whether a list field of the introspection types stands inside itself.
    private static bool IsTooDeep(ValidationContext context, SelectionSetNode set, Dictionary<string, int> open,
        HashSet<(SelectionSetNode, string)> done)
    {
        if (!done.Add((set, string.Join(',', open.Where(pair => pair.Value > 0).Select(pair =>
            pair.Key).Order(StringComparer.Ordinal))))) return false;
        foreach (var selection in set.Selections)
        {
            var inner = selection switch
            {
                FieldNode field => field.Selections,
                InlineFragmentNode inline => inline.Selections,
                FragmentSpreadNode spread when context.Fragments.TryGetValue(spread.Name, out var fragment) => fragment.Selections,
                _ => null,
            };
            if (inner is null) continue;
            var list = selection is FieldNode { Name: "fields" or "inputFields" or "interfaces" or "possibleTypes" } counted ? counted.Name : null;
            if (list is not null)
            {
                open[list] = open.GetValueOrDefault(list) + 1;
                if (open[list] > MaxNestedIntrospectionLists) return true;
            }
            if (IsTooDeep(context, inner, open, done)) return true;
            if (list is not null) open[list]--;
        }
        return false;
    }
}
