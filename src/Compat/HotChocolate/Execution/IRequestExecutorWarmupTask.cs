namespace HotChocolate.Execution;

/// <summary>Something that is done with a schema before it takes requests; if it fails, the host does not start.</summary>
public interface IRequestExecutorWarmupTask
{
    /// <summary>Whether it is done at the start only, and not when a schema is built anew, which ours never are.</summary>
    bool ApplyOnlyOnStartup { get; }

    /// <summary>Does it.</summary>
    Task WarmupAsync(IRequestExecutor executor, CancellationToken cancellationToken);
}

/// <summary>A warm-up made of a function.</summary>
internal sealed class FunctionWarmup(Func<IRequestExecutor, CancellationToken, Task> warmup) : IRequestExecutorWarmupTask
{
    public bool ApplyOnlyOnStartup => false;

    public Task WarmupAsync(IRequestExecutor executor, CancellationToken cancellationToken) => warmup(executor, cancellationToken);
}
