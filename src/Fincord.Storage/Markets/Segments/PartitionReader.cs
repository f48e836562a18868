using System.Buffers;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Schemas.Markets;

namespace Fincord.Storage.Markets.Segments;

/// <summary>
/// Reads the records of a partition. It remembers where its last reads ended, so that whoever reads on finds the place in the file at once;
/// anyone else goes through one segment from its start. Safe for many threads.
/// </summary>
internal sealed class PartitionReader(LogPartition partition, MarketEventMapping mapping)
{
    private const int BufferBytes = 256 * 1024;
    private const int SmallReadBytes = 4 * 1024;
    private const int TypicalRecordBytes = 128;

    private sealed record Place(long Offset, LogSegment Segment, long Position);

    private readonly Place?[] _ends = new Place?[8];
    private int _nextEnd;

    /// <summary>Up to <paramref name="limit"/> records from <paramref name="offset"/> on, which is durable.</summary>
    public LoggedEvent[] Read(long offset, int limit)
    {
        var events = new LoggedEvent[Math.Min(limit, partition.EndOffset - offset)];
        var place = Find(offset, out var slot);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (var count = 0; count < events.Length;) place = ReadOn(place, offset, events, ref count, buffer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        Volatile.Write(ref _ends[slot], place);
        return events;
    }

    // One read of a segment, and the place behind the last whole record of it.
    private Place ReadOn(Place place, long offset, LoggedEvent[] events, ref int count, byte[] buffer)
    {
        var (current, segment, position) = place;
        var segmentEnd = long.MaxValue;
        var segments = partition.Segments;
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].BaseOffset > current) break;
            segmentEnd = i + 1 < segments.Length ? segments[i + 1].BaseOffset : long.MaxValue;
            if (segments[i].BaseOffset == current) (segment, position) = (segments[i], LogSegment.HeaderBytes);
        }

        var wanted = Math.Clamp((offset + events.Length - current) * TypicalRecordBytes, SmallReadBytes, BufferBytes);
        var bytes = ReadBytes(segment, position, buffer, (int)wanted);
        while (count < events.Length && current < segmentEnd && RecordFrame.Examine(bytes, out var payload) is FrameState.Whole)
        {
            if (current >= offset) events[count++] = new(current, Decode(bytes.Slice(RecordFrame.HeaderBytes, payload), segment, position));
            current++;
            position += RecordFrame.HeaderBytes + payload;
            bytes = bytes[(RecordFrame.HeaderBytes + payload)..];
        }
        return new(current, segment, position);
    }

    // At least one whole record, or it is damaged: only durable records are asked for.
    private static ReadOnlySpan<byte> ReadBytes(LogSegment segment, long position, byte[] buffer, int wanted)
    {
        var read = RandomAccess.Read(segment.Handle, buffer.AsSpan(0, wanted), position);
        var state = RecordFrame.Examine(buffer.AsSpan(0, read), out _);
        if (state is FrameState.Incomplete && wanted < RecordFrame.MaxBytes)
        {
            read = RandomAccess.Read(segment.Handle, buffer.AsSpan(0, RecordFrame.MaxBytes), position);
            state = RecordFrame.Examine(buffer.AsSpan(0, read), out _);
        }
        return state switch
        {
            FrameState.Whole => buffer.AsSpan(0, read),
            FrameState.Incomplete => throw segment.Damaged(position, "the file ends before its last record."),
            _ => throw segment.Damaged(position, "the checksum of a record is wrong."),
        };
    }

    private MarketEvent Decode(ReadOnlySpan<byte> payload, LogSegment segment, long position)
    {
        try
        {
            return mapping.Read(payload);
        }
        catch (Exception failure) when (failure is InvalidDataException or UnknownInstrumentException)
        {
            throw segment.Damaged(position, failure.Message, failure);
        }
    }

    private Place Find(long offset, out int slot)
    {
        var segments = partition.Segments;
        if (offset < segments[0].BaseOffset) throw new StorageException(
            StorageCodes.EventsReleased,
            $"The event log begins at offset {segments[0].BaseOffset} in {Path.GetDirectoryName(segments[0].Path)}; {offset} was released.");
        for (slot = 0; slot < _ends.Length; slot++)
        {
            if (Volatile.Read(ref _ends[slot]) is { } place && place.Offset == offset) return place;
        }
        slot = (int)((uint)Interlocked.Increment(ref _nextEnd) % (uint)_ends.Length);
        var segment = segments.Last(segment => segment.BaseOffset <= offset);
        return new(segment.BaseOffset, segment, LogSegment.HeaderBytes);
    }
}
