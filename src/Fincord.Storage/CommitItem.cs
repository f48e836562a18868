namespace Fincord.Storage;

/// <summary>Work that waits to be committed.</summary>
internal abstract class CommitItem
{
    // Whoever waits goes on elsewhere: the thread that commits has other work.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the work is durable, or failed and left nothing.</summary>
    public Task Done => _done.Task;

    public void Complete() => _done.TrySetResult();

    public void Fail(Exception failure) => _done.TrySetException(failure);
}
