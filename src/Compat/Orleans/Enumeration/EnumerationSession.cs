using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>The grain's side of an enumeration.</summary>
internal interface IEnumerationSession : IAsyncDisposable
{
    /// <summary>Answers a caller that waits: the activation is about to end.</summary>
    void StopWaiting();
}

/// <summary>The grain's side of an enumeration of items of a type.</summary>
internal sealed class EnumerationSession<T> : IEnumerationSession
{
    // A caller that hears nothing for as long as its response timeout would give up, so it hears that there is nothing yet.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _cancellation = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly IAsyncEnumerator<T> _items;
    private readonly Activation _activation = Activation.Current!;
    private readonly int _maxBatchSize;
    private Task<bool>? _pending;

    public EnumerationSession(EnumerableRequest<T> request, object target)
    {
        request.Cancellation = _cancellation.Token;
        _items = request.Invoke(target).GetAsyncEnumerator(_cancellation.Token);
        _maxBatchSize = request.MaxBatchSize;
    }

    /// <summary>What there is, after waiting for one item.</summary>
    public async Task<EnumerationBatch<T>> Next()
    {
        _pending ??= _items.MoveNextAsync().AsTask();
        if (!_pending.IsCompleted)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
            var nothingYet = Task.Delay(Heartbeat, _activation.Silo.Time, enough.Token);
            if (await Task.WhenAny(_pending, nothingYet) == nothingYet) return EnumerationBatch<T>.Empty;
            await enough.CancelAsync();
        }
        var items = new List<T>();
        while (_pending.IsCompletedSuccessfully && _pending.Result && items.Count < _maxBatchSize)
        {
            items.Add(DeepCopy.Of(_items.Current));
            _pending = _items.MoveNextAsync().AsTask();
        }
        // What failed is told after the items before it.
        if (items.Count == 0) await _pending;
        return new(items, IsLast: _pending.IsCompletedSuccessfully && !_pending.Result);
    }

    public void StopWaiting() => _ending.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _cancellation.CancelAsync();
        if (_pending is Task pending) await pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await _items.DisposeAsync();
    }
}
