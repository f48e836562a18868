using System.Text;

namespace Fincord.Schemas.Markets;

/// <summary>
/// Source names by their UTF-8 bytes: there are few and every event has one, so each is decoded once and then shared.
/// A direct-mapped cache of immutable entries, safe for many threads without a lock: a lost entry is decoded again.
/// </summary>
internal sealed class SourceNames
{
    private sealed record Entry(byte[] Utf8, string Name);

    private readonly Entry?[] _entries = new Entry?[256];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        ref var slot = ref _entries[Slot(utf8)];
        var entry = Volatile.Read(ref slot);
        if (entry is not null && utf8.SequenceEqual(entry.Utf8)) return entry.Name;
        var decoded = new Entry(utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        Volatile.Write(ref slot, decoded);
        return decoded.Name;
    }

    // Names differ in their length or at their end (file:a.csv, file:b.csv).
    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        unchecked
        {
            var hash = (uint)utf8.Length;
            foreach (var unit in utf8.Length <= 12 ? utf8 : utf8[^12..]) hash = (hash ^ unit) * 16_777_619;
            return (byte)(hash ^ (hash >> 16));
        }
    }
}
