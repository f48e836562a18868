namespace Fincord.Domain.Markets;

/// <summary>What one trade or bar adds to a candle. Plain numbers, because the candle loop runs for every trade of every market.</summary>
internal readonly struct MarketContribution
{
    public readonly long FirstAt, LastAt, Sequence, Open, High, Low, Close, Trades;
    public readonly Int128 Volume, Notional;

    public MarketContribution(in TradePrint trade)
    {
        FirstAt = LastAt = trade.OccurredAt.Nanoseconds;
        Sequence = trade.SourceSequence;
        Open = High = Low = Close = trade.Price.Count;
        Volume = trade.Quantity.Count;
        Notional = Math.BigMul(trade.Price.Count, trade.Quantity.Count);
        Trades = 1;
    }

    public MarketContribution(in Bar bar)
    {
        FirstAt = bar.OpenTime.Nanoseconds;
        LastAt = bar.Interval.CloseTime(bar.OpenTime).Nanoseconds - 1;
        Sequence = bar.SourceSequence;
        (Open, High, Low, Close) = (bar.Open.Count, bar.High.Count, bar.Low.Count, bar.Close.Count);
        Volume = bar.Volume.Count;
    }
}
