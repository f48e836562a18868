using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Schemas.Markets;
using Fincord.Storage.Files;
using Fincord.Storage.Markets.Segments;
using Microsoft.Extensions.Logging;

namespace Fincord.Storage.Markets;

/// <summary>
/// The event log in segment files, <c>p00/00000000000000000000.log</c> and so on under one folder. Callers encode their events; one thread
/// writes what many of them bring with one write and one flush per partition, and only then tells them and the readers.
/// When the disk refuses, that group's appends fail whole and leave nothing behind; later ones work as soon as there is room.
/// </summary>
internal sealed partial class SegmentEventLog : IEventLog, IDisposable
{
    private const int LargestGroup = 256;

    private readonly string _directory;
    private readonly MarketEventMapping _mapping;
    private readonly LogPartition[] _partitions;
    private readonly PartitionReader[] _readers;
    private readonly GroupCommitter<AppendRequest> _committer;

    /// <summary>Opens the log in a folder, or makes one of <paramref name="partitions"/>; a log that exists keeps its own number of them.</summary>
    public SegmentEventLog(string directory, int partitions, long segmentBytes, IInstrumentScales scales, ILogger<SegmentEventLog> logger)
    {
        _directory = directory;
        _mapping = new(scales);
        try
        {
            Directory.CreateDirectory(directory);
            var manifest = LogManifest.LoadOrCreate(directory, partitions);
            if (manifest.Partitions != partitions) LogPartitionsKept(logger, manifest.Partitions, partitions);
            _partitions = OpenPartitions(directory, manifest.Partitions, segmentBytes, logger);
            PosixFile.FlushDirectory(directory);
            PosixFile.FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(directory))!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw failure.ToStorageException(directory);
        }
        _readers = [.. _partitions.Select(partition => new PartitionReader(partition, _mapping))];
        _committer = new("event log", LargestGroup, Commit);
    }

    /// <inheritdoc/>
    public int PartitionCount => _partitions.Length;

    // Instruments are numbered one after the other, so the remainder spreads them evenly.
    /// <inheritdoc/>
    public int PartitionOf(InstrumentId id) => (int)(unchecked((ulong)id.Value) % (uint)_partitions.Length);

    /// <inheritdoc/>
    public long EndOffset(int partition) => _partitions[partition].EndOffset;

    /// <summary>The offset of a partition's first event that was not released.</summary>
    public long FirstOffset(int partition) => _partitions[partition].Segments[0].BaseOffset;

    /// <inheritdoc/>
    public async Task Append(IReadOnlyList<MarketEvent> events, CancellationToken cancellation)
    {
        if (events.Count == 0) return;
        // Up to the first await this runs in the caller's turn, so appends enter in the order of the calls.
        using var request = new AppendRequest(_partitions.Length);
        for (var i = 0; i < events.Count; i++) request.Add(PartitionOf(events[i].InstrumentId), events[i], _mapping);
        await _committer.Commit(request, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LoggedEvent>> Read(int partition, long offset, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        await _partitions[partition].WaitFor(offset, cancellation);
        try
        {
            return _readers[partition].Read(offset, limit);
        }
        catch (IOException failure)
        {
            throw failure.ToStorageException(_directory);
        }
    }

    /// <inheritdoc/>
    public Task Release(int partition, long offset, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            _partitions[partition].Release(offset);
            return Task.CompletedTask;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw failure.ToStorageException(_directory);
        }
    }

    /// <summary>Writes what was appended, then closes the files.</summary>
    public void Dispose()
    {
        _committer.Dispose();
        foreach (var partition in _partitions) partition.Dispose();
    }

    private static LogPartition[] OpenPartitions(string directory, int count, long segmentBytes, ILogger logger)
    {
        var opened = new List<LogPartition>(count);
        try
        {
            for (var i = 0; i < count; i++) opened.Add(new(Path.Combine(directory, $"p{i:D2}"), i, segmentBytes, logger));
            return [.. opened];
        }
        catch
        {
            foreach (var partition in opened) partition.Dispose();
            throw;
        }
    }

    private void Commit(IReadOnlyList<AppendRequest> group)
    {
        var touched = new List<LogPartition>(_partitions.Length);
        try
        {
            for (var i = 0; i < _partitions.Length; i++)
            {
                var records = group.Select(request => request[i]).OfType<RecordBuffer>().ToList();
                if (records.Count == 0) continue;
                touched.Add(_partitions[i]);
                _partitions[i].Stage(
                    records.ConvertAll(buffer => buffer.Memory), records.Sum(buffer => (long)buffer.Length), records.Sum(buffer => (long)buffer.Count));
            }
            foreach (var partition in touched) partition.Flush();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            foreach (var partition in touched) partition.Discard();
            var clear = failure.ToStorageException(_directory);
            foreach (var request in group) request.Fail(clear);
            return;
        }
        foreach (var partition in touched) partition.Publish();
        foreach (var request in group) request.Complete();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The event log keeps the {Kept} partitions that it was made with; {Wanted} were asked for")]
    private static partial void LogPartitionsKept(ILogger logger, int kept, int wanted);
}
