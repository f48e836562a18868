namespace Orleans.Runtime;

/// <summary>
/// Runs work one turn at a time, in order of arrival, on threads of the pool and never on the stack of whoever brings it.
/// As it is a task scheduler, what is awaited inside a turn goes on in a later turn of the same scheduler.
/// </summary>
internal abstract class TurnScheduler : TaskScheduler, IThreadPoolWorkItem
{
    // After this many turns the thread goes to others that wait for one.
    private const int TurnsPerPass = 64;

    private readonly Lock _gate = new();
    private WorkQueue _queue;
    private bool _scheduled;
    private bool _closed;

    /// <summary>One turn at a time.</summary>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Whether nothing waits or runs.</summary>
    protected bool IsQuiet
    {
        get
        {
            lock (_gate) return !_scheduled;
        }
    }

    /// <summary>Whether work waits for its turn.</summary>
    protected bool HasWorkWaiting
    {
        get
        {
            lock (_gate) return _queue.Count > 0;
        }
    }

    /// <summary>Brings work that is handed to <see cref="Run"/> in a turn of its own; false once closed.</summary>
    protected bool TryEnqueue(object work)
    {
        lock (_gate)
        {
            if (_closed) return false;
            _queue.Enqueue(work);
            if (_scheduled) return true;
            _scheduled = true;
        }
        QueuePass();
        return true;
    }

    /// <summary>
    /// Asks for a thread. It is the pool's common queue, which is served in order: in a thread's own queue the newest goes first, and a
    /// caller and a grain that answer each other there let nobody else in, neither other callers nor timers.
    /// </summary>
    protected virtual void QueuePass() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Refuses further work, except the continuations of what has begun. What is queued still runs.</summary>
    protected void Close()
    {
        lock (_gate) _closed = true;
    }

    /// <summary>Does one piece of work; called in a turn.</summary>
    protected abstract void Run(object work);

    /// <inheritdoc/>
    protected sealed override void QueueTask(Task task)
    {
        lock (_gate)
        {
            _queue.Enqueue(task);
            if (_scheduled) return;
            _scheduled = true;
        }
        QueuePass();
    }

    /// <inheritdoc/>
    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        (Current == this || IsPass(task)) && !taskWasPreviouslyQueued && TryExecuteTask(task);

    /// <inheritdoc/>
    protected sealed override IEnumerable<Task> GetScheduledTasks() => [];

    /// <summary>A pass of several turns; it is one task, so that this is the current scheduler in all of them.</summary>
    void IThreadPoolWorkItem.Execute() =>
        new Task(static self => ((TurnScheduler)self!).RunTurns(TurnsPerPass), this, TaskCreationOptions.DenyChildAttach).RunSynchronously(this);

    /// <summary>A pass of one turn, for a simulation that wants to choose what comes after it.</summary>
    internal void RunOneTurn() =>
        new Task(static self => ((TurnScheduler)self!).RunTurns(1), this, TaskCreationOptions.DenyChildAttach).RunSynchronously(this);

    private bool IsPass(Task task) => ReferenceEquals(task.AsyncState, this);

    private void RunTurns(int most)
    {
        var context = ExecutionContext.Capture();
        for (var turn = 0; turn < most; turn++)
        {
            object work;
            lock (_gate)
            {
                if (_queue.Count == 0)
                {
                    _queue.TrimWhenEmpty();
                    _scheduled = false;
                    return;
                }
                work = _queue.Dequeue();
            }
            if (work is Task task) TryExecuteTask(task);
            else Run(work);
            // What a turn set in its context (a value of RequestContext, say) ends with it.
            if (ExecutionContext.Capture() != context && context is not null) ExecutionContext.Restore(context);
        }
        QueuePass();
    }
}
