using HotChocolate.DataLoaders;

namespace GreenDonut;

/// <summary>A data loader: it collects keys until the request has nothing else to do, then loads them in one call.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue> where TKey : notnull
{
    private readonly IBatchScheduler _scheduler;
    private readonly DataLoaderOptions _options;
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Task<TValue?>> _cache = [];
    private KeyBatch? _open;

    /// <summary>A data loader for one request.</summary>
    protected DataLoaderBase(IBatchScheduler batchScheduler, DataLoaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(batchScheduler);
        ArgumentNullException.ThrowIfNull(options);
        (_scheduler, _options) = (batchScheduler, options);
    }

    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        var (value, opened) = Enlist(key);
        if (opened is not null) _scheduler.Schedule(opened);
        return cancellationToken.CanBeCanceled && !value.IsCompleted ? value.WaitAsync(cancellationToken) : value;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return await Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken)).ToList());
    }

    /// <inheritdoc/>
    public void SetCacheEntry(TKey key, Task<TValue?> value)
    {
        lock (_lock) _cache.TryAdd(key, value);
    }

    /// <inheritdoc/>
    public void RemoveCacheEntry(TKey key)
    {
        lock (_lock) _cache.Remove(key);
    }

    void IDataLoader.RemoveCacheEntry(object key) => RemoveCacheEntry((TKey)key);

    /// <inheritdoc/>
    public void ClearCache()
    {
        lock (_lock) _cache.Clear();
    }

    private protected abstract Task<Func<TKey, TValue?>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private (Task<TValue?> Value, Batch? Opened) Enlist(TKey key)
    {
        lock (_lock)
        {
            if (_cache.TryGetValue(key, out var known)) return (known, null);
            Batch? opened = null;
            if (_open is null || (_options.MaxBatchSize > 0 && _open.Count >= _options.MaxBatchSize)) opened = _open = new(this);
            return (_cache[key] = _open.Add(key), opened);
        }
    }

    private sealed class KeyBatch(DataLoaderBase<TKey, TValue> loader) : Batch
    {
        private readonly List<TKey> _keys = [];
        private readonly List<TaskCompletionSource<TValue?>> _promises = [];

        public int Count => _keys.Count;

        public Task<TValue?> Add(TKey key)
        {
            var promise = new TaskCompletionSource<TValue?>();
            _keys.Add(key);
            _promises.Add(promise);
            return promise.Task;
        }

        public override async Task DispatchAsync()
        {
            lock (loader._lock)
            {
                if (loader._open == this) loader._open = null;
            }
            try
            {
                var find = await loader.FetchAsync(_keys, (loader._scheduler as BatchDispatcher)?.Cancellation ?? CancellationToken.None);
                Settle(index => _promises[index].SetResult(find(_keys[index])));
            }
            catch (Exception exception)
            {
                Settle(index => _promises[index].TrySetException(exception));
            }
        }

        // The resolvers that waited go on here, one by one; what they load next must wait for the last of them.
        private void Settle(Action<int> settle)
        {
            var dispatcher = loader._scheduler as BatchDispatcher;
            dispatcher?.Enter();
            try
            {
                for (var i = 0; i < _keys.Count; i++) settle(i);
            }
            finally
            {
                dispatcher?.Leave();
            }
        }
    }
}

/// <summary>Loads one value for each key.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public abstract class BatchDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue> where TKey : notnull
{
    /// <inheritdoc cref="DataLoaderBase{TKey, TValue}(IBatchScheduler, DataLoaderOptions)"/>
    protected BatchDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions options) : base(batchScheduler, options) { }

    /// <summary>The values of distinct keys; keys left out have none.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override async Task<Func<TKey, TValue?>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var values = await LoadBatchAsync(keys, cancellationToken);
        return key => values.TryGetValue(key, out var value) ? value : default;
    }
}

/// <summary>Loads several values for each key.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">One of the values.</typeparam>
public abstract class GroupedDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue[]> where TKey : notnull
{
    /// <inheritdoc cref="DataLoaderBase{TKey, TValue}(IBatchScheduler, DataLoaderOptions)"/>
    protected GroupedDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions options) : base(batchScheduler, options) { }

    /// <summary>The values of distinct keys.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override async Task<Func<TKey, TValue[]?>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var values = await LoadGroupedBatchAsync(keys, cancellationToken);
        return key => [.. values[key]];
    }
}
