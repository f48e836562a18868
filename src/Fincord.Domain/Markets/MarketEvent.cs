namespace Fincord.Domain.Markets;

/// <summary>A fact that a source told of an instrument's market, as the event log keeps it.</summary>
/// <param name="InstrumentId">The instrument.</param>
/// <param name="Source">Who told it: <c>sim</c>, <c>file:…</c>, a provider's name.</param>
/// <param name="ReceivedAt">When we got it.</param>
public abstract record MarketEvent(InstrumentId InstrumentId, string Source, Timestamp ReceivedAt)
{
    /// <summary>Its place in its source, rising for one instrument.</summary>
    public abstract long SourceSequence { get; }

    /// <summary>When the source says it happened; for a bar, its start.</summary>
    public abstract Timestamp OccurredAt { get; }
}

/// <summary>A trade of the market was told.</summary>
public sealed record TradeReceived(InstrumentId InstrumentId, string Source, Timestamp ReceivedAt, TradePrint Trade)
    : MarketEvent(InstrumentId, Source, ReceivedAt)
{
    /// <inheritdoc/>
    public override long SourceSequence => Trade.SourceSequence;

    /// <inheritdoc/>
    public override Timestamp OccurredAt => Trade.OccurredAt;
}

/// <summary>A best bid and ask was told.</summary>
public sealed record QuoteReceived(InstrumentId InstrumentId, string Source, Timestamp ReceivedAt, Quote Quote)
    : MarketEvent(InstrumentId, Source, ReceivedAt)
{
    /// <inheritdoc/>
    public override long SourceSequence => Quote.SourceSequence;

    /// <inheritdoc/>
    public override Timestamp OccurredAt => Quote.OccurredAt;
}

/// <summary>A bar was told: a candle that the source made itself.</summary>
public sealed record BarReceived(InstrumentId InstrumentId, string Source, Timestamp ReceivedAt, Bar Bar)
    : MarketEvent(InstrumentId, Source, ReceivedAt)
{
    /// <inheritdoc/>
    public override long SourceSequence => Bar.SourceSequence;

    /// <inheritdoc/>
    public override Timestamp OccurredAt => Bar.OpenTime;
}
