using System.Buffers;

namespace Fincord.Storage.Markets.Segments;

/// <summary>What a last segment holds after a stop of any kind.</summary>
/// <param name="Records">The whole records it starts with.</param>
/// <param name="Length">Where they end, in bytes.</param>
/// <param name="TornBytes">What lies behind them: an append that a crash interrupted and nobody was told of.</param>
internal readonly record struct SegmentRecovery(long Records, long Length, long TornBytes)
{
    private const int ReadBytes = 1024 * 1024;

    /// <summary>
    /// Reads a segment record by record to the first that is not whole. A damaged record before a whole one is no torn tail but the loss of
    /// what was acknowledged: that is a <see cref="StorageException"/>, and nothing is cut.
    /// </summary>
    public static SegmentRecovery Examine(LogSegment segment)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            var length = RandomAccess.GetLength(segment.Handle);
            long records = 0, position = LogSegment.HeaderBytes;
            while (true)
            {
                var bytes = buffer.AsSpan(0, RandomAccess.Read(segment.Handle, buffer, position));
                var before = position;
                int payload;
                FrameState state;
                while ((state = RecordFrame.Examine(bytes, out payload)) is FrameState.Whole)
                {
                    records++;
                    position += RecordFrame.HeaderBytes + payload;
                    bytes = bytes[(RecordFrame.HeaderBytes + payload)..];
                }
                if (state is FrameState.Incomplete && position > before) continue;
                if (state is FrameState.Damaged && IsFollowed(segment, position, payload))
                    throw segment.Damaged(position, "the checksum of a record is wrong, and whole records follow it.");
                return new(records, position, length - position);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // After a power cut, pages of the last append may be missing, and then what follows the first broken record is broken, too: a page holds
    // dozens of records. A single bad record between good ones was once good. (Reads anew: the buffer may end with the damaged record.)
    private static bool IsFollowed(LogSegment segment, long position, int payload)
    {
        if (payload == 0) return false;
        var next = new byte[RecordFrame.MaxBytes];
        var read = RandomAccess.Read(segment.Handle, next, position + RecordFrame.HeaderBytes + payload);
        return RecordFrame.Examine(next.AsSpan(0, read), out _) is FrameState.Whole;
    }
}
