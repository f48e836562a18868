using System.Diagnostics;
using Fincord.OrleansCompat;
using Microsoft.Extensions.Logging;
using Orleans.Diagnostics;
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
        lock (extras)
        {
            if (extras.Reason is null) extras.Deactivating = ActivationActivities.Deactivating(_state, deactivationReason);
            extras.Reason ??= deactivationReason;
        }
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

    /// <summary>
    /// Gives up an activation that one request keeps from all others: they go to a new one. The request runs on, for nobody but its caller.
    /// Called by the sweep, on its thread, since the activation may not have a turn any more.
    /// </summary>
    private void GiveUp()
    {
        var reason = new DeactivationReason(
            DeactivationReasonCode.ActivationUnresponsive, $"A request took longer than {Silo.Messaging.MaxRequestProcessingTime}.");
        Silo.Logger.LogWarning("Grain {GrainId} is given up: {Reason}", GrainId, reason);
        Extras.Reason ??= reason;
        foreach (var timer in Extras.Timers?.ToArray() ?? []) timer.Dispose();
        Silo.Instruments.Catalog.ShutDown(Class, reason.ReasonCode, began: 0);
        _state = ActivationState.Ended;
        TryEnqueue((Action)RerouteAllWaiting);
        Leave();
    }

    private async void Activate(RequestContextData? context)
    {
        _state = ActivationState.Activating;
        var catalog = Silo.Instruments.Catalog;
        catalog.Created(Class);
        var began = catalog.Begin();
        var activity = ActivationActivities.Activating(this, context);
        try
        {
            GrainInstance = Class.Activator.Create(this);
            if (_extras?.Lifecycle is not null || Class.Activator.OverridesActivation) await RunActivation();
            _state = ActivationState.Active;
        }
        // Whatever fails belongs to those who wait for the activation.
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, "activation-failed");
            activity?.Stop();
            catalog.Activated(Class, began, failure);
            await Discard(failure);
            return;
        }
        activity?.Stop();
        catalog.Activated(Class, began, failure: null);
        StartWaiting();
        if (IsEnding) EndWhenIdle();
    }

    private async Task RunActivation()
    {
        using var limit = new TimeLimit(Silo.Deadlines, Silo.Collection.ActivationTimeout);
        var lifecycle = _extras?.Lifecycle;
        if (lifecycle is not null)
            await lifecycle.Start(GrainLifecycleStage.First, GrainLifecycleStage.Activate - 1, limit.Token).WaitAsync(limit.Token);
        if (Class.Activator.OverridesActivation) await RunOnActivate(limit.Token);
        if (lifecycle is not null) await lifecycle.Start(GrainLifecycleStage.Activate, GrainLifecycleStage.Last, limit.Token);
    }

    private async Task RunOnActivate(CancellationToken cancellation)
    {
        using var activity = ActivationActivities.OnActivate(this);
        try
        {
            // A grain that does not listen to the token must not keep its callers, nor others from a new activation.
            await ((IGrainBase)GrainInstance!).OnActivateAsync(cancellation).WaitAsync(cancellation);
        }
        catch (Exception failure)
        {
            activity?.Fail("on-activate-failed", failure);
            throw;
        }
    }

    /// <summary>All that wait now fail; a later call tries again with a new activation.</summary>
    private async Task Discard(Exception failure)
    {
        _activationFailure = failure;
        Silo.Logger.LogWarning(failure, "Grain {GrainId} could not be activated.", GrainId);
        await Release();
        Leave();
        RerouteAllWaiting();
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
        var began = Silo.Instruments.Catalog.Begin();
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
        Silo.Instruments.Catalog.ShutDown(Class, reason.ReasonCode, began);
        Leave();
        RerouteAllWaiting();
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
        if (Class.Activator.OverridesDeactivation) await RunOnDeactivate(reason, cancellation);
        if (_extras?.Lifecycle is { } lifecycle)
            await lifecycle.Stop(cancellation, ReportDeactivationFailure);
    }

    private async Task RunOnDeactivate(DeactivationReason reason, CancellationToken cancellation)
    {
        using var activity = ActivationActivities.OnDeactivate(this, _extras!.Deactivating, reason);
        try
        {
            await ((IGrainBase)GrainInstance!).OnDeactivateAsync(reason, cancellation);
        }
        // What was made for the rest of the life is still to be stopped.
        catch (Exception failure)
        {
            activity?.Fail("on-deactivate-failed", failure);
            ReportDeactivationFailure(failure);
        }
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
        Silo.Instruments.Catalog.Destroyed(Class);
        Close();
        _state = ActivationState.Ended;
        _extras?.Deactivating?.Stop();
        _extras?.Deactivated.TrySetResult();
    }

    private void RerouteAllWaiting()
    {
        for (var request = TakeAllWaiting(); request is not null;)
        {
            var next = request.NextWaiting;
            request.NextWaiting = null;
            Reroute(request);
            request = next;
        }
    }

    /// <summary>The grain's next activation takes what came too late for this one; what could not be activated fails.</summary>
    private void Reroute(GrainRequest request)
    {
        // The ticks of this activation's timers are nobody else's.
        if (request.IsLocal) return;
        if (_activationFailure is { } failure)
        {
            request.Fail(failure);
            return;
        }
        if (request.ForwardCount++ < Silo.Messaging.MaxForwardCount)
        {
            Silo.Instruments.Calls.Forwarded();
            request.Target.Route(request);
            return;
        }
        request.Reject(new OrleansMessageRejectionException(
            $"{request.Shape} of {GrainId} was forwarded {Silo.Messaging.MaxForwardCount} times, each time to an activation at its end."));
    }

    /// <summary>A write that met another writer's: memory is behind the store, so the next call has to load it anew.</summary>
    private void DropAfterLostWrite(Exception failure)
    {
        if (failure is not InconsistentStateException { IsAtItsSource: true } lost) return;
        lost.IsAtItsSource = false;
        Deactivate(new(DeactivationReasonCode.ApplicationError, failure, "A write met a state that somebody else had written."));
    }
}
