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
    public static OperationCost Of(OperationPlan plan)
    {
        var root = Of(plan.Root, null, plan.Compiler);
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

    private static OperationCost Of(ObjectPlan plan, FieldPlan? parent, OperationCompiler compiler)
    {
        var (fields, types) = (0.0, 0.0);
        foreach (var field in plan.Fields.Where(field => !field.Field.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            var isList = field.Field.Shape.Item is not null;
            var isComposite = field.Selections.Count > 0;
            var own = field.Field.CostWeight ?? (isComposite || isList ? 1 : 0);
            own += field.Node.Arguments.Count(argument => field.Field.FindArgument(argument.Name)?.Type.Named() is InputObjectType);
            var size = isList ? ListSize(field, parent) : 1;
            var below = isComposite ? Below(field, compiler) : default;
            fields += own + (below.FieldCost * size);
            types += ((isComposite ? 1 : 0) + below.TypeCost) * size;
        }
        return new(fields, types);
    }

    // Of an abstract type the most expensive possibility counts.
    private static OperationCost Below(FieldPlan field, OperationCompiler compiler) =>
        field.Child is { } child
            ? Of(child, field, compiler)
            : Schema.PossibleTypes(field.Field.Type.Named()).Select(type => Of(compiler.Child(field, type), field, compiler))
                .Aggregate((left, right) => new(Math.Max(left.FieldCost, right.FieldCost), Math.Max(left.TypeCost, right.TypeCost)));

    private static double ListSize(FieldPlan field, FieldPlan? parent)
    {
        if (parent?.Field.Paging is not { } paging || field.Field.Name is not ("edges" or "nodes")) return 1;
        var sizes = parent.Node.Arguments.Where(argument => argument.Name is "first" or "last").Select(argument => argument.Value switch
        {
            IntValueNode number when int.TryParse(number.Value, out var size) => size,
            NullValueNode => paging.DefaultPageSize,
            _ => paging.MaxPageSize,
        });
        return sizes.DefaultIfEmpty(paging.DefaultPageSize).Max();
    }
}
