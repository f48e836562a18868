using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Contracts.Markets;

/// <summary>Events of one instrument, in the order of the log.</summary>
/// <param name="LogOffset">Offset, in the instrument's log partition, of the last event of this batch.</param>
/// <param name="Trades">The trades.</param>
/// <param name="LogOffsets">Log offset of each trade: one for one with <paramref name="Trades"/>.</param>
/// <param name="ReceivedAt">When the last of them was received: events far after it come from the future.</param>
/// <param name="Quote">The last best bid and ask among them, if there was one.</param>
/// <param name="Positions">How far each source that told some of them has come.</param>
[GenerateSerializer, Immutable, Alias("markets.market-batch")]
public sealed record MarketBatch(
    long LogOffset,
    ImmutableArray<TradePrint> Trades,
    ImmutableArray<long> LogOffsets,
    Timestamp ReceivedAt,
    Quote? Quote,
    ImmutableArray<SourcePosition> Positions);

/// <summary>How far a source has come.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Sequence">The last sequence it told.</param>
[GenerateSerializer, Immutable, Alias("markets.source-position")]
public readonly record struct SourcePosition([property: Id(0)] string Source, [property: Id(1)] long Sequence);

/// <summary>What became of a batch's trades; the three numbers and the refused ones add up to the batch.</summary>
/// <param name="Applied">Trades that are now part of candles.</param>
/// <param name="Duplicates">Trades whose id was applied before.</param>
/// <param name="Seen">Trades at or before the log offset already applied (a redelivery).</param>
/// <param name="Refused">Trades that could not be applied, for quarantine.</param>
[GenerateSerializer, Immutable, Alias("markets.ingest-result")]
public sealed record IngestResult(int Applied, int Duplicates, int Seen, ImmutableArray<RefusedTrade> Refused);

/// <summary>A trade that could not be applied.</summary>
/// <param name="LogOffset">Its offset in the instrument's log partition.</param>
/// <param name="Code">Why: a code of <see cref="RefusalCodes"/>.</param>
/// <param name="Trade">The trade.</param>
[GenerateSerializer, Immutable, Alias("markets.refused-trade")]
public sealed record RefusedTrade(long LogOffset, string Code, TradePrint Trade);

/// <summary>The market of an instrument after a batch.</summary>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Key">The key it is known by.</param>
/// <param name="State">Its last state.</param>
/// <param name="Candles">The candles that the batch changed, open ones included, by (interval, open time).</param>
[GenerateSerializer, Immutable, Alias("markets.market-changed")]
public sealed record MarketChanged(InstrumentId InstrumentId, InstrumentKey Key, MarketState State, ImmutableArray<Candle> Candles);
