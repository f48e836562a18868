using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Schemas;
using HotChocolate.Types;

namespace HotChocolate.CostAnalysis;

/// <summary>
/// What an operation may cost at most, estimated before it runs (GraphQL Cost Directives specification, "Cost Analysis"): each composite field
/// counts 1, each that waits more, both times the size of the lists around it; a page has the size asked for.
/// </summary>
/// <param name="FieldCost">The cost of calls.</param>
/// <param name="TypeCost">The cost of objects.</param>
internal readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    /// <summary>Estimates; throws <see cref="GraphQLException"/> where a list's length must be said and is not.</summary>
    public static OperationCost Of(OperationPlan plan, DocumentNode document)
    {
        var root = Of(plan.Root, null, new(plan.Compiler, document), Path.Root);
        return root with { TypeCost = root.TypeCost + 1 };
    }

    /// <summary>Why an operation is too expensive, or null.</summary>
    public IError? Exceeds(CostOptions options)
    {
        if (!options.EnforceCostLimits) return null;
        if (FieldCost > options.MaxFieldCost) return Refusal("field", FieldCost, options.MaxFieldCost);
        return TypeCost > options.MaxTypeCost ? Refusal("type", TypeCost, options.MaxTypeCost) : null;
    }

    private static IError Refusal(string what, double cost, double limit) => ErrorBuilder.New()
        .SetMessage($"The maximum allowed {what} cost was exceeded.").SetCode("HC0047")
        .SetExtension($"{what}Cost", cost).SetExtension($"max{char.ToUpperInvariant(what[0])}{what[1..]}Cost", limit).Build();

    private sealed record Source(OperationCompiler Compiler, DocumentNode Document);

    private static OperationCost Of(ObjectPlan plan, FieldPlan? parent, Source source, Path path)
    {
        var (fields, types) = (0.0, 0.0);
        foreach (var field in plan.Fields.Where(field => !field.Field.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            var isList = field.Field.Shape.Item is not null;
            var isComposite = field.Selections.Count > 0;
            var own = field.Field.CostWeight ?? (isComposite || isList ? 1 : 0);
            own += field.Node.Arguments.Sum(argument => WeightOf(field.Field.FindArgument(argument.Name)));
            field.Field.Sizing?.Check(field.Node, source.Document, path.Append(field.Field.Name));
            var size = isList ? ListSize(field, parent) : 1;
            var below = isComposite ? Below(field, source, path.Append(field.Field.Name)) : default;
            fields += own + (below.FieldCost * size);
            types += below.TypeCost * size;
        }
        return new(fields, types);
    }

    // Of an abstract type the most expensive possibility counts.
    private static OperationCost Below(FieldPlan field, Source source, Path path) =>
        field.Child is { } child
            ? Object(child, field, source, path)
            : Schema.PossibleTypes(field.Field.Type.Named()).Select(type => Object(source.Compiler.Child(field, type), field, source, path))
                .Aggregate((left, right) => new(Math.Max(left.FieldCost, right.FieldCost), Math.Max(left.TypeCost, right.TypeCost)));

    private static OperationCost Object(ObjectPlan plan, FieldPlan field, Source source, Path path)
    {
        var cost = Of(plan, field, source, path);
        return cost with { TypeCost = cost.TypeCost + (field.Field.Type.Named() is ObjectType { CostWeight: { } weight } ? weight : 1) };
    }

    private static double WeightOf(InputValue? argument) => argument?.CostWeight ?? (argument?.Type.Named() is InputObjectType ? 1 : 0);

    private static double ListSize(FieldPlan field, FieldPlan? parent) =>
        parent?.Field.Sizing is { } outer && outer.SizedFields.Contains(field.Field.Name) ? outer.SizeOf(parent)
        : field.Field.Sizing is { SizedFields.Count: 0 } own ? own.SizeOf(field)
        : 1;
}
