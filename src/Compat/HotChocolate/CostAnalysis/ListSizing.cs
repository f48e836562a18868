using HotChocolate.CostAnalysis.Types;
using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;

namespace HotChocolate.CostAnalysis;

/// <summary>What is known of the length of a field's list before it runs; the directive <c>@listSize</c>.</summary>
internal sealed record ListSizing(
    int? AssumedSize, IReadOnlyList<string> Arguments, int? DefaultSize, IReadOnlyList<string> SizedFields, bool RequiresOneArgument)
{
    public static ListSizing Of(FieldPaging paging) => new(
        paging.MaxPageSize, paging.AllowBackwardPagination ? ["first", "last"] : ["first"], paging.DefaultPageSize,
        paging.IncludeNodesField ? ["edges", "nodes"] : ["edges"], paging.RequirePagingBoundaries);

    public static ListSizing Of(ListSizeAttribute attribute) => new(
        attribute.Size, attribute.SlicingArguments ?? [], attribute.DefaultSize, attribute.SizedFields ?? [],
        attribute is { RequireOneSlicingArgument: true, SlicingArguments.Length: > 0 });

    /// <summary>The greatest length that a selection may lead to; a variable may be anything up to the assumed size.</summary>
    public double SizeOf(FieldPlan field)
    {
        var given = Given(field.Node).ToList();
        if (given.Exists(argument => argument.Value is VariableNode) && AssumedSize is { } largest) return largest;
        var sizes = given.Select(argument => argument.Value).Concat(Defaults(field.Field, given)).OfType<IntValueNode>()
            .Select(number => int.TryParse(number.Value, out var size) ? size : int.MaxValue).ToList();
        return sizes.Count > 0 ? sizes.Max() : (Arguments.Count > 0 ? DefaultSize : null) ?? AssumedSize ?? 1;
    }

    /// <summary>Refuses a selection that does not say how long its list may be; throws <see cref="GraphQLException"/>.</summary>
    public void Check(FieldNode node, DocumentNode document, Path path)
    {
        if (!RequiresOneArgument) return;
        var given = Given(node).Select(argument => argument.Value).ToList();
        if (given.Count == 1 || (given.Count > 0 && given.TrueForAll(value => value is VariableNode))) return;
        throw new GraphQLException(ErrorBuilder.New().SetMessage("Exactly one slicing argument must be defined.").SetCode("HC0082")
            .AddLocation(document.Locate(node.Position)).SetPath(path).Build());
    }

    private IEnumerable<ArgumentNode> Given(FieldNode node) =>
        node.Arguments.Where(argument => Arguments.Contains(argument.Name) && argument.Value is not NullValueNode);

    private IEnumerable<IValueNode> Defaults(OutputField field, List<ArgumentNode> given) =>
        Arguments.Where(name => given.TrueForAll(argument => argument.Name != name))
            .Select(name => field.FindArgument(name)?.DefaultValue).OfType<IValueNode>();
}
