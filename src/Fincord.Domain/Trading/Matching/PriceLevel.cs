namespace Fincord.Domain.Trading.Matching;

/// <summary>
/// The orders of one side at one price, first come first served: one cache line. A level is found by its key through a map, and by its
/// neighbours through a treap whose nodes are also chained in order.
/// </summary>
internal struct PriceLevel
{
    /// <summary>The price on the sell side and its complement on the buy side, so that on both the best level has the lowest key.</summary>
    public long Key;
    /// <summary>Lots that the market sees.</summary>
    public long Displayed;
    /// <summary>Lots in the reserves of icebergs.</summary>
    public long Reserve;
    public int Orders;
    public int Head;
    public int Tail;
    public int Better;
    public int Worse;
    public int Parent;
    public int Left;
    public int Right;
    public uint Priority;
}
