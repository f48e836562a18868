namespace Orleans.Runtime;

/// <summary>Where an activation is.</summary>
public sealed class GrainAddress : IEquatable<GrainAddress>
{
    /// <summary>The grain.</summary>
    public GrainId GrainId { get; init; }

    /// <summary>Its activation.</summary>
    public ActivationId ActivationId { get; init; }

    /// <summary>The silo.</summary>
    public SiloAddress? SiloAddress { get; init; }

    /// <summary>Whether all three are known.</summary>
    public bool IsComplete => !GrainId.IsDefault && !ActivationId.IsDefault && SiloAddress is not null;

    /// <inheritdoc/>
    public bool Equals(GrainAddress? other) => other is not null
        && GrainId == other.GrainId && ActivationId == other.ActivationId && Equals(SiloAddress, other.SiloAddress);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainAddress);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GrainId, ActivationId, SiloAddress);

    /// <summary>All three.</summary>
    public override string ToString() => $"[{SiloAddress} {GrainId} {ActivationId}]";
}
