using Fincord.OrleansCompat;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Orleans.Runtime;

internal enum ActivationState : byte
{
    Created,
    Activating,
    Active,
    Deactivating,
    Ended,
}

/// <summary>From the first request to the end.</summary>
internal sealed partial class Activation
{
    private volatile ActivationState _state;
    private Exception? _activationFailure;

    private bool IsEnding => _extras?.Reason is not null;

    /// <summary>Ends the activation after its current calls. May be called from any thread.</summary>
    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        var extras = Extras;
        lock (extras) extras.Reason ??= deactivationReason;
        TryEnqueue((Action)EndWhenIdle);
    }

    /// <summary>Ends without a word, as when the process dies. May be called from any thread.</summary>
    public void Kill()
    {
        Close();
        _state = ActivationState.Ended;
        foreach (var timer in Extras.Timers?.ToArray() ?? []) timer.Dispose();
        Extras.Deactivated.TrySetResult();
    }

    private async void Activate()
    {
        _state = ActivationState.Activating;
        try
        {
            GrainInstance = Class.Activator.Create(this);
            if (_extras?.Lifecycle is not null || Class.Activator.OverridesActivation) await RunActivation();
            _state = ActivationState.Active;
            Silo.Instruments.Activated();
        }
        // Whatever fails belongs to those who wait for the activation.
        catch (Exception failure)
        {
            await Discard(failure);
            return;
        }
        StartWaiting();
        if (IsEnding) EndWhenIdle();
    }

    private async Task RunActivation()
    {
        using var limit = new TimeLimit(Silo.Deadlines, Silo.Collection.ActivationTimeout);
        var lifecycle = _extras?.Lifecycle;
        if (lifecycle is not null) await lifecycle.Start(GrainLifecycleStage.First, GrainLifecycleStage.Activate - 1, limit.Token);
        if (Class.Activator.OverridesActivation) await ((IGrainBase)GrainInstance!).OnActivateAsync(limit.Token);
        if (lifecycle is not null) await lifecycle.Start(GrainLifecycleStage.Activate, GrainLifecycleStage.Last, limit.Token);
    }

    /// <summary>All that wait now fail; a later call tries again with a new activation.</summary>
    private async Task Discard(Exception failure)
    {
        _activationFailure = failure;
        Silo.Instruments.FailedToActivate();
        Silo.Logger.LogWarning(failure, "Grain {GrainId} could not be activated.", GrainId);
        await Release();
        Leave();
        for (var request = TakeAllWaiting(); request is not null; request = request.NextWaiting) request.Fail(failure);
    }

    private void EndWhenIdle()
    {
        if (!IsEnding || _state is not ActivationState.Active) return;
        foreach (var enumeration in _extras!.Enumerations?.Values.ToArray() ?? []) enumeration.StopWaiting();
        if (_running == 0) End(_extras!.Reason!.Value);
    }

    private async void End(DeactivationReason reason)
    {
        _state = ActivationState.Deactivating;
        Silo.Instruments.Deactivated();
        try
        {
            foreach (var timer in _extras?.Timers?.ToArray() ?? []) timer.Dispose();
            if (_extras?.Enumerations is { } enumerations) await EndAll(enumerations);
            if (_extras?.Lifecycle is not null || Class.Activator.OverridesDeactivation) await RunDeactivation(reason);
        }
        // The activation ends whatever fails in it.
        catch (Exception failure)
        {
            ReportDeactivationFailure(failure);
        }
        await Release();
        Leave();
        for (var request = TakeAllWaiting(); request is not null;)
        {
            var next = request.NextWaiting;
            request.NextWaiting = null;
            Reroute(request);
            request = next;
        }
    }

    private static async Task EndAll(Dictionary<Guid, IEnumerationSession> enumerations)
    {
        foreach (var enumeration in enumerations.Values) await enumeration.DisposeAsync();
        enumerations.Clear();
    }

    private async Task RunDeactivation(DeactivationReason reason)
    {
        using var limit = new TimeLimit(Silo.Deadlines, Silo.Collection.DeactivationTimeout);
        var deactivation = RunDeactivation(reason, limit.Token);
        if (deactivation.IsCompleted) await deactivation;
        else await deactivation.WaitAsync(limit.Token);
    }

    private async Task RunDeactivation(DeactivationReason reason, CancellationToken cancellation)
    {
        if (Class.Activator.OverridesDeactivation) await ((IGrainBase)GrainInstance!).OnDeactivateAsync(reason, cancellation);
        if (_extras?.Lifecycle is { } lifecycle)
            await lifecycle.Stop(cancellation, ReportDeactivationFailure);
    }

    private void ReportDeactivationFailure(Exception failure) =>
        Silo.Logger.LogWarning(failure, "Grain {GrainId} failed while it was deactivated.", GrainId);

    private async ValueTask Release()
    {
        try
        {
            if (GrainInstance is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else (GrainInstance as IDisposable)?.Dispose();
            if (_extras?.Scope is { } scope) await scope.DisposeAsync();
        }
        // The activation ends whatever fails in it.
        catch (Exception failure)
        {
            Silo.Logger.LogWarning(failure, "Grain {GrainId} failed while it was disposed.", GrainId);
        }
    }

    private void Leave()
    {
        Silo.Activations.Remove(this);
        Close();
        _state = ActivationState.Ended;
        _extras?.Deactivated.TrySetResult();
    }

    /// <summary>The grain's next activation takes what came too late for this one.</summary>
    private void Reroute(GrainRequest request)
    {
        if (_activationFailure is { } failure) request.Fail(failure);
        else if (request.ForwardCount++ < Silo.MaxForwardCount) request.Target.Route(request);
        else request.Fail(new OrleansMessageRejectionException(
            $"{request.Shape} of {GrainId} was forwarded {Silo.MaxForwardCount} times, each time to an activation at its end."));
    }

    /// <summary>A write that met another writer's: memory is behind the store, so the next call has to load it anew.</summary>
    private void DropAfterLostWrite(Exception failure)
    {
        if (failure is not InconsistentStateException { IsAtItsSource: true } lost) return;
        lost.IsAtItsSource = false;
        Deactivate(new(DeactivationReasonCode.ApplicationError, failure, "A write met a state that somebody else had written."));
    }
}
