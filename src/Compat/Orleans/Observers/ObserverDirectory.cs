using System.Collections.Concurrent;
using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>The objects that have references, held weakly.</summary>
internal sealed class ObserverDirectory
{
    public static readonly GrainType ObserverType = GrainType.Create("sys.client");

    private readonly ConcurrentDictionary<IdSpan, ObserverTurns> _observers = new();

    public GrainId Add(IGrainObserver observer, GrainFilters filters)
    {
        if (observer is GrainReference) throw new ArgumentException("A reference cannot have a reference.", nameof(observer));
        if (observer is IGrainBase) throw new ArgumentException("A grain hands out this.AsReference<T>() instead.", nameof(observer));
        var key = GrainIdKeyExtensions.CreateGuidKey(Guid.NewGuid());
        _observers[key] = new(observer, filters, this, key);
        return new(ObserverType, key);
    }

    public void Remove(GrainReference reference) => Remove(reference.Key);

    public void Remove(IdSpan key)
    {
        if (_observers.TryRemove(key, out var removed)) removed.End();
    }

    public bool TryFind(IdSpan key, out ObserverTurns? found) => _observers.TryGetValue(key, out found);
}

/// <summary>An object with a reference: calls to it run one at a time, in order of arrival.</summary>
internal sealed class ObserverTurns(IGrainObserver observer, GrainFilters filters, ObserverDirectory directory, IdSpan key) : TurnScheduler, IRequestTarget
{
    private readonly WeakReference<IGrainObserver> _observer = new(observer);
    private readonly Queue<GrainRequest> _waiting = new();
    private bool _isRunning;

    public bool TryReceive(GrainRequest request) => TryEnqueue(request);

    public void End() => Close();

    protected override void Run(object work)
    {
        _waiting.Enqueue((GrainRequest)work);
        StartWaiting();
    }

    private void StartWaiting()
    {
        while (!_isRunning && _waiting.TryDequeue(out var request)) Start(request);
    }

    private void Start(GrainRequest request)
    {
        if (request.IsAnswered) return;
        if (!_observer.TryGetTarget(out var target))
        {
            directory.Remove(key);
            request.Fail(new ClientNotAvailableException(request.Target.GrainId));
            return;
        }
        RequestContext.Current = request.Context;
        request.Started(this);
        Task invoked;
        try
        {
            invoked = filters.Incoming.Count > 0 || target is IIncomingGrainCallFilter
                ? request.InvokeThrough(new ObserverCall(target, filters, request))
                : request.Invoke(target);
        }
        // Whatever an observer throws belongs to its caller.
        catch (Exception failure)
        {
            invoked = Task.FromException(failure);
        }
        if (invoked.IsCompleted)
        {
            request.Answer(invoked);
            return;
        }
        _isRunning = true;
        _ = FinishLater(request, invoked);
    }

    private async Task FinishLater(GrainRequest request, Task invoked)
    {
        await invoked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        request.Answer(invoked);
        _isRunning = false;
        StartWaiting();
    }
}
