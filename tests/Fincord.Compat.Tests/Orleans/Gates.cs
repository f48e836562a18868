using System.Collections.Concurrent;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>Lets a test stop grains at named places, and see that they got there. A test and its grains share one through DI.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _open = new();
    private readonly ConcurrentQueue<string> _log = new();

    public IReadOnlyList<string> Log => [.. _log];

    public void Note(string text) => _log.Enqueue(text);

    public Task Pass(string name)
    {
        Of(_reached, name).TrySetResult();
        return Of(_open, name).Task;
    }

    public void Reach(string name) => Of(_reached, name).TrySetResult();

    public Task Reached(string name) => Of(_reached, name).Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Open(string name) => Of(_open, name).TrySetResult();

    private static TaskCompletionSource Of(ConcurrentDictionary<string, TaskCompletionSource> all, string name) =>
        all.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
