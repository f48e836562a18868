using Fincord.OrleansCompat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>Which requests start when.</summary>
internal sealed partial class Activation
{
    private GrainRequest? _firstWaiting;
    private GrainRequest? _lastWaiting;

    // Of those waiting, how many could start while others run: when there are none, nobody looks through a long queue.
    private int _interleavingWaiting;
    private int _waiting;

    // Of those running: all, the read-only ones, and those that want to be alone.
    private int _running;
    private int _runningReadOnly;
    private int _runningExclusive;

    // The first of those running that keep others out.
    private volatile GrainRequest? _blocking;

    /// <summary>Whether a request waits or runs. May be read from any thread, as a hint.</summary>
    public bool IsBusy => _running > 0 || _firstWaiting is not null || !IsQuiet;

    private bool IsFiltered => Silo.Filters.Incoming.Count > 0 || Class.FiltersItself;

    public bool TryReceive(GrainRequest request) => TryEnqueue(request);

    protected override void Run(object work)
    {
        if (work is GrainRequest request) Receive(request);
        else if (work is Action action) Run(action);
    }

    private void Run(Action action)
    {
        try
        {
            action();
        }
        // Nobody waits for it, and the next turn must come.
        catch (Exception failure)
        {
            Silo.Logger.LogWarning(failure, "A turn of {GrainId} failed.", GrainId);
        }
    }

    private void Receive(GrainRequest request)
    {
        if (_state is ActivationState.Ended)
        {
            Reroute(request);
            return;
        }
        if (request.IsActivity) _isTouched = true;
        if (IsOverloaded(request)) return;
        if (_state is ActivationState.Active && !IsEnding && MayStart(request)) Start(request);
        else Enqueue(request);
        if (_state is not ActivationState.Created) return;
        RequestContext.Current = request.Context;
        Activate(request.Context);
    }

    /// <summary>
    /// A request starts at once when nothing runs, when either side always interleaves, when the class is reentrant, when all that run
    /// are read-only as it is (readers share, a writer is alone), when it belongs to a chain of calls that may come back here, or when the
    /// predicate of the class lets it.
    /// </summary>
    private bool MayStart(GrainRequest request)
    {
        if (Class.IsReentrant || request.Shape.AlwaysInterleave) return true;
        if (_runningExclusive == 0 && (_runningReadOnly == 0 || request.Shape.ReadOnly)) return true;
        if (request.Context is { } context && IsOpen(context.ReentrancyId)) return true;
        return Class.MayInterleave is { } predicate && MayInterleave(request, predicate);
    }

    private void Start(GrainRequest request)
    {
        if (request.IsRefused || IsTooLate(request)) return;
        Count(request, +1);
        request.Started(this);
        RequestContext.Current = request.Context;
        Task invoked;
        try
        {
            invoked = IsFiltered ? request.InvokeThrough(new IncomingCall(this, request)) : request.Invoke(TargetOf(request));
        }
        // Whatever a grain throws belongs to its caller.
        catch (Exception failure)
        {
            invoked = Task.FromException(failure);
        }
        if (invoked.IsCompleted) Finish(request, invoked);
        else _ = FinishLater(request, invoked);
    }

    /// <summary>The object that a request calls: the grain, or an extension of it.</summary>
    public object TargetOf(GrainRequest request) => request.Shape.IsExtension ? ExtensionOf(request.Shape.InterfaceType) : GrainInstance!;

    private IGrainExtension ExtensionOf(Type type)
    {
        if (GrainInstance is IGrainExtension own && type.IsInstanceOfType(own)) return own;
        var extensions = Extras.Extensions ??= [];
        if (extensions.TryGetValue(type, out var extension)) return extension;
        extension = ActivationServices.GetKeyedService<IGrainExtension>(type)
            ?? throw new GrainExtensionNotInstalledException($"The silo has no extension {type}, which {GrainId} was called with.");
        return extensions[type] = extension;
    }

    private async Task FinishLater(GrainRequest request, Task invoked)
    {
        await invoked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Finish(request, invoked);
        StartWaiting();
    }

    private void Finish(GrainRequest request, Task invoked)
    {
        Count(request, -1);
        if (invoked.IsFaulted) DropAfterLostWrite(invoked.Exception!.InnerExceptions[0]);
        request.Answer(invoked);
        if (IsEnding && _running == 0) EndWhenIdle();
        else if (Silo.Conditions is { } conditions) EndUnderConditions(conditions);
    }

    /// <summary>Starts those that may now, in the order of their arrival.</summary>
    private void StartWaiting()
    {
        if (IsEnding || _state is not ActivationState.Active) return;
        GrainRequest? before = null;
        for (var request = _firstWaiting; request is not null && !IsEnding;)
        {
            var next = request.NextWaiting;
            if (MayStart(request))
            {
                Dequeue(request, before);
                Start(request);
            }
            else if (_interleavingWaiting == 0 && Class.MayInterleave is null)
            {
                return;
            }
            else
            {
                before = request;
            }
            request = next;
        }
    }

    private void Count(GrainRequest request, int change)
    {
        _running += change;
        if (Class.MayInterleave is not null) Note(request, change);
        if (request.Shape.AlwaysInterleave) return;
        if (change > 0) _blocking ??= request;
        else if (_blocking == request) _blocking = null;
        if (request.Shape.ReadOnly) _runningReadOnly += change;
        else _runningExclusive += change;
    }

    /// <summary>Whether nobody waits for it any more.</summary>
    private bool IsTooLate(GrainRequest request)
    {
        if (!request.IsAnswered) return false;
        if (!request.IsExpired) return true;
        if (!Silo.Messaging.DropExpiredMessages) return false;
        Silo.Instruments.Calls.Expired();
        return true;
    }

    /// <summary>Refuses the request when more are here already than the silo's limit allows.</summary>
    private bool IsOverloaded(GrainRequest request)
    {
        if (request.IsLocal) return false;
        var isWorker = Class.StatelessWorker is not null;
        var limits = Silo.Messaging;
        var hard = isWorker ? limits.MaxEnqueuedRequestsHardLimit_StatelessWorker : limits.MaxEnqueuedRequestsHardLimit;
        var soft = isWorker ? limits.MaxEnqueuedRequestsSoftLimit_StatelessWorker : limits.MaxEnqueuedRequestsSoftLimit;
        var count = _running + _waiting;
        if (hard > 0 && count > hard)
        {
            request.Reject(new LimitExceededException($"{this} has {count} requests; its limit is {hard}."));
            return true;
        }
        if (soft > 0 && count > soft) Silo.Logger.LogWarning("{Activation} has {Count} requests; its soft limit is {Limit}.", this, count, soft);
        return false;
    }

    private void Enqueue(GrainRequest request)
    {
        _waiting++;
        if (_lastWaiting is null) _firstWaiting = request;
        else _lastWaiting.NextWaiting = request;
        _lastWaiting = request;
        if (request.MayInterleave) _interleavingWaiting++;
    }

    private void Dequeue(GrainRequest request, GrainRequest? before)
    {
        if (before is null) _firstWaiting = request.NextWaiting;
        else before.NextWaiting = request.NextWaiting;
        if (ReferenceEquals(_lastWaiting, request)) _lastWaiting = before;
        request.NextWaiting = null;
        if (request.MayInterleave) _interleavingWaiting--;
        _waiting--;
    }

    private GrainRequest? TakeAllWaiting()
    {
        var first = _firstWaiting;
        (_firstWaiting, _lastWaiting, _interleavingWaiting, _waiting) = (null, null, 0, 0);
        return first;
    }
}
