namespace Fincord.Domain.Trading.Matching;

/// <summary>Keeps the best price of an auction while all are looked at from the lowest to the highest.</summary>
internal struct AuctionSearch(long reference)
{
    private bool _hasBest;

    public AuctionOutlook Best { get; private set; } = new(reference, 0, 0);

    /// <summary>Looks at a range of prices, both ends included, at which the same lots are bought and sold; nothing when it is empty.</summary>
    public void Try(Int128 from, Int128 to, Int128 buys, Int128 sells)
    {
        if (from > to) return;
        var nearest = new AuctionOutlook((long)Int128.Clamp(reference, from, to), Int128.Min(buys, sells), buys - sells);
        if (_hasBest && !IsBetter(nearest)) return;
        Best = nearest;
        _hasBest = true;
    }

    private readonly bool IsBetter(in AuctionOutlook other)
    {
        if (other.Volume != Best.Volume) return other.Volume > Best.Volume;
        var (surplus, known) = (Int128.Abs(other.Surplus), Int128.Abs(Best.Surplus));
        return surplus != known ? surplus < known : Distance(other.Price) < Distance(Best.Price);
    }

    private readonly Int128 Distance(long price) => Int128.Abs((Int128)price - reference);
}
