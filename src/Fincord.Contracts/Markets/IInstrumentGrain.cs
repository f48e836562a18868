using System.Collections.Immutable;
using Fincord.Domain.Markets;
using Orleans.Concurrency;

namespace Fincord.Contracts.Markets;

/// <summary>
/// The market of one instrument: its last state and its open candles. Key: <see cref="GrainKeys.Instrument"/>.
/// An instrument that the registry does not know answers every call with <see cref="UnknownInstrumentException"/>.
/// </summary>
[Alias("markets.IInstrumentGrain")]
public interface IInstrumentGrain : IGrainWithStringKey
{
    /// <summary>
    /// Applies a batch in memory. Batches come in the order of the log; events that an earlier delivery applied are passed over.
    /// Throws <see cref="LogGapException"/> when events before the batch are missing.
    /// </summary>
    [Alias("Ingest")]
    Task<IngestResult> Ingest([Immutable] MarketBatch batch);

    /// <summary>
    /// Closes candles whose time is over at <paramref name="now"/> although no trade came, makes durable all that was applied, and tells up to
    /// which log offset (-1: nothing yet): a crash loses nothing of that.
    /// </summary>
    [Alias("Flush")]
    Task<long> Flush(Timestamp now);

    /// <summary>The last known state of the market.</summary>
    [Alias("GetState"), ReadOnly]
    Task<MarketState> GetState();

    /// <summary>The candles of an interval that the store may not have yet, by open time; the last may still be open.</summary>
    [Alias("GetRecentCandles"), ReadOnly]
    Task<ImmutableArray<Candle>> GetRecentCandles(CandleInterval interval);

    /// <summary>The last sequence applied of a source; 0 when it never told anything.</summary>
    [Alias("GetSourcePosition"), ReadOnly]
    Task<long> GetSourcePosition(string source);

    /// <summary>
    /// Stops the trading of the instrument, or, with null, lets it go on; durable when it answers. Market data goes on. Halting what is halted
    /// replaces the reason.
    /// </summary>
    [Alias("Halt")]
    Task<MarketState> Halt(TradingHalt? halt);

    /// <summary>Asks for <see cref="IMarketObserver"/> calls for the next minute; ask again before it is over.</summary>
    [Alias("Subscribe")]
    Task Subscribe(IMarketObserver observer);

    /// <summary>Ends what <see cref="Subscribe"/> asked for.</summary>
    [Alias("Unsubscribe")]
    Task Unsubscribe(IMarketObserver observer);
}

/// <summary>What an API or Discord process hears of the instruments it watches. Best effort: the latest state wins, and any call may be lost.</summary>
[Alias("markets.IMarketObserver")]
public interface IMarketObserver : IGrainObserver
{
    /// <summary>The market of an instrument moved.</summary>
    [Alias("OnChanged"), OneWay]
    Task OnChanged([Immutable] MarketChanged change);
}
