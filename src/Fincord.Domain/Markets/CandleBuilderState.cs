using System.Collections.Immutable;

namespace Fincord.Domain.Markets;

/// <summary>A candle with the order of its first and last trade, which decides whether a late trade changes its open or close.</summary>
/// <param name="Candle">The candle.</param>
/// <param name="FirstAt">Event time of its first trade.</param>
/// <param name="FirstSequence">Source sequence of its first trade.</param>
/// <param name="LastAt">Event time of its last trade.</param>
/// <param name="LastSequence">Source sequence of its last trade.</param>
[GenerateSerializer, Immutable, Alias("markets.candle-slot")]
public readonly record struct CandleSlot(
    [property: Id(0)] Candle Candle,
    [property: Id(1)] Timestamp FirstAt,
    [property: Id(2)] long FirstSequence,
    [property: Id(3)] Timestamp LastAt,
    [property: Id(4)] long LastSequence);

/// <summary>The trade ids applied whose event time lies in one lateness horizon.</summary>
/// <param name="From">Start of that horizon's span of event time.</param>
/// <param name="Ids">The ids, in no order.</param>
[GenerateSerializer, Immutable, Alias("markets.applied-trade-ids")]
public sealed record AppliedTradeIds(Timestamp From, ImmutableArray<TradeId> Ids);

/// <summary>All that a <see cref="CandleBuilder"/> needs to go on as if it had never stopped.</summary>
/// <param name="Watermark">The latest event time seen, or null before the first trade.</param>
/// <param name="ReceivedAt">When the last event was received, or null before the first.</param>
/// <param name="Slots">Open candles and closed ones that late trades may still amend, by interval and open time.</param>
/// <param name="Applied">The ids that a duplicate would be known by.</param>
[GenerateSerializer, Immutable, Alias("markets.candle-builder-state")]
public sealed record CandleBuilderState(
    Timestamp? Watermark, Timestamp? ReceivedAt, ImmutableArray<CandleSlot> Slots, ImmutableArray<AppliedTradeIds> Applied)
{
    /// <summary>The state before the first trade.</summary>
    public static readonly CandleBuilderState Empty = new(null, null, [], []);
}

/// <summary>What a crash must not lose: the closed candles that changed since the last capture, each once, and the state to go on from.</summary>
/// <param name="Candles">The changed candles.</param>
/// <param name="State">The state.</param>
public sealed record CandleCapture(ImmutableArray<Candle> Candles, CandleBuilderState State);
