namespace Fincord.Contracts;

/// <summary>Version-7 GUIDs of the system's clock.</summary>
public sealed class VersionSevenIds(TimeProvider time) : IIdGenerator
{
    /// <inheritdoc/>
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
}
