using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Validation.Rules;

/// <summary>
/// Limits how often a field may stand inside itself, since such operations make an answer explode. Each selection set is looked at once,
/// however often it is spread.
/// </summary>
internal static class FieldCycleRule
{
    private const string TooDeep = "HC0087";

    /// <summary>Checks every operation.</summary>
    public static void Check(ValidationContext context)
    {
        if (context.Options.MaxFieldCycle is not { } limit || context.Errors.Count > 0) return;
        var known = new Dictionary<SelectionSetNode, IReadOnlyDictionary<string, Nesting>>();
        foreach (var operation in context.Document.Operations)
        {
            if (context.RootOf(operation) is not { } root) continue;
            foreach (var nesting in Nestings(context, root, operation.Selections, known).Values)
            {
                if (nesting.Count <= limit) continue;
                context.Report("Maximum allowed coordinate cycle depth was exceeded.", nesting.Innermost, null, ("code", TooDeep));
                return;
            }
        }
    }

    /// <summary>How often a field stands inside itself below some place, and where the innermost one is.</summary>
    private readonly record struct Nesting(int Count, int Innermost);

    // By coordinate, as in `Instrument.candles`.
    private static IReadOnlyDictionary<string, Nesting> Nestings(ValidationContext context, ITypeDefinition type, SelectionSetNode set,
        Dictionary<SelectionSetNode, IReadOnlyDictionary<string, Nesting>> known)
    {
        if (known.TryGetValue(set, out var found)) return found;
        var deepest = new Dictionary<string, Nesting>();
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field when !field.Name.StartsWith("__", StringComparison.Ordinal)
                    && OperationCompiler.FindField(context.Schema, type, field.Name) is { } definition:
                    var below = field.Selections is { } inner ? Nestings(context, definition.Type.Named(), inner, known) : null;
                    var coordinate = $"{type.Name}.{field.Name}";
                    Take(deepest, below);
                    Take(deepest, coordinate, below is not null && below.TryGetValue(coordinate, out var own)
                        ? own with { Count = own.Count + 1 }
                        : new(1, field.Position));
                    break;
                case InlineFragmentNode inline:
                    var condition = inline.TypeCondition is { } named ? context.Schema.FindType(named.InnerName) : type;
                    if (condition is not null) Take(deepest, Nestings(context, condition, inline.Selections, known));
                    break;
                case FragmentSpreadNode spread when context.Fragments.TryGetValue(spread.Name, out var fragment)
                    && context.RootOf(fragment) is { } target:
                    Take(deepest, Nestings(context, target, fragment.Selections, known));
                    break;
            }
        }
        return known[set] = deepest;
    }

    private static void Take(Dictionary<string, Nesting> deepest, IReadOnlyDictionary<string, Nesting>? others)
    {
        if (others is null) return;
        foreach (var (coordinate, nesting) in others) Take(deepest, coordinate, nesting);
    }

    private static void Take(Dictionary<string, Nesting> deepest, string coordinate, Nesting nesting)
    {
        if (!deepest.TryGetValue(coordinate, out var known) || known.Count < nesting.Count) deepest[coordinate] = nesting;
    }
}
