namespace Orleans;

/// <summary>Tasks that nobody waits for.</summary>
public static class PublicOrleansTaskExtensions
{
    /// <summary>Observes the exception of a task that nobody waits for.</summary>
    public static void Ignore(this Task task) => _ = task.ContinueWith(
        static failed => failed.Exception, CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
