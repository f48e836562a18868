namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>
/// Runs everything on the thread that calls <see cref="Step"/>, one turn at a time: a seed says whose turn it is. As a task scheduler it
/// also runs the callers, which are no grains.
/// </summary>
internal sealed class SeededTurns(Random random) : TaskScheduler, ITurnQueue
{
    private readonly List<object> _ready = [];

    /// <summary>What ran so far, as one number: two runs that are equal in it had the same turns.</summary>
    public int Fingerprint { get; private set; } = 17;

    /// <summary>Whether nothing can run before the time goes on.</summary>
    public bool IsQuiet => _ready.Count == 0;

    public void Queue(TurnScheduler scheduler) => _ready.Add(scheduler);

    /// <summary>Starts a caller; its first turn comes as others' do.</summary>
    public void Start(Func<Task> caller) => _ = Task.Factory.StartNew(caller, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    /// <summary>One turn of somebody who has something to do.</summary>
    public void Step()
    {
        var chosen = random.Next(_ready.Count);
        Fingerprint = unchecked(Fingerprint * 31 + chosen * 1_009 + _ready.Count);
        var work = _ready[chosen];
        _ready.RemoveAt(chosen);
        if (work is TurnScheduler scheduler) scheduler.RunOneTurn();
        else TryExecuteTask((Task)work);
    }

    protected override void QueueTask(Task task) => _ready.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
