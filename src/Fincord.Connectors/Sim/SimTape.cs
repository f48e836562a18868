using Fincord.Domain.Markets;

namespace Fincord.Connectors.Sim;

/// <summary>
/// What happens in one instrument's market, a minute at a time. Arrivals excite further arrivals for a while (a Hawkes process); the price goes
/// from the path's value at the minute's start to that at its end on a Brownian bridge; the spread keeps coming back to its mean, which widens
/// when times are wild; trades happen at the standing bid or ask, more often on the side to which the price is moving.
/// </summary>
internal sealed class SimTape
{
    private const int MinuteMilliseconds = 60_000;
    private const long NanosecondsPerMillisecond = 1_000_000;
    private const double MinutesPerYear = 525_600;

    // Each arrival brings half another one about, most of them within a second.
    private const double Offspring = 0.5;
    private const double CalmingPerSecond = 1.5;
    private const double SpreadReversion = 0.15;
    private const double SpreadDeviation = 0.25;
    private const double QuoteToTrade = 5;
    private const double LargeTradeShare = 0.03;
    private const double LargeTradeFactor = 8;
    private const double RequoteShare = 0.35;
    private const double RoundShare = 0.7;

    private readonly SimInstrument instrument;
    private readonly SimPath path;
    private readonly ulong seed;
    private readonly double minuteVolatility;

    /// <summary>The tape of an instrument in the market of a seed.</summary>
    public SimTape(SimInstrument instrument, ulong marketSeed)
    {
        this.instrument = instrument;
        seed = marketSeed ^ SimRandom.Hash(instrument.Key.Value);
        minuteVolatility = instrument.Volatility / Math.Sqrt(MinutesPerYear);
        path = new(marketSeed ^ SimRandom.Hash("path of " + (instrument.Follows ?? instrument.Key).Value), minuteVolatility / instrument.Leverage);
    }

    /// <summary>Adds the events of one minute since 1970, in the order of time.</summary>
    public void AddMinute(long minute, List<SimEvent> events)
    {
        var (start, end, activity) = path.At(minute);
        (start, end) = (start * instrument.Leverage, end * instrument.Leverage);
        var random = SimRandom.For(seed, 0, unchecked((ulong)minute));
        var (value, spread, book, last) = (start, instrument.MeanSpread, default(Book), -1);
        var meanRate = instrument.ArrivalsPerSecond * Math.Clamp(activity, 0.3, 3);
        var calmRate = meanRate * (1 - Offspring);
        var excitation = meanRate * Offspring;
        var (now, previous) = (0.0, 0.0);
        while (true)
        {
            // Wait for the next arrival. The rate only falls meanwhile, so drawing at its height and thinning by its fall is exact (Ogata, 1981).
            var height = calmRate + excitation;
            var wait = random.NextExponential() / height;
            now += wait * 1_000;
            if (now >= MinuteMilliseconds) return;
            excitation *= SimMath.Exp(-CalmingPerSecond * Math.Min(wait, 100));
            if (random.NextUniform() * height >= calmRate + excitation) continue;
            excitation += Offspring * CalmingPerSecond;

            // Move the price and the spread.
            var (elapsed, left) = (now - previous, MinuteMilliseconds - previous);
            var deviation = minuteVolatility * activity * Math.Sqrt(elapsed * (left - elapsed) / left / MinuteMilliseconds);
            value += (end - value) * elapsed / left + deviation * random.NextNormal();
            previous = now;
            var price = instrument.Reference.Count * SimMath.Exp(value) / instrument.Tick;
            var meanSpread = instrument.MeanSpread * Math.Max(1, activity);
            spread = Math.Max(0.5, spread + SpreadReversion * (meanSpread - spread) + SpreadDeviation * Math.Sqrt(instrument.MeanSpread) * random.NextNormal());

            // Quote anew when the price has left the standing quote, and sometimes anyway.
            if (price < book.Bid || price > book.Ask || book.IsEmpty || random.NextUniform() < RequoteShare)
            {
                last = Math.Max(last + 1, (int)now);
                if (last >= MinuteMilliseconds) return;
                var bid = Math.Max(1, (long)Math.Floor(price - spread / 2));
                var ask = Math.Max(bid + 1, (long)Math.Ceiling(price + spread / 2));
                book = new(bid, Lots(ref random, QuoteToTrade), ask, Lots(ref random, QuoteToTrade));
                events.Add(Quote(At(minute, last), book));
            }
            if (random.NextUniform() >= instrument.TradeShare) continue;

            // Trade at the standing quote.
            last = Math.Max(last + 1, (int)now);
            if (last >= MinuteMilliseconds) return;
            var lean = (price - book.Bid) / (book.Ask - book.Bid);
            var side = random.NextUniform() < Math.Clamp(lean, 0.1, 0.9) ? AggressorSide.Buy : AggressorSide.Sell;
            var available = side is AggressorSide.Buy ? book.AskLots : book.BidLots;
            var lots = Math.Min(available, Lots(ref random, random.NextUniform() < LargeTradeShare ? LargeTradeFactor : 1));
            events.Add(Trade(At(minute, last), side is AggressorSide.Buy ? book.Ask : book.Bid, lots, side));
            book = side is AggressorSide.Buy ? book with { AskLots = available - lots } : book with { BidLots = available - lots };
        }
    }

    private static Timestamp At(long minute, int millisecond) => new((minute * MinuteMilliseconds + millisecond) * NanosecondsPerMillisecond);

    // People like round numbers: most quantities keep their first digit only.
    private long Lots(ref SimRandom random, double factor)
    {
        var lots = 1 + (long)(random.NextExponential() * (instrument.MeanTrade * factor - 1));
        if (random.NextUniform() >= RoundShare) return lots;
        var unit = 1L;
        while (lots >= unit * 10) unit *= 10;
        return lots / unit * unit;
    }

    private SimEvent Quote(Timestamp at, Book book) => new(instrument, null, new(
        at, at.Nanoseconds,
        new(book.Bid * instrument.Tick), new(book.BidLots * instrument.Lot),
        new(book.Ask * instrument.Tick), new(book.AskLots * instrument.Lot)));

    // The time is the instrument's own, so its milliseconds are an id that other trades of the instrument do not have.
    private SimEvent Trade(Timestamp at, long ticks, long lots, AggressorSide side) => new(instrument, new TradePrint(
        at, at.Nanoseconds, new((UInt128)(at.Nanoseconds / NanosecondsPerMillisecond)),
        new(ticks * instrument.Tick), new(lots * instrument.Lot), side), null);

    // The best bid and ask, in ticks and lots. When a side is used up it is quoted anew before anything else happens.
    private readonly record struct Book(long Bid, long BidLots, long Ask, long AskLots)
    {
        public bool IsEmpty => BidLots == 0 || AskLots == 0;
    }
}
