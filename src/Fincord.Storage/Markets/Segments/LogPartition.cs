using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Fincord.Storage.Markets.Segments;

/// <summary>
/// The segments of one partition. The log's commit thread writes (Stage, Flush, then Publish or Discard); anyone may read what is published.
/// </summary>
internal sealed partial class LogPartition : IDisposable
{
    private readonly string _directory;
    private readonly int _number;
    private readonly long _segmentBytes;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();

    private volatile SegmentList _segments;
    private volatile TaskCompletionSource _moved = NewSignal();
    private volatile bool _isClosed;
    private long _end;

    // Of the commit thread alone: where the last segment's durable records end, what is written behind them, and whether that must go.
    private long _length;
    private long _stagedLength;
    private long _stagedEnd;
    private bool _hasRemains;

    private sealed record SegmentList(ImmutableArray<LogSegment> Value);

    public LogPartition(string directory, int number, long segmentBytes, ILogger logger)
    {
        (_directory, _number, _segmentBytes, _logger) = (directory, number, segmentBytes, logger);
        Directory.CreateDirectory(directory);
        var segments = OpenSegments();
        var last = segments[^1];
        try
        {
            var recovery = SegmentRecovery.Examine(last);
            if (recovery.TornBytes > 0)
            {
                RandomAccess.SetLength(last.Handle, recovery.Length);
                RandomAccess.FlushToDisk(last.Handle);
                LogTornTail(last.Path, recovery.TornBytes, recovery.Length);
            }
            (_length, _end) = (recovery.Length, last.BaseOffset + recovery.Records);
        }
        catch
        {
            foreach (var segment in segments) segment.Dispose();
            throw;
        }
        _segments = new(segments);
    }

    /// <summary>The offset that the next record will get.</summary>
    public long EndOffset => Volatile.Read(ref _end);

    /// <summary>Its segments, by offset; there is always one.</summary>
    public ImmutableArray<LogSegment> Segments => _segments.Value;

    private LogSegment Last => Segments[^1];

    /// <summary>Ends when there is a durable record at <paramref name="offset"/>.</summary>
    public async ValueTask WaitFor(long offset, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            // The signal first: what is published after this line completes this very signal.
            var moved = _moved.Task;
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (EndOffset > offset) return;
            await moved.WaitAsync(cancellation);
        }
    }

    /// <summary>Writes records behind the durable ones; nobody sees them yet.</summary>
    public void Stage(IReadOnlyList<ReadOnlyMemory<byte>> frames, long bytes, long records)
    {
        if (_hasRemains) RemoveRemains();
        if (_length > LogSegment.HeaderBytes && _length + bytes > _segmentBytes) Roll();
        _hasRemains = true;
        RandomAccess.Write(Last.Handle, frames, _length);
        (_stagedLength, _stagedEnd) = (_length + bytes, _end + records);
    }

    /// <summary>Makes the staged records durable.</summary>
    public void Flush() => RandomAccess.FlushToDisk(Last.Handle);

    /// <summary>Shows the staged records to readers, once all that belongs to them is durable.</summary>
    public void Publish()
    {
        _hasRemains = false;
        _length = _stagedLength;
        Volatile.Write(ref _end, _stagedEnd);
        Interlocked.Exchange(ref _moved, NewSignal()).SetResult();
    }

    /// <summary>Takes back what was staged, now if the disk lets us, otherwise before the next <see cref="Stage"/>.</summary>
    public void Discard()
    {
        try
        {
            if (_hasRemains) RemoveRemains();
        }
        catch (IOException failure)
        {
            LogRemains(failure, Last.Path, _length);
        }
    }

    /// <summary>Deletes the segments all of whose records are before <paramref name="offset"/>, never the last one.</summary>
    public void Release(long offset)
    {
        lock (_gate)
        {
            var segments = Segments;
            var released = 0;
            while (released + 1 < segments.Length && segments[released + 1].BaseOffset <= offset) released++;
            if (released == 0) return;
            _segments = new(segments.RemoveRange(0, released));
            foreach (var segment in segments.AsSpan(0, released))
            {
                segment.Dispose();
                File.Delete(segment.Path);
            }
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        _moved.TrySetResult();
        foreach (var segment in Segments) segment.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ImmutableArray<LogSegment> OpenSegments()
    {
        var segments = Directory.EnumerateFiles(_directory, "*" + LogSegment.Extension)
            .Order(StringComparer.Ordinal).Select(LogSegment.Open).ToImmutableArray();
        foreach (var segment in segments)
        {
            if (segment.HasHeader(_number)) continue;
            // A crash while a segment was made leaves a last one without header, and without records since those come after a flush.
            if (segment != segments[^1] || RandomAccess.GetLength(segment.Handle) > LogSegment.HeaderBytes)
                throw segment.Damaged(0, "this is not the header of the segment that its name tells.");
            segment.Dispose();
            File.Delete(segment.Path);
            segments = segments.Remove(segment);
            LogTornHeader(segment.Path);
        }
        return segments.IsEmpty ? [LogSegment.Create(_directory, _number, baseOffset: 0)] : segments;
    }

    private void Roll()
    {
        var next = LogSegment.Create(_directory, _number, _end);
        lock (_gate) _segments = new(Segments.Add(next));
        _length = LogSegment.HeaderBytes;
    }

    private void RemoveRemains()
    {
        RandomAccess.SetLength(Last.Handle, _length);
        _hasRemains = false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cut a torn tail of {Bytes} bytes off {Segment} at byte {Position}: an append was interrupted and never acknowledged")]
    private partial void LogTornTail(string segment, long bytes, long position);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removed {Segment}, which a crash left without a header")]
    private partial void LogTornHeader(string segment);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not cut {Segment} back to byte {Position}; the next append will try again")]
    private partial void LogRemains(Exception failure, string segment, long position);
}
