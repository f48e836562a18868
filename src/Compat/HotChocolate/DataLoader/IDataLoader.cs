namespace GreenDonut;

/// <summary>Loads values by key in batches, each key once per request.</summary>
public interface IDataLoader
{
    /// <summary>Forgets a key, so that it is loaded anew.</summary>
    void RemoveCacheEntry(object key);

    /// <summary>Forgets all keys.</summary>
    void ClearCache();
}

/// <inheritdoc cref="IDataLoader"/>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public interface IDataLoader<in TKey, TValue> : IDataLoader where TKey : notnull
{
    /// <summary>The value of a key, or the default where there is none.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values of keys, in their order.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Takes a value as that of a key, unless the key has one.</summary>
    void SetCacheEntry(TKey key, Task<TValue?> value);

    /// <summary>Forgets a key, so that it is loaded anew.</summary>
    void RemoveCacheEntry(TKey key);
}

/// <summary>A set of keys that are loaded together.</summary>
public abstract class Batch
{
    /// <summary>Loads them; does not throw.</summary>
    public abstract Task DispatchAsync();
}

/// <summary>Decides when batches are loaded.</summary>
public interface IBatchScheduler
{
    /// <summary>Takes a batch to be loaded once no more keys are to be expected.</summary>
    void Schedule(Batch batch);
}

/// <summary>How a data loader works.</summary>
public sealed class DataLoaderOptions
{
    /// <summary>How many keys are loaded together at most, 1024 by default; 0 for no limit.</summary>
    public int MaxBatchSize { get; set; } = 1024;
}
