namespace HotChocolate.Types.Pagination;

/// <summary>One item of a connection, with the cursor that stands for its place.</summary>
public interface IEdge
{
    /// <summary>Stands for the item's place; opaque to clients.</summary>
    string Cursor { get; }

    /// <summary>The item.</summary>
    object? Node { get; }
}

/// <inheritdoc cref="IEdge"/>
/// <typeparam name="T">The type of the item.</typeparam>
public interface IEdge<out T> : IEdge
{
    /// <inheritdoc cref="IEdge.Node"/>
    new T Node { get; }
}

/// <inheritdoc cref="IEdge"/>
/// <typeparam name="T">The type of the item.</typeparam>
public class Edge<T> : IEdge<T>
{
    private readonly Func<Edge<T>, string>? _resolveCursor;

    /// <summary>An item with its cursor.</summary>
    public Edge(T node, string cursor)
    {
        ArgumentException.ThrowIfNullOrEmpty(cursor);
        Node = node;
        Cursor = cursor;
    }

    /// <summary>An item whose cursor is made when it is asked for.</summary>
    public Edge(T node, Func<T, string> resolveCursor)
    {
        ArgumentNullException.ThrowIfNull(resolveCursor);
        Node = node;
        _resolveCursor = edge => resolveCursor(edge.Node);
    }

    /// <inheritdoc/>
    public T Node { get; }

    object? IEdge.Node => Node;

    /// <inheritdoc/>
    public string Cursor => field ??= _resolveCursor!(this);
}

/// <summary>What lies before and behind a page.</summary>
/// <param name="hasNextPage">Whether there are items behind the page.</param>
/// <param name="hasPreviousPage">Whether there are items before the page.</param>
/// <param name="startCursor">The cursor of the first item, null on an empty page.</param>
/// <param name="endCursor">The cursor of the last item, null on an empty page.</param>
public class ConnectionPageInfo(bool hasNextPage, bool hasPreviousPage, string? startCursor, string? endCursor)
{
    /// <summary>Whether there are items behind the page.</summary>
    public bool HasNextPage { get; } = hasNextPage;

    /// <summary>Whether there are items before the page.</summary>
    public bool HasPreviousPage { get; } = hasPreviousPage;

    /// <summary>The cursor of the first item, null on an empty page.</summary>
    public string? StartCursor { get; } = startCursor;

    /// <summary>The cursor of the last item, null on an empty page.</summary>
    public string? EndCursor { get; } = endCursor;

    /// <summary>Neither before nor behind it is anything.</summary>
    public static ConnectionPageInfo Empty { get; } = new(false, false, null, null);
}

/// <summary>A page of a list.</summary>
public abstract class Connection
{
    private protected Connection(IReadOnlyList<IEdge> edges, ConnectionPageInfo info, int totalCount) =>
        (Edges, Info, TotalCount) = (edges, info, totalCount);

    /// <summary>The items of the page with their cursors.</summary>
    public IReadOnlyList<IEdge> Edges { get; }

    /// <summary>What lies before and behind the page.</summary>
    public ConnectionPageInfo Info { get; }

    /// <summary>How many items the whole list has.</summary>
    public int TotalCount { get; }
}

/// <inheritdoc cref="Connection"/>
/// <typeparam name="T">The type of an item.</typeparam>
public class Connection<T> : Connection
{
    /// <summary>A page.</summary>
    public Connection(IReadOnlyList<IEdge<T>> edges, ConnectionPageInfo info, int totalCount = 0)
        : base((IReadOnlyList<IEdge>)edges ?? throw new ArgumentNullException(nameof(edges)),
            info ?? throw new ArgumentNullException(nameof(info)), totalCount) =>
        Edges = edges;

    /// <summary>A page without items.</summary>
    public Connection(ConnectionPageInfo info, int totalCount = 0) : this([], info, totalCount) { }

    /// <inheritdoc cref="Connection.Edges"/>
    public new IReadOnlyList<IEdge<T>> Edges { get; }
}
