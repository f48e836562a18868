namespace Fincord.Domain.Markets;

/// <summary>
/// The candles of one interval that trades may still change, by open time: the newest, which may be open,
/// and the closed ones inside the lateness horizon.
/// </summary>
internal sealed class CandleSeries(CandleInterval interval)
{
    private OpenCandle[] _candles = new OpenCandle[4];

    public CandleInterval Interval => interval;

    public int Count { get; private set; }

    public ref OpenCandle this[int index] => ref _candles[index];

    public ref OpenCandle Newest => ref _candles[Count - 1];

    /// <summary>Adds to the candle that holds the contribution's first moment, making it when there is none.</summary>
    public void Add(in MarketContribution contribution)
    {
        if (Count > 0)
        {
            ref var newest = ref _candles[Count - 1];
            if (contribution.FirstAt >= newest.OpenTime && contribution.FirstAt < newest.CloseTime)
            {
                newest.Add(contribution);
                return;
            }
        }
        AddOutsideNewest(contribution);
    }

    /// <summary>The candle that holds a moment, or -1.</summary>
    public int IndexOf(long moment)
    {
        for (var index = Count - 1; index >= 0 && moment < _candles[index].CloseTime; index--)
            if (moment >= _candles[index].OpenTime) return index;
        return -1;
    }

    /// <summary>Closes what ends at or before a moment, if that is open. Candles are in order of time, so only the newest can be.</summary>
    public bool CloseUntil(long moment)
    {
        if (Count == 0 || Newest.IsClosed || Newest.CloseTime > moment) return false;
        return Newest.IsClosed = true;
    }

    /// <summary>Forgets candles that ended at or before a moment, after handing the unsaved ones to <paramref name="unsaved"/>.</summary>
    public void EvictUntil(long moment, List<Candle> unsaved)
    {
        var kept = 0;
        while (kept < Count && _candles[kept].CloseTime <= moment)
        {
            if (_candles[kept].IsUnsaved) unsaved.Add(_candles[kept].ToCandle(interval));
            kept++;
        }
        if (kept == 0) return;
        Array.Copy(_candles, kept, _candles, 0, Count - kept);
        Count -= kept;
    }

    public void Restore(in CandleSlot slot) => Insert(Count, OpenCandle.Restore(slot));

    private void AddOutsideNewest(in MarketContribution contribution)
    {
        var index = IndexOf(contribution.FirstAt);
        if (index >= 0)
        {
            _candles[index].Add(contribution);
            return;
        }
        var openTime = interval.OpenTime(new(contribution.FirstAt));
        var candle = OpenCandle.Start(openTime.Nanoseconds, interval.CloseTime(openTime).Nanoseconds, contribution);
        var place = Count;
        while (place > 0 && _candles[place - 1].OpenTime > candle.OpenTime) place--;
        if (place < Count) candle.IsClosed = true;              // it came after a later candle began
        else if (Count > 0) Newest.IsClosed = true;
        Insert(place, candle);
    }

    private void Insert(int place, in OpenCandle candle)
    {
        if (Count == _candles.Length) Array.Resize(ref _candles, Count * 2);
        Array.Copy(_candles, place, _candles, place + 1, Count - place);
        _candles[place] = candle;
        Count++;
    }
}

/// <summary>A candle in the making: sums, and the order keys of its first and last trade.</summary>
internal struct OpenCandle
{
    public long OpenTime, CloseTime, FirstAt, FirstSequence, LastAt, LastSequence, Open, High, Low, Close, Trades;
    public Int128 Volume, Notional;
    public int Revision;
    private bool _isClosed;

    public bool IsClosed
    {
        readonly get => _isClosed;
        set
        {
            if (value && !_isClosed) IsUnsaved = IsUnpublished = true;
            _isClosed = value;
        }
    }

    /// <summary>Closed, or amended after that, and not in the store yet. Open candles are kept by the checkpoint alone.</summary>
    public bool IsUnsaved;

    /// <summary>Changed since the last look of those who watch.</summary>
    public bool IsUnpublished;

    public static OpenCandle Start(long openTime, long closeTime, in MarketContribution contribution) => new()
    {
        OpenTime = openTime,
        CloseTime = closeTime,
        FirstAt = contribution.FirstAt,
        FirstSequence = contribution.Sequence,
        LastAt = contribution.LastAt,
        LastSequence = contribution.Sequence,
        Open = contribution.Open,
        High = contribution.High,
        Low = contribution.Low,
        Close = contribution.Close,
        Volume = contribution.Volume,
        Notional = contribution.Notional,
        Trades = contribution.Trades,
        IsUnpublished = true,
    };

    public void Add(in MarketContribution contribution)
    {
        if (contribution.High > High) High = contribution.High;
        if (contribution.Low < Low) Low = contribution.Low;
        if (IsAfterLast(contribution)) (Close, LastAt, LastSequence) = (contribution.Close, contribution.LastAt, contribution.Sequence);
        else if (IsBeforeFirst(contribution)) (Open, FirstAt, FirstSequence) = (contribution.Open, contribution.FirstAt, contribution.Sequence);
        Volume += contribution.Volume;
        Notional += contribution.Notional;
        Trades += contribution.Trades;
        IsUnpublished = true;
        if (!_isClosed) return;
        Revision++;
        IsUnsaved = true;
    }

    private readonly bool IsAfterLast(in MarketContribution contribution) =>
        contribution.LastAt > LastAt || (contribution.LastAt == LastAt && contribution.Sequence >= LastSequence);

    private readonly bool IsBeforeFirst(in MarketContribution contribution) =>
        contribution.FirstAt < FirstAt || (contribution.FirstAt == FirstAt && contribution.Sequence < FirstSequence);

    public readonly Candle ToCandle(CandleInterval interval) => new(
        interval, new(OpenTime), new(Open), new(High), new(Low), new(Close), Volume, Notional, Trades, Revision, _isClosed);

    public readonly CandleSlot ToSlot(CandleInterval interval) =>
        new(ToCandle(interval), new(FirstAt), FirstSequence, new(LastAt), LastSequence);

    public static OpenCandle Restore(in CandleSlot slot) => new()
    {
        OpenTime = slot.Candle.OpenTime.Nanoseconds,
        CloseTime = slot.Candle.CloseTime.Nanoseconds,
        FirstAt = slot.FirstAt.Nanoseconds,
        FirstSequence = slot.FirstSequence,
        LastAt = slot.LastAt.Nanoseconds,
        LastSequence = slot.LastSequence,
        Open = slot.Candle.Open.Count,
        High = slot.Candle.High.Count,
        Low = slot.Candle.Low.Count,
        Close = slot.Candle.Close.Count,
        Volume = slot.Candle.Volume,
        Notional = slot.Candle.Notional,
        Trades = slot.Candle.TradeCount,
        Revision = slot.Candle.Revision,
        _isClosed = slot.Candle.IsClosed,
    };
}
