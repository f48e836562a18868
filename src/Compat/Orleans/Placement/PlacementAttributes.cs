namespace Orleans.Placement
{
    /// <summary>Where activations of a grain class are placed. All of these have no effect in a cluster of one silo.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public abstract class PlacementAttribute : Attribute;

    /// <summary>On any silo.</summary>
    public sealed class RandomPlacementAttribute : PlacementAttribute;

    /// <summary>On the caller's silo.</summary>
    public sealed class PreferLocalPlacementAttribute : PlacementAttribute;

    /// <summary>On the silo that a hash of the key chooses.</summary>
    public sealed class HashBasedPlacementAttribute : PlacementAttribute;

    /// <summary>On the silo with the fewest activations.</summary>
    public sealed class ActivationCountBasedPlacementAttribute : PlacementAttribute;

    /// <summary>On the silo with the most resources left; the default.</summary>
    public sealed class ResourceOptimizedPlacementAttribute : PlacementAttribute;
}

namespace Orleans.CodeGeneration
{
    /// <summary>The version of a grain interface. It has no effect in a cluster of one silo.</summary>
    /// <param name="version">The version.</param>
    [AttributeUsage(AttributeTargets.Interface)]
    public sealed class VersionAttribute(ushort version) : Attribute
    {
        /// <summary>The version.</summary>
        public ushort Version { get; } = version;
    }
}
