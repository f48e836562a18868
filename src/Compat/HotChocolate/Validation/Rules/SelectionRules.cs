using HotChocolate.Execution;
using HotChocolate.Introspection;
using HotChocolate.Language;
using HotChocolate.Schemas;
using HotChocolate.Types;

namespace HotChocolate.Validation.Rules;

/// <summary>
/// Field Selections, Leaf Field Selections, Arguments, Fragment Spread Is Possible, Directives (§5.3, §5.4, §5.5.2, §5.7), in one walk through
/// a definition; values are left to <see cref="ValueRules"/>. It notes where variables are used.
/// </summary>
internal sealed class SelectionRules(ValidationContext context, List<VariableUsage> usages)
{
    private readonly ValueRules _values = new(context, usages);

    public void Check(DefinitionNode definition)
    {
        var type = context.RootOf(definition);
        switch (definition)
        {
            case OperationDefinitionNode operation:
                Directives(operation.Directives, operation.Type switch
                {
                    OperationType.Query => DirectiveLocation.Query,
                    OperationType.Mutation => DirectiveLocation.Mutation,
                    _ => DirectiveLocation.Subscription,
                });
                foreach (var variable in operation.Variables) Directives(variable.Directives, DirectiveLocation.VariableDefinition);
                if (type is not null) Selections(operation.Selections, type);
                break;
            case FragmentDefinitionNode fragment:
                Directives(fragment.Directives, DirectiveLocation.FragmentDefinition);
                if (type is not null) Selections(fragment.Selections, type);
                break;
        }
    }

    private void Selections(SelectionSetNode set, ITypeDefinition type)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    Field(field, type);
                    break;
                case FragmentSpreadNode spread:
                    Directives(spread.Directives, DirectiveLocation.FragmentSpread);
                    Spread(spread, type);
                    break;
                case InlineFragmentNode inline:
                    Directives(inline.Directives, DirectiveLocation.InlineFragment);
                    Inline(inline, type);
                    break;
            }
        }
    }

    private void Field(FieldNode node, ITypeDefinition type)
    {
        var field = OperationCompiler.FindField(context.Schema, type, node.Name);
        if (field is null)
        {
            context.ReportWithoutPath($"The field `{node.Name}` does not exist on the type `{type.Name}`.", node.Position, "Field-Selections",
                ("type", type.Name), ("field", node.Name), ("responseName", node.ResponseName));
            return;
        }
        Arguments(node.Arguments, field.Arguments, node.Position, ("type", type.Name), ("field", field.Name));
        var named = field.Type.Named();
        if (named.IsComposite() && node.Selections is null)
        {
            context.Report($"Field \"{node.Name}\" of type \"{field.Type}\" must have a selection of subfields. Did you mean \"{node.Name} {{ ... }}\"?",
                node.Position, "Field-Selections", ("declaringType", type.Name), ("field", node.Name), ("type", field.Type.ToString()),
                    ("responseName", node.ResponseName));
        }
        if (!named.IsComposite() && node.Selections is not null)
        {
            context.Report($"Field \"{node.Name}\" must not have a selection since type \"{field.Type}\" has no subfields.",
                node.Position, "Leaf-Field-Selections", ("declaringType", type.Name), ("field", node.Name),
                    ("type", field.Type.ToString()), ("responseName", node.ResponseName));
        }
        context.Path.Push(node.ResponseName);
        foreach (var argument in node.Arguments)
        {
            if (field.FindArgument(argument.Name) is { } definition) _values.Check(definition, argument);
        }
        Directives(node.Directives, DirectiveLocation.Field);
        if (named.IsComposite() && node.Selections is not null) Selections(node.Selections, named);
        context.Path.Pop();
    }

    private void Arguments(
        IReadOnlyList<ArgumentNode> given, IReadOnlyList<InputValue> defined, int position, params ReadOnlySpan<(string, object?)> owner)
    {
        var names = new HashSet<string>();
        foreach (var argument in given)
        {
            if (!names.Add(argument.Name))
            {
                context.Report("More than one argument with the same name in an argument set is ambiguous and invalid.", argument.Position,
                    "Argument-Uniqueness",
                    [.. owner, ("argument", argument.Name)]);
            }
            if (!defined.Any(definition => definition.Name == argument.Name))
                context.Report($"The argument `{argument.Name}` does not exist.", argument.Position, "Required-Arguments",
                    [.. owner, ("argument", argument.Name)]);
        }
        foreach (var required in defined.Where(definition => definition.IsRequired))
        {
            var argument = given.FirstOrDefault(candidate => candidate.Name == required.Name);
            if (argument is null or { Value: NullValueNode })
            {
                context.Report($"The argument `{required.Name}` is required.", argument?.Position ?? position, "Required-Arguments",
                    [.. owner, ("argument", required.Name)]);
            }
        }
    }

    private void Spread(FragmentSpreadNode spread, ITypeDefinition type)
    {
        if (!context.Fragments.TryGetValue(spread.Name, out var fragment))
        {
            context.Report($"The specified fragment `{spread.Name}` does not exist.", spread.Position, "Fragment-Spread-Target-Defined",
                ("fragment", spread.Name));
            return;
        }
        if (context.RootOf(fragment) is { } condition) Possible(condition, type, spread.Position);
    }

    private void Inline(InlineFragmentNode inline, ITypeDefinition type)
    {
        var inner = type;
        if (inline.TypeCondition is { } condition)
        {
            if (!FragmentRules.CheckTypeCondition(context, condition, inline.Position, null)) return;
            inner = context.Schema.FindType(condition.InnerName)!;
            Possible(inner, type, inline.Position);
        }
        Selections(inline.Selections, inner);
    }

    private void Possible(ITypeDefinition condition, ITypeDefinition type, int position)
    {
        if (Schema.PossibleTypes(condition).Intersect(Schema.PossibleTypes(type)).Any()) return;
        context.Report("The parent type does not match the type condition on the fragment.", position, "Fragment-Spread-Is-Possible",
            ("typeCondition", condition.Name), ("selectionSetType", type.Name));
    }

    private void Directives(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        var names = new HashSet<string>();
        foreach (var node in directives)
        {
            if (context.Schema.FindDirective(node.Name) is not { } directive)
            {
                context.Report($"The specified directive `{node.Name}` is not supported by the current schema.", node.Position,
                    "Directives-Are-Defined");
                continue;
            }
            if (!directive.Locations.Contains(location))
                context.Report("The specified directive is not valid in the current location.", node.Position, "Directives-Are-in-Valid-Locations");
            if (!names.Add(node.Name))
                context.Report("Only one of each directive is allowed per location.", node.Position, "Directives-Are-Unique-per-Location");
            Arguments(node.Arguments, directive.Arguments, node.Position, ("directive", directive.Name));
            foreach (var argument in node.Arguments)
            {
                if (directive.Arguments.FirstOrDefault(definition =>
                    definition.Name == argument.Name) is { } definition) _values.Check(definition, argument);
            }
        }
    }
}
