using System.Collections;

namespace HotChocolate.Types.Pagination;

/// <summary>Cuts pages out of lists and queryables, with cursors that are positions.</summary>
internal static class Pager
{
    /// <summary>The function that cuts a page of lists of an item type.</summary>
    public static Func<object, PageRequest, Connection> SlicerOf(Type item) =>
        typeof(Pager).GetMethod(nameof(Slice))!.MakeGenericMethod(item).CreateDelegate<Func<object, PageRequest, Connection>>();

    public static Connection Slice<T>(object list, PageRequest request)
    {
        var count = Count<T>(list);
        var start = request.After is { } after ? (int)Math.Min((long)after + 1, count) : 0;
        var end = Math.Max(start, Math.Min(request.Before ?? count, count));
        if (request.First is { } first) end = (int)Math.Min(end, (long)start + first);
        if (request.Last is { } last) start = Math.Max(start, end - last);
        var edges = new List<IEdge<T>>(end - start);
        foreach (var node in Range<T>(list, start, end - start)) edges.Add(new PositionEdge<T>(node, start + edges.Count));
        var info = new ConnectionPageInfo(end < count, start > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<T>(edges, info, count);
    }

    private static int Count<T>(object list) => list switch
    {
        IQueryable<T> query => query.Count(),
        ICollection<T> collection => collection.Count,
        IReadOnlyCollection<T> collection => collection.Count,
        _ => ((IEnumerable<T>)list).Count(),
    };

    private static IEnumerable<T> Range<T>(object list, int start, int count) => list switch
    {
        IQueryable<T> query => query.Skip(start).Take(count),
        _ => ((IEnumerable<T>)list).Skip(start).Take(count),
    };

    private sealed class PositionEdge<T>(T node, int position) : IEdge<T>
    {
        public T Node { get; } = node;
        object? IEdge.Node => Node;
        public string Cursor => field ??= PageRequest.Cursor(position);
    }
}

/// <summary>The nodes of a page, read through its edges.</summary>
internal sealed class Nodes(IReadOnlyList<IEdge> edges) : IReadOnlyList<object?>
{
    public int Count => edges.Count;
    public object? this[int index] => edges[index].Node;

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < edges.Count; i++) yield return edges[i].Node;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
