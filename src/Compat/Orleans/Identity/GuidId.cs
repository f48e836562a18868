namespace Orleans.Runtime;

/// <summary>A Guid as an identity, such as that of a stream subscription.</summary>
public sealed class GuidId : IEquatable<GuidId>, IComparable<GuidId>
{
    private GuidId(Guid guid) => Guid = guid;

    /// <summary>The Guid.</summary>
    public Guid Guid { get; }

    /// <summary>The identity with this Guid.</summary>
    public static GuidId GetGuidId(Guid guid) => new(guid);

    /// <summary>A new identity.</summary>
    public static GuidId GetNewGuidId() => new(Guid.NewGuid());

    /// <inheritdoc/>
    public bool Equals(GuidId? other) => other is not null && Guid == other.Guid;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GuidId);

    /// <inheritdoc/>
    public override int GetHashCode() => Guid.GetHashCode();

    /// <summary>Orders by Guid.</summary>
    public int CompareTo(GuidId? other) => other is null ? 1 : Guid.CompareTo(other.Guid);

    /// <summary>The Guid as text.</summary>
    public override string ToString() => Guid.ToString();
}
