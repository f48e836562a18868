namespace Orleans.Runtime;

/// <summary>
/// Takes the place of the thread pool when it is among the silo's services: a simulation decides which scheduler has its turn when.
/// </summary>
internal interface ITurnQueue
{
    /// <summary>The scheduler has work. It is to be let in once, by <see cref="TurnScheduler.RunOneTurn"/>, and asks again when it has more.</summary>
    void Queue(TurnScheduler scheduler);

    /// <summary>Starts work that belongs to no grain; its turns come as those of schedulers do.</summary>
    void Start(Func<Task> work);
}
