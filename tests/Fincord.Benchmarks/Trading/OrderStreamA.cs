using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Benchmarks.Trading;

/// <summary>
/// The published order stream "A": SplitMix64 from 42 draws half limit orders around a mid price that wanders by a tick, 40 % cancels of recent
/// orders (of which most are filled already and must be refused), and 10 % market orders.
/// </summary>
internal sealed class OrderStreamA
{
    public const int Length = 1_000_000;

    private readonly List<uint> _live = [];
    private ulong _state = 42;
    private long _mid = 10_000;
    private uint _index;

    /// <summary>The next event.</summary>
    public OrderStreamRecord Next()
    {
        unchecked
        {
            var (r, r2) = (NextRandom(), NextRandom());
            if ((r2 & 0xFFFF) % 10 == 0) _mid = Math.Clamp(_mid + (((r2 >> 16) & 1) != 0 ? 1 : -1), 9_000, 11_000);
            var id = ++_index;
            var choice = r % 100;
            var side = ((r >> 8) & 1) == 0 ? OrderSide.Buy : OrderSide.Sell;
            if (choice is >= 50 and < 90 && _live.Count > 0) return new(OrderStreamAction.Cancel, side, TakeLive(r >> 16), 0, 0);
            if (choice >= 90) return new(OrderStreamAction.Market, side, id, 0, 1 + (uint)((r2 >> 32) % 200));
            _live.Add(id);
            return new(OrderStreamAction.Limit, side, id, (int)PriceOf(r, side), 1 + (uint)((r2 >> 32) % 100));
        }
    }

    /// <summary>The first events as the bytes of a stream file.</summary>
    public static byte[] Bytes(int count)
    {
        var bytes = new byte[count * OrderStreamRecord.Size];
        var stream = new OrderStreamA();
        for (var at = 0; at < bytes.Length; at += OrderStreamRecord.Size) stream.Next().Write(bytes.AsSpan(at));
        return bytes;
    }

    private long PriceOf(ulong r, OrderSide side)
    {
        var crosses = (r >> 16) % 100 < 10;
        var distance = 1 + (long)(crosses ? (r >> 32) % 3 : Math.Min((r >> 32) % 64, (r >> 40) % 64));
        return (side == OrderSide.Buy) == crosses ? _mid + distance : _mid - distance;
    }

    private uint TakeLive(ulong random)
    {
        var at = _live.Count - 1 - (int)(random % (ulong)_live.Count);
        var id = _live[at];
        _live[at] = _live[^1];
        _live.RemoveAt(_live.Count - 1);
        return id;
    }

    private ulong NextRandom()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
