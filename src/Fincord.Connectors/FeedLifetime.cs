using Microsoft.Extensions.Hosting;

namespace Fincord.Connectors;

/// <summary>Feeds begin when the whole process has started, so that a process which cannot start has changed nothing.</summary>
internal static class FeedLifetime
{
    /// <summary>Waits until the process has started.</summary>
    public static async Task UntilStarted(this IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }
}
