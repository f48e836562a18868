namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// The price levels of one side in order. The best one is at hand, its neighbours are links away, any other is found by its price in constant
/// time, and a new one finds its place in logarithmic time, whatever the distance between prices: 64-bit prices need no window.
/// </summary>
internal abstract class PriceLadder
{
    public const int None = -1;
    private const int FirstPriced = 2;

    private readonly Int64Map _byKey;
    private PriceLevel[] _levels;
    private int _used = FirstPriced;
    private int _free = None;
    private int _root = None;
    private uint _random = 2_463_534_242;

    protected PriceLadder(int capacity)
    {
        _levels = new PriceLevel[Math.Max(16, capacity)];
        _byKey = new(_levels.Length);
        for (var queue = 0; queue < FirstPriced; queue++) _levels[queue] = new() { Head = None, Tail = None };
    }

    /// <summary>All levels, by index; a reference to one holds until a level is added.</summary>
    public PriceLevel[] Levels => _levels;

    /// <summary>The best level, or -1.</summary>
    public int Best { get; private set; } = None;

    /// <summary>The worst level, or -1.</summary>
    public int Worst
    {
        get
        {
            var level = _root;
            while (level != None && _levels[level].Right != None) level = _levels[level].Right;
            return level;
        }
    }

    /// <summary>Whether a level stands in the ladder; the queues of orders without a price do not.</summary>
    protected static bool IsPriced(int level) => level >= FirstPriced;

    /// <summary>The level with a key, made when it is not there.</summary>
    protected int GetOrAdd(long key)
    {
        var level = _byKey.Find(key);
        return level >= 0 ? level : Add(key);
    }

    /// <summary>Takes an empty level out.</summary>
    protected void Remove(int level)
    {
        ref var removed = ref _levels[level];
        _byKey.Remove(removed.Key);
        if (removed.Better != None) _levels[removed.Better].Worse = removed.Worse;
        else Best = removed.Worse;
        if (removed.Worse != None) _levels[removed.Worse].Better = removed.Better;

        while (removed.Left != None && removed.Right != None)
            RotateUp(_levels[removed.Left].Priority > _levels[removed.Right].Priority ? removed.Left : removed.Right);
        var child = removed.Left != None ? removed.Left : removed.Right;
        if (child != None) _levels[child].Parent = removed.Parent;
        Replace(removed.Parent, level, child);

        removed.Worse = _free;
        _free = level;
    }

    private int Add(long key)
    {
        var level = TakeLevel();
        _levels[level] = new()
        {
            Key = key, Head = None, Tail = None, Better = None, Worse = None, Parent = None, Left = None, Right = None, Priority = NextRandom(),
        };
        _byKey.Add(key, level);
        if (_root == None)
        {
            (_root, Best) = (level, level);
            return level;
        }
        Attach(level, key < _levels[Best].Key ? Best : _root);
        while (_levels[level].Parent is var parent and not None && _levels[parent].Priority < _levels[level].Priority) RotateUp(level);
        return level;
    }

    // Hangs a level below its neighbour in order, from a node under which it belongs; so its neighbour's other neighbour is its own.
    private void Attach(int level, int from)
    {
        ref var added = ref _levels[level];
        while (true)
        {
            ref var node = ref _levels[from];
            if (added.Key < node.Key)
            {
                if (node.Left != None)
                {
                    from = node.Left;
                    continue;
                }
                (node.Left, added.Worse, added.Better) = (level, from, node.Better);
            }
            else
            {
                if (node.Right != None)
                {
                    from = node.Right;
                    continue;
                }
                (node.Right, added.Better, added.Worse) = (level, from, node.Worse);
            }
            break;
        }
        added.Parent = from;
        if (added.Better != None) _levels[added.Better].Worse = level;
        else Best = level;
        if (added.Worse != None) _levels[added.Worse].Better = level;
    }

    private void RotateUp(int level)
    {
        ref var node = ref _levels[level];
        var above = node.Parent;
        ref var parent = ref _levels[above];
        int moved;
        if (parent.Left == level)
        {
            (moved, parent.Left) = (node.Right, node.Right);
            node.Right = above;
        }
        else
        {
            (moved, parent.Right) = (node.Left, node.Left);
            node.Left = above;
        }
        if (moved != None) _levels[moved].Parent = above;
        Replace(parent.Parent, above, level);
        node.Parent = parent.Parent;
        parent.Parent = level;
    }

    private void Replace(int parent, int child, int by)
    {
        if (parent == None) _root = by;
        else if (_levels[parent].Left == child) _levels[parent].Left = by;
        else _levels[parent].Right = by;
    }

    private int TakeLevel()
    {
        if (_free == None)
        {
            if (_used == _levels.Length) Array.Resize(ref _levels, 2 * _levels.Length);
            return _used++;
        }
        var level = _free;
        _free = _levels[level].Worse;
        return level;
    }

    // Xorshift. It shapes the tree and with it the speed, never what the book does.
    private uint NextRandom()
    {
        unchecked
        {
            _random ^= _random << 13;
            _random ^= _random >> 17;
            return _random ^= _random << 5;
        }
    }
}
