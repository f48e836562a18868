using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Contracts.Markets;

/// <summary>Events of one instrument, in the order of the log.</summary>
/// <param name="After">Log offset of the last event of this instrument that the sender gave before this batch; -1 when it has just begun to read.</param>
/// <param name="LogOffset">Log offset of the last event of this batch.</param>
/// <param name="ReceivedAt">When the latest of them was received; an event far ahead of it comes from the future.</param>
/// <param name="Trades">The trades.</param>
/// <param name="Bars">The bars.</param>
/// <param name="Quote">The last best bid and ask among them, if there was one.</param>
/// <param name="Positions">How far each source that told some of them has come.</param>
[GenerateSerializer, Immutable, Alias("markets.market-batch")]
public sealed record MarketBatch(
    long After,
    long LogOffset,
    Timestamp ReceivedAt,
    ImmutableArray<LoggedTrade> Trades,
    ImmutableArray<LoggedBar> Bars,
    Quote? Quote,
    ImmutableArray<SourcePosition> Positions);

/// <summary>A trade and its place in the log.</summary>
/// <param name="LogOffset">Its offset in the instrument's log partition.</param>
/// <param name="Trade">The trade.</param>
[GenerateSerializer, Immutable, Alias("markets.logged-trade")]
public readonly record struct LoggedTrade([property: Id(0)] long LogOffset, [property: Id(1)] TradePrint Trade);

/// <summary>A bar and its place in the log.</summary>
/// <param name="LogOffset">Its offset in the instrument's log partition.</param>
/// <param name="Bar">The bar.</param>
[GenerateSerializer, Immutable, Alias("markets.logged-bar")]
public readonly record struct LoggedBar([property: Id(0)] long LogOffset, [property: Id(1)] Bar Bar);

/// <summary>How far a source has come.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Sequence">The last sequence it told.</param>
[GenerateSerializer, Immutable, Alias("markets.source-position")]
public readonly record struct SourcePosition([property: Id(0)] string Source, [property: Id(1)] long Sequence);

/// <summary>What became of a batch: what is not named here was applied.</summary>
/// <param name="SeenUntil">Events up to this log offset were applied by an earlier delivery, and passed over now.</param>
/// <param name="NotApplied">Events that were not applied, and why.</param>
[GenerateSerializer, Immutable, Alias("markets.ingest-result")]
public sealed record IngestResult(long SeenUntil, ImmutableArray<NotApplied> NotApplied);

/// <summary>An event that was not applied.</summary>
/// <param name="LogOffset">Its offset in the instrument's log partition.</param>
/// <param name="Outcome">Why.</param>
[GenerateSerializer, Immutable, Alias("markets.not-applied")]
public readonly record struct NotApplied([property: Id(0)] long LogOffset, [property: Id(1)] ApplyOutcome Outcome);

/// <summary>
/// The instrument does not have the events before this batch: it was activated anew from its checkpoint.
/// The sender reads again from the committed offset.
/// </summary>
[GenerateSerializer, Alias("markets.log-gap")]
public sealed class LogGapException(string message) : Exception(message);

/// <summary>The market of an instrument after a batch.</summary>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Key">The key it is known by.</param>
/// <param name="State">Its last state.</param>
/// <param name="Candles">The candles that the batch changed, open ones included, by (interval, open time).</param>
[GenerateSerializer, Immutable, Alias("markets.market-changed")]
public sealed record MarketChanged(InstrumentId InstrumentId, InstrumentKey Key, MarketState State, ImmutableArray<Candle> Candles);
