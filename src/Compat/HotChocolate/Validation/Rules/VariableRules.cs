using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Validation.Rules;

/// <summary>A place where a variable is used, with the type expected there.</summary>
internal sealed record VariableUsage(VariableNode Variable, IType Type, bool HasDefault, IReadOnlyList<string> Path);

/// <summary>Where each definition uses variables itself, without the fragments it spreads.</summary>
internal sealed class VariableUsages
{
    private readonly Dictionary<DefinitionNode, List<VariableUsage>> _usages = [];

    public List<VariableUsage> Of(DefinitionNode definition) => _usages.TryGetValue(definition, out var known) ? known : _usages[definition] = [];
}

/// <summary>Variable Uniqueness, Are Input Types, Uses Defined, All Used, Usages Are Allowed (§5.8).</summary>
internal static class VariableRules
{
    public static void Check(ValidationContext context, VariableUsages usages)
    {
        foreach (var operation in context.Document.Operations) Check(context, operation, usages);
    }

    private static void Check(ValidationContext context, OperationDefinitionNode operation, VariableUsages usages)
    {
        var variables = new Dictionary<string, VariableDefinitionNode>();
        foreach (var variable in operation.Variables)
        {
            if (!variables.TryAdd(variable.Name, variable))
            {
                context.Report("A document containing operations that define more than one variable with the same name is invalid for execution.",
                    variable.Position, "Variable-Uniqueness", ("variable", variable.Name), ("variableType", variable.Type.ToString()));
            }
            CheckType(context, variable);
        }
        var used = Usages(context, operation, usages);
        var undeclared = used.Select(usage => usage.Variable.Name).Where(name => !variables.ContainsKey(name)).Distinct().ToList();
        if (undeclared.Count > 0)
        {
            context.Report($"The following variables were not declared: {string.Join(", ", undeclared)}.", operation.Position,
                "All-Variable-Uses-Defined");
        }
        var unused = variables.Keys.Except(used.Select(usage => usage.Variable.Name)).ToList();
        if (unused.Count > 0)
            context.Report($"The following variables were not used: {string.Join(", ", unused)}.", operation.Position, "All-Variables-Used");
        foreach (var usage in used)
        {
            if (variables.TryGetValue(usage.Variable.Name, out var variable)) CheckUsage(context, variable, usage);
        }
    }

    private static void CheckType(ValidationContext context, VariableDefinitionNode variable)
    {
        var type = InputTypes.Resolve(context.Schema, variable.Type);
        if (type is null)
            context.Report($"Unknown type `{variable.Type.InnerName}`.", variable.Type.Position, "Variables-Are-Input-Types",
                ("variable", variable.Name), ("variableType", variable.Type.ToString()));
        else if (!type.Named().IsInput())
            context.Report($"The type of variable `{variable.Name}` is not an input type.", variable.Position, "Variables-Are-Input-Types",
                ("variable", variable.Name), ("variableType", variable.Type.ToString()));
        else if (variable.DefaultValue is not null)
            new ValueRules(context, []).CheckDefault(variable, type);
    }

    private static List<VariableUsage> Usages(ValidationContext context, OperationDefinitionNode operation, VariableUsages usages)
    {
        var (result, seen, open) = (new List<VariableUsage>(usages.Of(operation)), new HashSet<string>(),
            new Queue<SelectionSetNode>([operation.Selections]));
        while (open.TryDequeue(out var set))
        {
            foreach (var spread in FragmentRules.Spreads(set))
            {
                if (!seen.Add(spread.Name) || !context.Fragments.TryGetValue(spread.Name, out var fragment)) continue;
                result.AddRange(usages.Of(fragment));
                open.Enqueue(fragment.Selections);
            }
        }
        return result;
    }

    // A nullable variable may stand where null is not allowed if either side has a default that takes null's place (§5.8.5).
    private static void CheckUsage(ValidationContext context, VariableDefinitionNode variable, VariableUsage usage)
    {
        var type = InputTypes.Resolve(context.Schema, variable.Type);
        var location = usage.Type;
        if (location is NonNullType nonNull && type is not (null or NonNullType)
            && (usage.HasDefault || variable.DefaultValue is not (null or NullValueNode))) location = nonNull.Inner;
        if (type is not null && Fits(type, location)) return;
        foreach (var name in usage.Path.Reverse()) context.Path.Push(name);
        context.Report($"The variable `{variable.Name}` is not compatible with the type of the current location.", usage.Variable.Position,
            "All-Variable-Usages-Are-Allowed", ("variable", variable.Name), ("variableType", variable.Type.ToString()),
                ("locationType", usage.Type.ToString()));
        context.Path.Clear();
    }

    private static bool Fits(IType variable, IType location) => (variable, location) switch
    {
        (NonNullType from, NonNullType to) => Fits(from.Inner, to.Inner),
        (_, NonNullType) => false,
        (NonNullType from, _) => Fits(from.Inner, location),
        (ListType from, ListType to) => Fits(from.Item, to.Item),
        (ListType, _) or (_, ListType) => false,
        _ => ((ITypeDefinition)variable).Name == ((ITypeDefinition)location).Name,
    };
}
