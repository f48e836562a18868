namespace HotChocolate.Types.Pagination;

/// <summary>How connections are paged; what is null is taken from the schema's options, then from the defaults.</summary>
public class PagingOptions
{
    /// <summary>How many items a page has when the request does not say.</summary>
    public int? DefaultPageSize { get; set; }

    /// <summary>How many items a request may ask for.</summary>
    public int? MaxPageSize { get; set; }

    /// <summary>Whether connections have a field <c>totalCount</c>.</summary>
    public bool? IncludeTotalCount { get; set; }

    /// <summary>Whether there are the arguments <c>last</c> and <c>before</c>.</summary>
    public bool? AllowBackwardPagination { get; set; }

    /// <summary>Whether a request must say <c>first</c> or <c>last</c>.</summary>
    public bool? RequirePagingBoundaries { get; set; }

    /// <summary>Whether connections have a field <c>nodes</c>.</summary>
    public bool? IncludeNodesField { get; set; }
}

/// <summary>The page sizes where nothing else is said.</summary>
internal static class PagingDefaults
{
    public const int DefaultPageSize = 10;
    public const int MaxPageSize = 50;
}

/// <summary>The options of one field, complete.</summary>
internal sealed record FieldPaging(
    int DefaultPageSize, int MaxPageSize, bool IncludeTotalCount, bool AllowBackwardPagination, bool RequirePagingBoundaries, bool IncludeNodesField)
{
    public static FieldPaging Merge(PagingOptions field, PagingOptions schema) => new(
        field.DefaultPageSize ?? schema.DefaultPageSize ?? PagingDefaults.DefaultPageSize,
        field.MaxPageSize ?? schema.MaxPageSize ?? PagingDefaults.MaxPageSize,
        field.IncludeTotalCount ?? schema.IncludeTotalCount ?? false,
        field.AllowBackwardPagination ?? schema.AllowBackwardPagination ?? true,
        field.RequirePagingBoundaries ?? schema.RequirePagingBoundaries ?? false,
        field.IncludeNodesField ?? schema.IncludeNodesField ?? true);
}
