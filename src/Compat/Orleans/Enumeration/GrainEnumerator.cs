using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>The caller's side of an enumeration: asks the grain for batches of items.</summary>
internal sealed class GrainEnumerator<T> : IAsyncEnumerator<T>
{
    private readonly Guid _id = Guid.NewGuid();
    private readonly EnumerableRequest<T> _request;
    private readonly CancellationTokenSource _cancellation;
    private EnumerationBatch<T> _batch = EnumerationBatch<T>.Empty;
    private int _next;
    private bool _isStarted;

    public GrainEnumerator(EnumerableRequest<T> request, CancellationToken cancellation) =>
        (_request, _cancellation) = (request, CancellationTokenSource.CreateLinkedTokenSource(request.Cancellation, cancellation));

    public T Current { get; private set; } = default!;

    public async ValueTask<bool> MoveNextAsync()
    {
        // A batch without items tells that the grain is still there.
        while (_next == _batch.Items.Count)
        {
            if (_batch.IsLast) return false;
            var ask = new NextBatch(_id, _request, isFirst: !_isStarted, _cancellation.Token);
            _isStarted = true;
            (_batch, _next) = (await _request.Target.Call(ask), 0);
        }
        Current = _batch.Items[_next++];
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        _cancellation.Dispose();
        if (_isStarted && !_batch.IsLast) await _request.Target.Call(new EndEnumeration(_id));
    }

    private sealed class NextBatch(Guid id, EnumerableRequest<T> request, bool isFirst, CancellationToken cancellation)
        : TaskRequest<EnumerationBatch<T>>
    {
        public override RequestShape Shape => EnumerationShapes.Next;

        protected internal override CancellationToken Cancellation { get; set; } = cancellation;

        protected internal override Task Invoke(object target)
        {
            var sessions = Activation.Current!.Extras.Enumerations ??= [];
            if (isFirst) sessions[id] = new EnumerationSession<T>(request, target);
            return sessions.TryGetValue(id, out var session)
                ? ((EnumerationSession<T>)session).Next()
                : throw new EnumerationAbortedException($"The enumeration of {request.Shape} is over: the activation that ran it has ended.");
        }
    }

    private sealed class EndEnumeration(Guid id) : TaskRequest
    {
        public override RequestShape Shape => EnumerationShapes.End;

        protected internal override Task Invoke(object target) =>
            Activation.Current!.Extras.Enumerations is { } sessions && sessions.Remove(id, out var session)
                ? session.DisposeAsync().AsTask()
                : Task.CompletedTask;
    }
}

/// <summary>Enumerations interleave with everything, whatever the grain.</summary>
internal static class EnumerationShapes
{
    public static readonly RequestShape Next = new(typeof(IAsyncDisposable), "MoveNext", []) { AlwaysInterleave = true };

    public static readonly RequestShape End = new(typeof(IAsyncDisposable), nameof(IAsyncDisposable.DisposeAsync), []) { AlwaysInterleave = true };
}

/// <summary>Items of an enumeration.</summary>
[GenerateSerializer]
internal sealed record EnumerationBatch<T>(IReadOnlyList<T> Items, bool IsLast)
{
    public static readonly EnumerationBatch<T> Empty = new([], IsLast: false);
}
