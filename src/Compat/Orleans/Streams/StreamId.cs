using System.Text;

namespace Orleans.Runtime;

/// <summary>The identity of a stream: a namespace and a key.</summary>
public readonly struct StreamId : IEquatable<StreamId>, IComparable<StreamId>
{
    private readonly IdSpan _namespace;
    private readonly IdSpan _key;

    private StreamId(IdSpan ns, IdSpan key) => (_namespace, _key) = (ns, key);

    /// <summary>The key, UTF-8.</summary>
    public ReadOnlyMemory<byte> Key => _key.Value;

    /// <summary>The namespace, UTF-8.</summary>
    public ReadOnlyMemory<byte> Namespace => _namespace.Value;

    /// <summary>The stream with this namespace and the 32 digits of the Guid as key.</summary>
    public static StreamId Create(string? ns, Guid key) => Create(ns, key.ToString("N"));

    /// <summary>The stream with this namespace and the decimal digits of the number as key.</summary>
    public static StreamId Create(string? ns, long key) => Create(ns, key.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The stream with this namespace and key.</summary>
    public static StreamId Create(string? ns, string key) => new(ns is null ? default : IdSpan.Create(ns), IdSpan.Create(key));

    /// <summary>The stream with this namespace and key, UTF-8.</summary>
    public static StreamId Create(ReadOnlySpan<byte> ns, ReadOnlySpan<byte> key) => Create(Encoding.UTF8.GetString(ns), Encoding.UTF8.GetString(key));

    /// <summary>The key as text.</summary>
    public string GetKeyAsString() => _key.ToString();

    /// <summary>The namespace as text; null when there is none.</summary>
    public string? GetNamespace() => _namespace.IsDefault ? null : _namespace.ToString();

    /// <inheritdoc/>
    public bool Equals(StreamId other) => _key.Equals(other._key) && _namespace.Equals(other._namespace);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StreamId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_namespace, _key);

    /// <summary>Orders by namespace, then key.</summary>
    public int CompareTo(StreamId other) => _namespace.CompareTo(other._namespace) is var order and not 0 ? order : _key.CompareTo(other._key);

    /// <summary>The text <c>namespace/key</c>.</summary>
    public override string ToString() => $"{GetNamespace() ?? "null"}/{_key}";

    /// <summary>Whether both are the same stream.</summary>
    public static bool operator ==(StreamId s1, StreamId s2) => s1.Equals(s2);

    /// <summary>Whether they are different streams.</summary>
    public static bool operator !=(StreamId s1, StreamId s2) => !s1.Equals(s2);
}
