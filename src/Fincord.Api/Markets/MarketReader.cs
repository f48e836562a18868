using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;

namespace Fincord.Api.Markets;

/// <summary>Reads markets for GraphQL and REST: one question, answered from grain memory and the store together.</summary>
public sealed class MarketReader(IInstrumentRegistry registry, IMarketStore store, IGrainFactory grains)
{
    /// <summary>The largest page.</summary>
    public const int MaxPageSize = 1_000;

    /// <summary>The instrument of a key, or null when it names nothing; throws <see cref="RefusalException"/> when the text is no key.</summary>
    public Task<Instrument?> TryFindInstrument(string key, CancellationToken cancellation) => InstrumentKey.TryParse(key, out var parsed)
        ? registry.Find(parsed, cancellation)
        : throw RefusalException.InvalidArgument(InstrumentKey.Explain(key));

    /// <summary>The instrument of a key; throws <see cref="RefusalException"/> when the text is no key or names nothing.</summary>
    public async Task<Instrument> FindInstrument(string key, CancellationToken cancellation) =>
        await TryFindInstrument(key, cancellation) ?? throw RefusalException.UnknownInstrument(key);

    /// <summary>A page of instruments by key, after a key when given.</summary>
    public async Task<Page<Instrument>> ListInstruments(InstrumentKey? after, int limit, CancellationToken cancellation) =>
        Page<Instrument>.Cut(await registry.List(after, limit + 1, cancellation), limit);

    /// <summary>Where a page begins that goes on after an open time; nothing comes after the end of time.</summary>
    public static Timestamp StartAfter(Timestamp? after, Timestamp? from)
    {
        var start = from ?? Timestamp.MinValue;
        return after is not { } last || last < start ? start
            : last == Timestamp.MaxValue ? last
            : new(last.Nanoseconds + 1);
    }

    /// <summary>The last known state of a market.</summary>
    public Task<MarketState> ReadState(InstrumentId id) => grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(id)).GetState();

    /// <summary>
    /// A page of candles with open times in [<paramref name="from"/>, <paramref name="to"/>), by open time. The grain is asked first: what it
    /// saves meanwhile is then in the store, so nothing falls between the two.
    /// </summary>
    public async Task<Page<Candle>> ReadCandles(
        InstrumentId id, CandleInterval interval, Timestamp from, Timestamp to, int limit, CancellationToken cancellation)
    {
        var recent = await grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(id)).GetRecentCandles(interval);
        var stored = await store.ReadCandles(id, interval, from, to, limit + 1, cancellation);
        return Page<Candle>.Cut(Merge(stored, recent, from, to), limit);
    }

    private static List<Candle> Merge(ImmutableArray<Candle> stored, ImmutableArray<Candle> recent, Timestamp from, Timestamp to)
    {
        var byOpenTime = new SortedDictionary<Timestamp, Candle>();
        foreach (var candle in stored) byOpenTime[candle.OpenTime] = candle;
        foreach (var candle in recent.Where(candle => candle.OpenTime >= from && candle.OpenTime < to)) byOpenTime[candle.OpenTime] = candle;
        return [.. byOpenTime.Values];
    }
}

/// <summary>Some items of a longer list.</summary>
/// <param name="Items">The items.</param>
/// <param name="HasNext">Whether there are more after them.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, bool HasNext)
{
    /// <summary>The first <paramref name="limit"/> of items that were read one further than that.</summary>
    public static Page<T> Cut(IReadOnlyList<T> items, int limit) => items.Count > limit ? new([.. items.Take(limit)], true) : new(items, false);
}
