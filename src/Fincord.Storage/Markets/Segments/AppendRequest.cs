using System.Buffers;
using Fincord.Domain.Markets;
using Fincord.Schemas.Markets;

namespace Fincord.Storage.Markets.Segments;

/// <summary>The events of one append, framed and sorted by partition; encoded by the caller's thread so that the commit thread only writes.</summary>
internal sealed class AppendRequest(int partitions) : CommitItem, IDisposable
{
    private readonly RecordBuffer?[] _records = new RecordBuffer?[partitions];

    /// <summary>The records of a partition, or null when there are none.</summary>
    public RecordBuffer? this[int partition] => _records[partition];

    public void Add(int partition, MarketEvent happened, MarketEventMapping mapping) =>
        (_records[partition] ??= new()).Add(happened, mapping);

    public void Dispose()
    {
        foreach (var records in _records) records?.Dispose();
    }
}

/// <summary>Framed records one after the other in pooled memory.</summary>
internal sealed class RecordBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4 * 1024);

    public int Count { get; private set; }

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public void Add(MarketEvent happened, MarketEventMapping mapping)
    {
        Reserve(RecordFrame.HeaderBytes + MarketEventMapping.MaxSize(happened));
        var frame = _bytes.AsSpan(Length);
        var payload = mapping.Write(happened, frame[RecordFrame.HeaderBytes..]);
        if (payload > RecordFrame.MaxPayloadBytes)
            throw new ArgumentException($"An event of {payload} bytes does not fit a record of the log.", nameof(happened));
        RecordFrame.Seal(frame[..(RecordFrame.HeaderBytes + payload)]);
        Length += RecordFrame.HeaderBytes + payload;
        Count++;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - Length >= more) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, Length + more));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
