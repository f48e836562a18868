using Fincord.OrleansCompat;

namespace Orleans.Runtime;

/// <summary>Deadlines that were set on the same processor.</summary>
internal sealed class DeadlineList
{
    private readonly Lock _gate = new();
    private Deadline? _first;

    public void Add(Deadline deadline)
    {
        lock (_gate)
        {
            deadline.List = this;
            deadline.Next = _first;
            if (_first is not null) _first.Previous = deadline;
            _first = deadline;
        }
    }

    public void Remove(Deadline deadline)
    {
        lock (_gate) Unlink(deadline);
    }

    public void Collect(long now, List<Deadline> due)
    {
        lock (_gate)
        {
            for (var one = _first; one is not null;)
            {
                var next = one.Next;
                if (one.Due <= now)
                {
                    Unlink(one);
                    due.Add(one);
                }
                one = next;
            }
        }
    }

    private void Unlink(Deadline deadline)
    {
        if (deadline.List is null) return;
        if (deadline.Previous is null) _first = deadline.Next;
        else deadline.Previous.Next = deadline.Next;
        if (deadline.Next is not null) deadline.Next.Previous = deadline.Previous;
        (deadline.List, deadline.Previous, deadline.Next) = (null, null, null);
    }
}

/// <summary>Watches the deadlines of calls and activations with one timer for all; they expire at most one <see cref="Quantum"/> late.</summary>
internal sealed class Deadlines : IDisposable
{
    public static readonly TimeSpan Quantum = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time;
    private readonly DeadlineList[] _lists = [.. Enumerable.Range(0, 16).Select(_ => new DeadlineList())];
    private readonly ITimer _timer;

    public Deadlines(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(static self => ((Deadlines)self!).Sweep(), this, Quantum, Quantum);
    }

    /// <summary>Watches a deadline this long from now; an infinite one is never due.</summary>
    public void Set(Deadline deadline, TimeSpan after)
    {
        if (after == Timeout.InfiniteTimeSpan) return;
        deadline.Due = _time.GetTimestamp() + (long)(after.TotalSeconds * _time.TimestampFrequency);
        _lists[Environment.CurrentManagedThreadId & (_lists.Length - 1)].Add(deadline);
    }

    /// <summary>Stops watching.</summary>
    public static void Cancel(Deadline deadline) => deadline.List?.Remove(deadline);

    /// <summary>Fails all calls that wait for an answer, which will not come any more.</summary>
    public void ExpireAll(Exception reason)
    {
        var all = new List<Deadline>();
        foreach (var list in _lists) list.Collect(long.MaxValue, all);
        foreach (var deadline in all)
        {
            if (deadline is GrainRequest request) request.Fail(reason);
            else deadline.Expire();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        var now = _time.GetTimestamp();
        var due = new List<Deadline>();
        foreach (var list in _lists) list.Collect(now, due);
        foreach (var deadline in due) deadline.Expire();
    }
}
