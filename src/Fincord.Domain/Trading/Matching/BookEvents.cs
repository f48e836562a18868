using System.Runtime.CompilerServices;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading.Matching;

/// <summary>The events of one command, in memory that is used again for the next.</summary>
internal sealed class BookEvents(long sequence)
{
    private BookEvent[] _events = new BookEvent[64];
    private int _count;

    public long Sequence { get; private set; } = sequence;

    public ReadOnlySpan<BookEvent> All => _events.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Traded(AggressorSide aggressor, long orderId, long counterOrderId, long price, long quantity) =>
        Add(new(++Sequence, BookEventType.Traded, BookCancelReason.None, aggressor, orderId, counterOrderId, price, quantity));

    public void Decremented(AggressorSide aggressor, long orderId, long counterOrderId, long price, long quantity) =>
        Add(new(++Sequence, BookEventType.Decremented, BookCancelReason.None, aggressor, orderId, counterOrderId, price, quantity));

    public void Cancelled(BookCancelReason reason, long orderId, long price, long quantity) =>
        Add(new(++Sequence, BookEventType.Cancelled, reason, AggressorSide.Unknown, orderId, 0, price, quantity));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(in BookEvent happened)
    {
        if (_count == _events.Length) Array.Resize(ref _events, 2 * _count);
        _events[_count++] = happened;
    }
}
