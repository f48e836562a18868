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

    /// <summary>On a silo with the role that the key names.</summary>
    public sealed class SiloRoleBasedPlacementAttribute : PlacementAttribute;

    /// <summary>Activations of this class stay where they are. There is nowhere else, so it has no effect here.</summary>
    /// <param name="kind">What may not move them.</param>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ImmovableAttribute(ImmovableKind kind = ImmovableKind.Any) : Attribute
    {
        /// <summary>What may not move them.</summary>
        public ImmovableKind Kind { get; } = kind;
    }

    /// <summary>What moves activations in a cluster of several silos.</summary>
    [Flags]
    public enum ImmovableKind : byte
    {
        /// <summary>What brings together those that call each other.</summary>
        Repartitioner = 1,

        /// <summary>What evens out the load.</summary>
        Rebalancer = 2,

        /// <summary>Both.</summary>
        Any = Repartitioner | Rebalancer,
    }
}

namespace Orleans.GrainDirectory
{
    /// <summary>Which directory knows where activations of this class are. There is one silo to be on, so it has no effect here.</summary>
    /// <param name="grainDirectoryName">The directory's name.</param>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class GrainDirectoryAttribute(string grainDirectoryName) : Attribute
    {
        /// <summary>The name of the directory that is used without this attribute.</summary>
        public const string DEFAULT_GRAIN_DIRECTORY = "default";

        /// <summary>The default directory.</summary>
        public GrainDirectoryAttribute()
            : this(DEFAULT_GRAIN_DIRECTORY)
        {
        }

        /// <summary>The directory's name.</summary>
        public string GrainDirectoryName { get; set; } = grainDirectoryName;
    }
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
