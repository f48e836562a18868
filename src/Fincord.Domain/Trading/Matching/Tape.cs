namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// Sums the trades of a tape, and a fingerprint that any change of one of them changes: FNV-1a (64 bits) over maker's id, taker's id, price and
/// lots of each trade in order, of each the low 32 bits, little-endian. It starts from 1469598103934665603, as the published tapes of order
/// streams do that it must equal; FNV's own offset basis has one digit more.
/// </summary>
public sealed class Tape
{
    private const ulong Start = 1_469_598_103_934_665_603;
    private const ulong Prime = 0x100000001B3;

    /// <summary>How many trades there were.</summary>
    public long Trades { get; private set; }

    /// <summary>Lots traded.</summary>
    public Int128 Volume { get; private set; }

    /// <summary>Sum of price times lots.</summary>
    public Int128 Notional { get; private set; }

    /// <summary>The fingerprint.</summary>
    public ulong Hash { get; private set; } = Start;

    /// <summary>Adds the trades among some events.</summary>
    public void Add(ReadOnlySpan<BookEvent> events)
    {
        foreach (ref readonly var happened in events)
        {
            if (happened.Type != BookEventType.Traded) continue;
            Trades++;
            Volume += happened.Quantity;
            Notional += (Int128)happened.Price * happened.Quantity;
            Hash = Mix(Mix(Mix(Mix(Hash, happened.OrderId), happened.CounterOrderId), happened.Price), happened.Quantity);
        }
    }

    private static ulong Mix(ulong hash, long value)
    {
        unchecked
        {
            hash = (hash ^ (byte)value) * Prime;
            hash = (hash ^ (byte)(value >> 8)) * Prime;
            hash = (hash ^ (byte)(value >> 16)) * Prime;
            return (hash ^ (byte)(value >> 24)) * Prime;
        }
    }
}
