namespace Fincord.Domain.Trading.Matching;

/// <summary>What the market sees of one price.</summary>
/// <param name="Price">The price in ticks.</param>
/// <param name="Quantity">Displayed lots.</param>
/// <param name="Orders">How many orders there are.</param>
public readonly record struct DepthLevel(long Price, long Quantity, int Orders);

public sealed partial class MatchingEngine
{
    /// <summary>The highest price that a limit order bids, in ticks, or null.</summary>
    public long? BestBid => _bids.BestPrice;

    /// <summary>The lowest price that a limit order asks, in ticks, or null. Outside of an auction it is above <see cref="BestBid"/>.</summary>
    public long? BestAsk => _asks.BestPrice;

    /// <summary>An order that is in the book.</summary>
    public bool TryGetOrder(long id, out BookStateOrder order)
    {
        var slot = _slab.Slots.Find(id);
        order = slot < 0 ? default : StateOf(slot);
        return slot >= 0;
    }

    /// <summary>Writes the best levels of a side, best first, as many as there are and as fit; returns how many.</summary>
    public int CopyDepth(OrderSide side, Span<DepthLevel> levels)
    {
        var (ladder, count) = (SideOf(side), 0);
        for (var at = ladder.Best; at != PriceLadder.None && count < levels.Length; at = ladder.Levels[at].Worse)
        {
            ref readonly var level = ref ladder.Levels[at];
            levels[count++] = new(ladder.Mirror(level.Key), level.Displayed, level.Orders);
        }
        return count;
    }
}
