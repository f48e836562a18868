using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Contracts.Markets;

/// <summary>The warm history: candles, each instrument's checkpoint, and how far the event log is durable.</summary>
public interface IMarketStore
{
    /// <summary>Makes an instrument's changes durable in one transaction: candles replace those of the same interval and open time.</summary>
    Task Commit(MarketCommit commit, CancellationToken cancellation);

    /// <summary>What the instrument's last commit left, or null.</summary>
    Task<InstrumentCheckpoint?> LoadCheckpoint(InstrumentId id, CancellationToken cancellation);

    /// <summary>At most <paramref name="limit"/> candles with open times in [<paramref name="from"/>, <paramref name="to"/>), by open time.</summary>
    Task<ImmutableArray<Candle>> ReadCandles(
        InstrumentId id, CandleInterval interval, Timestamp from, Timestamp to, int limit, CancellationToken cancellation);

    /// <summary>The committed offset of each log partition: events before it need not be read again. Absent partitions are at 0.</summary>
    Task<ImmutableDictionary<int, long>> LoadLogOffsets(CancellationToken cancellation);

    /// <summary>Moves the committed offset of a log partition; all events before it are durable in their instruments' checkpoints.</summary>
    Task CommitLogOffset(int partition, long offset, CancellationToken cancellation);
}

/// <summary>All that changed of one instrument since its last commit.</summary>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Candles">Closed or amended candles, each at most once.</param>
/// <param name="Checkpoint">What is needed to go on after a crash.</param>
public sealed record MarketCommit(InstrumentId InstrumentId, ImmutableArray<Candle> Candles, InstrumentCheckpoint Checkpoint);

/// <summary>What an instrument needs to go on after a crash.</summary>
/// <param name="LogOffset">Offset of the last event applied, or -1 before the first.</param>
/// <param name="Market">The last state of the market.</param>
/// <param name="Candles">The candle builder's state.</param>
/// <param name="Positions">How far each source has come.</param>
public sealed record InstrumentCheckpoint(
    long LogOffset, MarketState Market, CandleBuilderState Candles, ImmutableArray<SourcePosition> Positions);
