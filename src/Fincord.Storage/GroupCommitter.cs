using System.Threading.Channels;

namespace Fincord.Storage;

/// <summary>
/// One thread that commits the work of many callers together: while one group is on its way to the disk the next one gathers,
/// so the busier it is, the more callers share the price of a flush.
/// </summary>
internal sealed class GroupCommitter<T> : IDisposable
    where T : CommitItem
{
    private readonly Channel<T> _queue;
    private readonly Action<IReadOnlyList<T>> _commit;
    private readonly int _largestGroup;
    private readonly Thread _thread;

    /// <param name="name">The thread's name.</param>
    /// <param name="largestGroup">The most items in one group; twice as many may wait before callers wait to get in.</param>
    /// <param name="commit">Commits a group: it completes or fails each item. What it throws fails the whole group.</param>
    public GroupCommitter(string name, int largestGroup, Action<IReadOnlyList<T>> commit)
    {
        (_commit, _largestGroup) = (commit, largestGroup);
        _queue = Channel.CreateBounded<T>(new BoundedChannelOptions(2 * largestGroup) { SingleReader = true });
        _thread = new(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>
    /// Ends when the item is durable. Items enter in the order of the calls. Once an item is queued it is committed even when the caller
    /// gives up, so the answer is awaited to the end: <paramref name="cancellation"/> counts only before.
    /// </summary>
    public async Task Commit(T item, CancellationToken cancellation)
    {
        try
        {
            await _queue.Writer.WriteAsync(item, cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException($"The {_thread.Name} is closed.", closed);
        }
        await item.Done;
    }

    /// <summary>Commits what is queued, then ends the thread.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _thread.Join();
    }

    private void Run()
    {
        var group = new List<T>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < _largestGroup && _queue.Reader.TryRead(out var item)) group.Add(item);
            try
            {
                _commit(group);
            }
            catch (Exception failure)
            {
                foreach (var item in group) item.Fail(failure);
            }
            group.Clear();
        }
    }
}
