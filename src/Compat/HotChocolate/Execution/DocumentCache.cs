using System.Diagnostics.CodeAnalysis;

namespace HotChocolate.Execution;

/// <summary>
/// The documents that came last, by their bytes, so that a known one is neither parsed nor validated nor planned again. When it is full, the
/// half that was used least recently makes room.
/// </summary>
internal sealed class DocumentCache(int capacity)
{
    // Longer documents come from tools rather than from applications, and would make the cache's memory hard to foresee.
    private const int LongestCached = 32 * 1024;

    private readonly Dictionary<byte[], Entry> _entries = new(Utf8Comparer.Instance);
    private readonly ReaderWriterLockSlim _lock = new();
    private long _clock;

    /// <summary>The document of a text; <paramref name="parse"/> is called with a copy of the text if it is not known.</summary>
    public CachedDocument GetOrAdd(ReadOnlySpan<byte> text, Func<byte[], CachedDocument> parse)
    {
        if (Find(text) is { } known) return known;
        var key = text.ToArray();
        var document = parse(key);
        if (key.Length <= LongestCached) Add(key, document);
        return document;
    }

    /// <summary>The document of a text, or of whatever else it was added by; null if it is not known.</summary>
    public CachedDocument? Find(ReadOnlySpan<byte> key)
    {
        _lock.EnterReadLock();
        try
        {
            if (!_entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out var known)) return null;
            known.LastUse = Interlocked.Increment(ref _clock);
            return known.Document;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Remembers a document by its text or by an id.</summary>
    public void Add(byte[] key, CachedDocument document)
    {
        _lock.EnterWriteLock();
        try
        {
            if (_entries.Count >= capacity) Evict();
            _entries[key] = new(document) { LastUse = Interlocked.Increment(ref _clock) };
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private void Evict()
    {
        foreach (var (key, _) in _entries.OrderBy(pair => pair.Value.LastUse).Take((_entries.Count / 2) + 1).ToList()) _entries.Remove(key);
    }

    private sealed class Entry(CachedDocument document)
    {
        public CachedDocument Document => document;
        public long LastUse { get; set; }
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] value) => GetHashCode(value.AsSpan());

        // Seeded by HashCode, so that nobody can aim documents at one bucket.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
