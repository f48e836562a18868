using System.Collections.Concurrent;
using Fincord.Contracts.Markets;

namespace Fincord.Grains.Markets.Ingest;

/// <summary>How far this process's ingest workers are: the position of each partition, and a tally for each source.</summary>
internal sealed class IngestProgress : IIngestProgress
{
    private readonly ConcurrentDictionary<string, SourceTally> _tallies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, PartitionProgress> _partitions = new();

    public Task WaitUntil(int partition, long offset, CancellationToken cancellation) =>
        _partitions.GetOrAdd(partition, _ => new()).WaitUntil(offset).WaitAsync(cancellation);

    public SourceTally TallyOf(string source) => _tallies.GetValueOrDefault(source);

    public void Count(string source, SourceTally more) => _tallies.AddOrUpdate(source, more, (_, sum) =>
        new(sum.Applied + more.Applied, sum.Duplicates + more.Duplicates, sum.Quarantined + more.Quarantined));

    public void MoveTo(int partition, long position) => _partitions.GetOrAdd(partition, _ => new()).MoveTo(position);

    private sealed class PartitionProgress
    {
        private readonly Lock _lock = new();
        private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
        private long _position;

        public Task WaitUntil(long offset)
        {
            lock (_lock)
            {
                if (_position >= offset) return Task.CompletedTask;
                var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Enqueue(waiter, offset);
                return waiter.Task;
            }
        }

        public void MoveTo(long position)
        {
            lock (_lock)
            {
                _position = position;
                while (_waiting.TryPeek(out var waiter, out var offset) && offset <= position)
                {
                    _waiting.Dequeue();
                    waiter.SetResult();
                }
            }
        }
    }
}
