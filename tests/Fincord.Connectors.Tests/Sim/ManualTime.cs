using Fincord.Domain.Markets;

namespace Fincord.Connectors.Tests.Sim;

/// <summary>A clock that stands still until a test moves it; moving it fires the timers that are due.</summary>
public sealed class ManualTime(Timestamp start) : TimeProvider
{
    private readonly List<Timer> timers = [];
    private Timestamp now = start;

    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();

    public void Advance(TimeSpan duration)
    {
        now += duration;
        foreach (var timer in timers.ToArray()) timer.FireIfDue(now);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        timers.Add(timer);
        return timer;
    }

    private sealed class Timer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private Timestamp? due;
        private TimeSpan period;

        public bool Change(TimeSpan dueTime, TimeSpan interval)
        {
            due = dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime;
            period = interval;
            return true;
        }

        public void FireIfDue(Timestamp now)
        {
            if (due is not { } moment || moment > now) return;
            due = now + period;
            callback(state);
        }

        public void Dispose() => time.timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
