using Orleans.Runtime;

namespace Orleans.BroadcastChannel;

/// <summary>The identity of a broadcast channel: a namespace and a key.</summary>
[Immutable]
public readonly struct ChannelId : IEquatable<ChannelId>, IComparable<ChannelId>
{
    private readonly IdSpan _namespace;
    private readonly IdSpan _key;

    private ChannelId(string ns, string key) => (_namespace, _key) = (IdSpan.Create(ns), IdSpan.Create(key));

    /// <summary>The key, UTF-8.</summary>
    public ReadOnlyMemory<byte> Key => _key.Value;

    /// <summary>The namespace, UTF-8.</summary>
    public ReadOnlyMemory<byte> Namespace => _namespace.Value;

    /// <summary>The channel with this namespace and the 32 digits of the Guid as key.</summary>
    public static ChannelId Create(string ns, Guid key) => new(ns, key.ToString("N"));

    /// <summary>The channel with this namespace and key.</summary>
    public static ChannelId Create(string ns, string key) => new(ns, key);

    /// <summary>The key as text.</summary>
    public string GetKeyAsString() => _key.ToString();

    /// <summary>The namespace as text; null when there is none.</summary>
    public string? GetNamespace() => _namespace.IsDefault ? null : _namespace.ToString();

    /// <inheritdoc/>
    public bool Equals(ChannelId other) => _key.Equals(other._key) && _namespace.Equals(other._namespace);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ChannelId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_namespace, _key);

    /// <summary>Orders by namespace, then key.</summary>
    public int CompareTo(ChannelId other) => _namespace.CompareTo(other._namespace) is var order and not 0 ? order : _key.CompareTo(other._key);

    /// <summary>The text <c>namespace/key</c>.</summary>
    public override string ToString() => $"{GetNamespace() ?? "null"}/{_key}";

    /// <summary>Whether both are the same channel.</summary>
    public static bool operator ==(ChannelId s1, ChannelId s2) => s1.Equals(s2);

    /// <summary>Whether they are different channels.</summary>
    public static bool operator !=(ChannelId s1, ChannelId s2) => !s1.Equals(s2);
}
