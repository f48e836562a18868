using Fincord.Domain.Markets;

namespace Fincord.Connectors.Sim;

/// <summary>What happened in the simulated market: a trade, or a new best bid and ask.</summary>
/// <param name="Instrument">Of which instrument.</param>
/// <param name="Trade">The trade, or null.</param>
/// <param name="Quote">The best bid and ask, or null.</param>
public readonly record struct SimEvent(SimInstrument Instrument, TradePrint? Trade, Quote? Quote)
{
    /// <summary>When it happened, to the millisecond. No two events of an instrument have the same time.</summary>
    public Timestamp OccurredAt => Trade?.OccurredAt ?? Quote!.OccurredAt;

    /// <summary>This event for the event log.</summary>
    /// <param name="id">The number under which the instrument is registered.</param>
    /// <param name="receivedAt">When we got it.</param>
    public MarketEvent ToMarketEvent(InstrumentId id, Timestamp receivedAt) => Trade is { } trade
        ? new TradeReceived(id, SimConnector.Source, receivedAt, trade)
        : new QuoteReceived(id, SimConnector.Source, receivedAt, Quote!);
}
