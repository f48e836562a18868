namespace Orleans.Runtime;

/// <summary>
/// The name of a grain class in every <see cref="GrainId"/>: lower case, without the suffix "grain", or as <see cref="GrainTypeAttribute"/> says.
/// </summary>
public readonly struct GrainType : IEquatable<GrainType>, IComparable<GrainType>
{
    /// <summary>The grain type with this name.</summary>
    public GrainType(IdSpan id) => Value = id;

    /// <summary>The name.</summary>
    public IdSpan Value { get; }

    /// <summary>Whether this is no grain type.</summary>
    public bool IsDefault => Value.IsDefault;

    /// <summary>The grain type with this name.</summary>
    public static GrainType Create(string value) => new(IdSpan.Create(value));

    /// <summary>A hash that is the same in every process.</summary>
    public uint GetUniformHashCode() => Value.GetUniformHashCode();

    /// <inheritdoc/>
    public bool Equals(GrainType obj) => Value.Equals(obj.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Orders by name.</summary>
    public int CompareTo(GrainType other) => Value.CompareTo(other.Value);

    /// <summary>The name.</summary>
    public override string ToString() => Value.ToString();

    /// <summary>Whether both have the same name.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Whether the names differ.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}

/// <summary>The name of a grain interface: its alias, or its full name.</summary>
public readonly struct GrainInterfaceType : IEquatable<GrainInterfaceType>
{
    /// <summary>The interface type with this name.</summary>
    public GrainInterfaceType(IdSpan value) => Value = value;

    /// <summary>The interface type with this name.</summary>
    public GrainInterfaceType(string value) => Value = IdSpan.Create(value);

    /// <summary>The name.</summary>
    public IdSpan Value { get; }

    /// <summary>Whether this is no interface type.</summary>
    public bool IsDefault => Value.IsDefault;

    /// <summary>The interface type with this name.</summary>
    public static GrainInterfaceType Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(GrainInterfaceType other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainInterfaceType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The name.</summary>
    public override string ToString() => Value.ToString();

    /// <summary>Whether both have the same name.</summary>
    public static bool operator ==(GrainInterfaceType left, GrainInterfaceType right) => left.Equals(right);

    /// <summary>Whether the names differ.</summary>
    public static bool operator !=(GrainInterfaceType left, GrainInterfaceType right) => !left.Equals(right);
}
