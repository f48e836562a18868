using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Validation.Rules;

/// <summary>Fragment Name Uniqueness, Spread Type Existence, On Composite Types, Must Be Used, Must Not Form Cycles (§5.5).</summary>
internal static class FragmentRules
{
    public static void Check(ValidationContext context)
    {
        var names = new HashSet<string>();
        foreach (var fragment in context.Document.Fragments)
        {
            if (!names.Add(fragment.Name))
                context.Report($"There are multiple fragments with the name `{fragment.Name}`.", fragment.Position,
                    "Fragment-Name-Uniqueness", ("fragment", fragment.Name));
            CheckTypeCondition(context, fragment.TypeCondition, fragment.Position, fragment.Name);
        }
        var used = new HashSet<string>();
        foreach (var operation in context.Document.Operations) Visit(context, operation.Selections, used);
        foreach (var fragment in context.Document.Fragments.Where(fragment => !used.Contains(fragment.Name)))
        {
            context.Report($"The specified fragment `{fragment.Name}` is not used within the current document.", fragment.Position,
                "Fragments-Must-Be-Used", ("fragment", fragment.Name));
        }
        foreach (var spread in Cycles(context))
        {
            context.Report("The graph of fragment spreads must not form any cycles including spreading itself. Otherwise an operation could infinitely " +
                "spread or infinitely execute on cycles in the underlying data.", spread.Position, "Fragment-Spreads-Must-Not-Form-Cycles",
                    ("fragment", spread.Name));
        }
    }

    public static bool HaveCycles(ValidationContext context) => Cycles(context).Count > 0;

    /// <summary>Checks that a type condition names a composite type of the schema.</summary>
    public static bool CheckTypeCondition(ValidationContext context, NamedTypeNode condition, int position, string? fragment)
    {
        ReadOnlySpan<(string, object?)> extensions = fragment is null
            ? [("typeCondition", condition.InnerName)]
            : [("typeCondition", condition.InnerName), ("fragment", fragment)];
        var type = context.Schema.FindType(condition.InnerName);
        if (type is null)
            context.Report($"Unknown type `{condition}`.", position, "Fragment-Spread-Type-Existence", extensions);
        else if (!type.IsComposite())
            context.Report("Fragments can only be declared on unions, interfaces, and objects.", position,
                "Fragments-on-Object-Interface-or-Union-Types", extensions);
        else
            return true;
        return false;
    }

    private static void Visit(ValidationContext context, SelectionSetNode set, HashSet<string> used)
    {
        foreach (var spread in Spreads(set))
        {
            if (used.Add(spread.Name) && context.Fragments.TryGetValue(spread.Name, out var fragment)) Visit(context, fragment.Selections, used);
        }
    }

    // The spreads that close a circle, one for each circle found.
    private static List<FragmentSpreadNode> Cycles(ValidationContext context)
    {
        var (cycles, done, open) = (new List<FragmentSpreadNode>(), new HashSet<string>(), new HashSet<string>());
        void Follow(FragmentDefinitionNode fragment)
        {
            open.Add(fragment.Name);
            foreach (var spread in Spreads(fragment.Selections))
            {
                if (open.Contains(spread.Name)) cycles.Add(spread);
                else if (!done.Contains(spread.Name) && context.Fragments.TryGetValue(spread.Name, out var next)) Follow(next);
            }
            open.Remove(fragment.Name);
            done.Add(fragment.Name);
        }
        foreach (var fragment in context.Fragments.Values.Where(fragment => !done.Contains(fragment.Name))) Follow(fragment);
        return cycles;
    }

    /// <summary>All spreads of a selection set, however deep.</summary>
    public static IEnumerable<FragmentSpreadNode> Spreads(SelectionSetNode set)
    {
        var open = new Stack<SelectionSetNode>([set]);
        while (open.TryPop(out var current))
        {
            foreach (var selection in current.Selections)
            {
                if (selection is FragmentSpreadNode spread) yield return spread;
                else if ((selection as FieldNode)?.Selections is { } fields) open.Push(fields);
                else if (selection is InlineFragmentNode inline) open.Push(inline.Selections);
            }
        }
    }
}
