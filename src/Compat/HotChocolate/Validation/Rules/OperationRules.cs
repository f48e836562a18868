using HotChocolate.Language;

namespace HotChocolate.Validation.Rules;

/// <summary>Executable Definitions, Operation Name Uniqueness, Lone Anonymous Operation, Single Root Field (§5.1, §5.2).</summary>
internal static class OperationRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions.OfType<TypeSystemDefinitionNode>())
            context.Report("A document containing TypeSystemDefinition is invalid for execution.", definition.Position, "Executable-Definitions");

        var operations = context.Document.Operations;
        var names = new HashSet<string>();
        foreach (var operation in operations)
        {
            if (operation.Name is { } name && !names.Add(name))
                context.Report($"The operation name `{name}` is not unique.", operation.Position, "Operation-Name-Uniqueness", ("operation", name));
        }
        if (operations.Count > 1 && operations.FirstOrDefault(operation => operation.Name is null) is { } anonymous)
        {
            context.Report("GraphQL allows a short‐hand form for defining query operations when only that one operation exists in the document.",
                anonymous.Position, "Lone-Anonymous-Operation", ("operations", operations.Count));
        }
        foreach (var subscription in operations.Where(operation =>
            operation.Type == OperationType.Subscription)) CheckSubscription(context, subscription);
    }

    private static void CheckSubscription(ValidationContext context, OperationDefinitionNode operation)
    {
        var fields = new Dictionary<string, FieldNode>();
        Collect(context, operation.Selections, fields, []);
        if (fields.Count > 1)
            context.Report("Subscription operations must have exactly one root field.", operation.Position, "Single-Root-Field");
        if (fields.Values.Any(field => field.Name.StartsWith("__", StringComparison.Ordinal)))
            context.Report("Subscription must not select an introspection top level field.", operation.Position, "Single-Root-Field");
        // A root field that may be left out would leave a subscription to nothing.
        if (HasCondition(context, operation.Selections, []))
            context.Report("Subscription operations must not use @skip or @include on the root field.", operation.Position, "Single-Root-Field");
    }

    private static void Collect(ValidationContext context, SelectionSetNode set, Dictionary<string, FieldNode> fields, HashSet<string> spread)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FieldNode field) fields.TryAdd(field.ResponseName, field);
            else if (selection is InlineFragmentNode inline) Collect(context, inline.Selections, fields, spread);
            else if (selection is FragmentSpreadNode named && spread.Add(named.Name) && context.Fragments.TryGetValue(named.Name, out var fragment))
                Collect(context, fragment.Selections, fields, spread);
        }
    }

    private static bool HasCondition(ValidationContext context, SelectionSetNode set, HashSet<string> spread) => set.Selections.Any(selection =>
        selection.Directives.Any(directive => directive.Name is "skip" or "include")
        || (selection is InlineFragmentNode inline && HasCondition(context, inline.Selections, spread))
        || (selection is FragmentSpreadNode named && spread.Add(named.Name) && context.Fragments.TryGetValue(named.Name, out var fragment)
            && HasCondition(context, fragment.Selections, spread)));
}
