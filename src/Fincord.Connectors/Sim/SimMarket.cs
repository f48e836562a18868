using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Sim;

/// <summary>
/// A simulated market: trades and best bids and asks of several instruments, for all time since 1970. What happens at a moment depends on the
/// seed and the moment alone, not on when the simulation was started, and is the same to the last bit on every machine.
/// </summary>
public sealed class SimMarket
{
    private const long MinuteNanoseconds = 60 * Timestamp.NanosecondsPerSecond;

    private readonly ImmutableArray<SimTape> tapes;

    /// <summary>The market that the options make.</summary>
    /// <exception cref="ArgumentException">An instrument is twice in it, or one of its numbers is not above zero.</exception>
    public SimMarket(SimOptions options)
    {
        Instruments = options.Instruments;
        if (Instruments.DistinctBy(instrument => instrument.Key).Count() < Instruments.Length)
            throw new ArgumentException("An instrument is there twice.", nameof(options));
        if (Instruments.FirstOrDefault(instrument => !IsPossible(instrument)) is { } impossible)
            throw new ArgumentException($"A number of {impossible.Key} is not above zero.", nameof(options));
        tapes = [.. Instruments.Select(instrument => new SimTape(instrument, options.Seed))];
    }

    /// <summary>The instruments.</summary>
    public ImmutableArray<SimInstrument> Instruments { get; }

    /// <summary>
    /// All events in [<paramref name="from"/>, <paramref name="to"/>), by time, then by the order of <see cref="Instruments"/>. Minutes are made as
    /// they are asked for, so the end may be <see cref="Timestamp.MaxValue"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It begins before 1970.</exception>
    public IEnumerable<SimEvent> Generate(Timestamp from, Timestamp to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from.Nanoseconds);
        return Generate(tapes, from, to);
    }

    /// <summary>The trades of one instrument in [<paramref name="from"/>, <paramref name="to"/>), by time.</summary>
    /// <exception cref="ArgumentException">The market does not have the instrument.</exception>
    public IEnumerable<TradePrint> GenerateTrades(InstrumentKey instrument, Timestamp from, Timestamp to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from.Nanoseconds);
        var place = Instruments.Select(candidate => candidate.Key).ToList().IndexOf(instrument);
        if (place < 0) throw new ArgumentException($"The simulated market has no {instrument}.", nameof(instrument));
        return Generate([tapes[place]], from, to).Where(happening => happening.Trade is not null).Select(happening => happening.Trade!.Value);
    }

    private static bool IsPossible(SimInstrument instrument) => instrument is
    {
        Reference.Count: > 0, Tick: > 0, Lot: > 0, Volatility: > 0, ArrivalsPerSecond: > 0, TradeShare: >= 0, MeanSpread: > 0, MeanTrade: >= 1, Leverage: > 0,
    };

    private static IEnumerable<SimEvent> Generate(ImmutableArray<SimTape> tapes, Timestamp from, Timestamp to)
    {
        var minutes = new List<SimEvent>[tapes.Length];
        for (var i = 0; i < tapes.Length; i++) minutes[i] = [];
        var heads = new int[tapes.Length];
        for (var minute = from.Nanoseconds / MinuteNanoseconds; minute <= (to.Nanoseconds - 1) / MinuteNanoseconds; minute++)
        {
            for (var i = 0; i < tapes.Length; i++)
            {
                minutes[i].Clear();
                tapes[i].AddMinute(minute, minutes[i]);
            }
            Array.Clear(heads);
            while (TakeEarliest(minutes, heads) is { } happening)
            {
                if (happening.OccurredAt >= to) break;
                if (happening.OccurredAt >= from) yield return happening;
            }
        }
    }

    private static SimEvent? TakeEarliest(List<SimEvent>[] minutes, int[] heads)
    {
        var (earliest, place) = (Timestamp.MaxValue, -1);
        for (var i = 0; i < minutes.Length; i++)
        {
            if (heads[i] < minutes[i].Count && minutes[i][heads[i]].OccurredAt is var at && at < earliest) (earliest, place) = (at, i);
        }
        return place < 0 ? null : minutes[place][heads[place]++];
    }
}
