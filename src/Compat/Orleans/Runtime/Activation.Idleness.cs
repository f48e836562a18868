namespace Orleans.Runtime;

/// <summary>How long the activation has been idle: requests set a flag, and the sweep reads the clock for all of them.</summary>
internal sealed partial class Activation
{
    private bool _isTouched = true;
    private long _lastUsed;

    public void DelayDeactivation(TimeSpan delay)
    {
        if (delay == TimeSpan.Zero) Extras.KeepUntil = 0;
        else if (delay == Timeout.InfiniteTimeSpan || delay == TimeSpan.MaxValue) Extras.KeepUntil = long.MaxValue;
        else Extras.KeepUntil = Silo.Time.GetTimestamp() + Silo.ToTimestampTicks(delay);
    }

    /// <summary>Deactivates what has nothing to do when it was idle for this long, whatever the age of its class. May be called from any thread.</summary>
    public bool TryCollect(long now, TimeSpan age)
    {
        if (Class.CollectionAge == Timeout.InfiniteTimeSpan || IsBusy || (_extras is not null && now < _extras.KeepUntil)) return false;
        if (age > TimeSpan.Zero && (_isTouched || now - _lastUsed < Silo.ToTimestampTicks(age))) return false;
        Deactivate(new(DeactivationReasonCode.ActivationIdle, $"Collected after {age}."));
        return true;
    }

    /// <summary>Gives up when one request has kept others waiting for too long; called by the sweep, on its thread.</summary>
    public void GiveUpWhenBlocked(long now)
    {
        if (_blocking is not { } request || Class.IsReentrant || _state is not ActivationState.Active || (_waiting == 0 && !HasQueued)) return;
        if (Extras.Blocked.Request != request) Extras.Blocked = (request, now);
        else if (now - Extras.Blocked.Since >= Silo.ToTimestampTicks(Silo.Messaging.MaxRequestProcessingTime)) GiveUp();
    }

    /// <summary>Deactivates when it was idle for this long; called by the sweep, on its thread.</summary>
    public void CollectWhenIdle(long now, TimeSpan age)
    {
        if (age == Timeout.InfiniteTimeSpan) return;
        if (_isTouched || IsBusy)
        {
            _isTouched = false;
            _lastUsed = now;
        }
        else if (now - _lastUsed >= Silo.ToTimestampTicks(age) && (_extras is null || now >= _extras.KeepUntil))
        {
            Deactivate(new(DeactivationReasonCode.ActivationIdle, $"Idle for {age}."));
        }
    }

    /// <summary>In a cluster an activation that has nothing to do may end at any time, unless it is kept alive.</summary>
    private void EndUnderConditions(ClusterConditions conditions)
    {
        if (_running > 0 || _firstWaiting is not null || HasQueued || Class.CollectionAge == Timeout.InfiniteTimeSpan || IsHeld) return;
        if (conditions.Deactivates(GrainId)) Deactivate(new(DeactivationReasonCode.RuntimeRequested, "The conditions of a cluster."));
    }

    /// <summary>Whether the grain, its timers or a caller who enumerates want it to stay.</summary>
    private bool IsHeld => _extras is { } extras
        && (extras.KeepUntil > Silo.Time.GetTimestamp() || extras.Enumerations is { Count: > 0 } || extras.Timers?.Any(one => one.KeepsAlive) == true);
}
