using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Hashes the keys and names by which a store in a database finds its rows.</summary>
public interface IHasher
{
    /// <summary>What it is, for people.</summary>
    string Description { get; }

    /// <summary>The hash of these bytes.</summary>
    int Hash(byte[] data);
}

/// <summary>Chooses how the key and the name of a state are hashed.</summary>
public interface IStorageHasherPicker
{
    /// <summary>The hashers to choose from.</summary>
    ICollection<IHasher> HashProviders { get; }

    /// <summary>The hasher for a state; null is an error.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="storageProviderInstanceName">The store's name.</param>
    /// <param name="grainType">The state's name, as it is stored.</param>
    /// <param name="grainId">The grain.</param>
    /// <param name="grainState">The state.</param>
    /// <param name="tag">Whatever a caller and its picker agree upon.</param>
    IHasher? PickHasher<T>(
        string serviceId, string storageProviderInstanceName, string grainType, GrainId grainId, IGrainState<T> grainState, string? tag = null);
}

/// <summary>Takes the first of its hashers for everything.</summary>
/// <param name="hashProviders">The hashers.</param>
public class StorageHasherPicker(IEnumerable<IHasher> hashProviders) : IStorageHasherPicker
{
    /// <inheritdoc/>
    public ICollection<IHasher> HashProviders { get; } = [.. hashProviders];

    /// <inheritdoc/>
    public IHasher? PickHasher<T>(
        string serviceId, string storageProviderInstanceName, string grainType, GrainId grainId, IGrainState<T> grainState, string? tag = null) =>
        HashProviders.FirstOrDefault();
}

/// <summary>The hash that Orleans uses for grains everywhere since version 7.</summary>
public sealed class OrleansDefaultHasher : IHasher
{
    /// <inheritdoc/>
    public string Description => "Orleans' own stable hash (xxHash32).";

    /// <inheritdoc/>
    public int Hash(byte[] data) => StableHash.Compute(data);
}
