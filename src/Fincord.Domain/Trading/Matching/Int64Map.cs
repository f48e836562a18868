using System.Numerics;

namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// From a 64-bit key to an index that is not negative: open addressing with linear probing, at most half full, and removal that leaves no
/// marks behind. It allocates only when it grows.
/// </summary>
internal sealed class Int64Map
{
    private const int Absent = -1;
    private const int BlockBits = 2;

    private Entry[] _entries = [];
    private int _shift;
    private int _count;

    /// <summary>A map that holds <paramref name="capacity"/> keys before it grows.</summary>
    public Int64Map(int capacity) => Resize(capacity);

    // The index is kept plus one, so that cleared memory is empty.
    private struct Entry
    {
        public long Key;
        public int Successor;
    }

    /// <summary>The index of a key, or -1.</summary>
    public int Find(long key)
    {
        var entries = _entries;
        for (var at = Home(key); (uint)at < (uint)entries.Length; at = (at + 1) & (entries.Length - 1))
        {
            ref readonly var entry = ref entries[at];
            if (entry.Successor == 0) return Absent;
            if (entry.Key == key) return entry.Successor - 1;
        }
        return Absent;
    }

    /// <summary>Adds a key that is not there.</summary>
    public void Add(long key, int index)
    {
        if (2 * _count >= _entries.Length) Resize(_entries.Length);
        var at = Home(key);
        while (_entries[at].Successor != 0) at = (at + 1) & (_entries.Length - 1);
        _entries[at] = new() { Key = key, Successor = index + 1 };
        _count++;
    }

    /// <summary>Removes a key; its index, or -1 when it was not there.</summary>
    public int Remove(long key)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        var at = Home(key);
        while (entries[at].Successor != 0 && entries[at].Key != key) at = (at + 1) & mask;
        var index = entries[at].Successor - 1;
        if (index < 0) return Absent;

        // What follows without a gap moves back, unless that would put it before its home.
        for (var next = (at + 1) & mask; entries[next].Successor != 0; next = (next + 1) & mask)
        {
            if (((next - Home(entries[next].Key)) & mask) < ((next - at) & mask)) continue;
            entries[at] = entries[next];
            at = next;
        }
        entries[at].Successor = 0;
        _count--;
        return index;
    }

    // Fibonacci hashing of blocks: four keys given one after the other, as ids and prices are, share a cache line, and their blocks spread evenly.
    private int Home(long key) =>
        (int)(unchecked((ulong)(key >> BlockBits) * 0x9E3779B97F4A7C15) >> _shift) << BlockBits | (int)(key & ((1 << BlockBits) - 1));

    private void Resize(int capacity)
    {
        var old = _entries;
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2L * capacity));
        _entries = new Entry[size];
        _shift = 64 - BitOperations.Log2(size) + BlockBits;
        _count = 0;
        foreach (ref readonly var entry in old.AsSpan())
            if (entry.Successor != 0) Add(entry.Key, entry.Successor - 1);
    }
}
