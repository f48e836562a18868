using GreenDonut;

namespace HotChocolate.DataLoaders;

/// <summary>
/// Decides when the batches of a request are loaded: when none of its resolvers is running any more, since until then each may add a key.
/// A resolver that asks after having waited for something else is given the rest of its siblings' turns.
/// </summary>
internal sealed class BatchDispatcher(CancellationToken cancellation) : IBatchScheduler
{
    private readonly Lock _lock = new();
    private List<Batch> _scheduled = [];
    private int _running;
    private bool _dispatchIsQueued;

    /// <summary>Fires when nobody waits for the values any more.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>The engine, or a batch that hands out its results, starts to run resolvers.</summary>
    public void Enter() => Interlocked.Increment(ref _running);

    /// <summary>What <see cref="Enter"/> announced is over.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _running) == 0) Dispatch();
    }

    /// <inheritdoc/>
    public void Schedule(Batch batch)
    {
        lock (_lock)
        {
            _scheduled.Add(batch);
            if (Volatile.Read(ref _running) > 0 || _dispatchIsQueued) return;
            _dispatchIsQueued = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static dispatcher => dispatcher.Dispatch(), this, preferLocal: false);
    }

    private void Dispatch()
    {
        List<Batch> batches;
        lock (_lock)
        {
            _dispatchIsQueued = false;
            if (_scheduled.Count == 0) return;
            (batches, _scheduled) = (_scheduled, []);
        }
        foreach (var batch in batches) _ = batch.DispatchAsync();
    }
}
