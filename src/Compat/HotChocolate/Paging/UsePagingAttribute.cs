using HotChocolate.Types.Pagination;

namespace HotChocolate.Types;

/// <summary>
/// Makes a connection of a field. A list or queryable is cut into pages here, with cursors that are positions in it; a resolver that returns
/// <see cref="Connection{T}"/> has cut its page itself, and only the arguments are checked.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute(Type? type = null) : Attribute
{
    private readonly PagingOptions _options = new();

    /// <summary>The schema type of a node, by default the item's.</summary>
    public Type? Type { get; } = type;

    /// <summary>The connection is <c>{ConnectionName}Connection</c>; by default the name is the field's.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>How many items a page has when the request does not say, 10 by default.</summary>
    public int DefaultPageSize { get => _options.DefaultPageSize ?? PagingDefaults.DefaultPageSize; set => _options.DefaultPageSize = value; }

    /// <summary>How many items a request may ask for, 50 by default; more is the error HC0051.</summary>
    public int MaxPageSize { get => _options.MaxPageSize ?? PagingDefaults.MaxPageSize; set => _options.MaxPageSize = value; }

    /// <summary>Whether the connection has a field <c>totalCount</c>.</summary>
    public bool IncludeTotalCount { get => _options.IncludeTotalCount ?? false; set => _options.IncludeTotalCount = value; }

    /// <summary>Whether there are the arguments <c>last</c> and <c>before</c>, by default there are.</summary>
    public bool AllowBackwardPagination { get => _options.AllowBackwardPagination ?? true; set => _options.AllowBackwardPagination = value; }

    /// <summary>Whether a request must say <c>first</c> or <c>last</c>.</summary>
    public bool RequirePagingBoundaries { get => _options.RequirePagingBoundaries ?? false; set => _options.RequirePagingBoundaries = value; }

    internal PagingOptions Options => _options;
}
