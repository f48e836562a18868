using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>A timer whose ticks are requests to its activation.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _disposed = new();
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private TimeSpan _period;
    private bool _isTicking;
    private TimeSpan? _dueAfterTick;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        (_activation, _callback, _options, _period) = (activation, callback, options, options.Period);
        (activation.Extras.Timers ??= []).Add(this);
        _timer = activation.Silo.GrainTime.CreateTimer(static self => ((GrainTimer)self!).Tick(), this, options.DueTime, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether its ticks keep the activation from being idle.</summary>
    public bool KeepsAlive => _options.KeepAlive;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _period = period;
            // A tick that runs goes first; never do two overlap.
            if (_isTicking) _dueAfterTick = dueTime;
            else _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _timer.Dispose();
        _activation.Extras.Timers?.Remove(this);
    }

    private void Tick()
    {
        lock (_gate) _isTicking = true;
        _activation.TryReceive(new TickRequest(this) { Target = _activation.GrainReference });
    }

    private Task Run() => _disposed.IsCancellationRequested ? Task.CompletedTask : _callback(_disposed.Token);

    /// <summary>The tick is over, whatever the callback or a filter made of it: none of them ends the timer.</summary>
    private void Ticked()
    {
        lock (_gate)
        {
            _isTicking = false;
            var due = _dueAfterTick ?? _period;
            _dueAfterTick = null;
            if (!_disposed.IsCancellationRequested) _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>What filters see of a tick.</summary>
    private interface ITicking
    {
        Task Tick();
    }

    private sealed class TickRequest(GrainTimer timer) : TaskRequest
    {
        private static readonly RequestShape Exclusive = new(typeof(ITicking), nameof(ITicking.Tick), []) { OneWay = true };
        private static readonly RequestShape Interleaving = new(typeof(ITicking), nameof(ITicking.Tick), []) { OneWay = true, AlwaysInterleave = true };

        public override RequestShape Shape => timer._options.Interleave ? Interleaving : Exclusive;

        internal override bool IsLocal => true;

        internal override bool IsActivity => timer._options.KeepAlive;

        protected internal override Task Invoke(object target) => timer.Run();

        private protected override void Answered()
        {
            base.Answered();
            timer.Ticked();
        }
    }
}
