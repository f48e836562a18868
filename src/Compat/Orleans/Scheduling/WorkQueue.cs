namespace Orleans.Runtime;

/// <summary>A first-in-first-out queue that costs nothing until it is used: most activations are idle.</summary>
internal struct WorkQueue
{
    private const int InitialCapacity = 4;

    private object?[]? _items;
    private int _head;

    public int Count { get; private set; }

    public void Enqueue(object item)
    {
        _items ??= new object?[InitialCapacity];
        if (Count == _items.Length) Grow(_items);
        _items[(_head + Count++) & (_items.Length - 1)] = item;
    }

    public object Dequeue()
    {
        var item = _items![_head]!;
        _items[_head] = null;
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
        return item;
    }

    /// <summary>Gives back the memory of a burst.</summary>
    public void TrimWhenEmpty()
    {
        if (Count == 0 && _items is { Length: > InitialCapacity }) (_items, _head) = (null, 0);
    }

    private void Grow(object?[] full)
    {
        var larger = new object?[full.Length * 2];
        for (var i = 0; i < full.Length; i++) larger[i] = full[(_head + i) & (full.Length - 1)];
        (_items, _head) = (larger, 0);
    }
}
