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
}
