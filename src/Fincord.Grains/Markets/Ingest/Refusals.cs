using System.Text.Json;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;

namespace Fincord.Grains.Markets.Ingest;

/// <summary>Settles what instruments did not apply: counts it, and puts into quarantine what is no mere duplicate.</summary>
internal sealed class Refusals(IInstrumentRegistry registry, IQuarantine quarantine, IngestProgress progress)
{
    /// <summary>Counts a batch's events by source; returns when the refused ones are in quarantine.</summary>
    public async Task Settle(IReadOnlyList<LoggedEvent> events, IngestResult result)
    {
        var outcomes = result.NotApplied.IsEmpty ? null : result.NotApplied.ToDictionary(refused => refused.LogOffset, refused => refused.Outcome);
        var refused = new List<QuarantinedRecord>();
        foreach (var source in events.Where(logged => logged.Offset > result.SeenUntil).GroupBy(logged => logged.Event.Source, StringComparer.Ordinal))
        {
            var tally = new SourceTally();
            foreach (var (offset, @event) in source)
            {
                var outcome = outcomes is not null && outcomes.TryGetValue(offset, out var known) ? known : ApplyOutcome.Applied;
                if (outcome is ApplyOutcome.Applied) tally = tally with { Applied = tally.Applied + 1 };
                else if (outcome is ApplyOutcome.Duplicate) tally = tally with { Duplicates = tally.Duplicates + 1 };
                else
                {
                    tally = tally with { Quarantined = tally.Quarantined + 1 };
                    refused.Add(await Describe(@event, outcome));
                }
            }
            progress.Count(source.Key, tally);
        }
        if (refused.Count > 0) await quarantine.Add(refused, CancellationToken.None);
    }

    private async Task<QuarantinedRecord> Describe(MarketEvent @event, ApplyOutcome outcome)
    {
        var instrument = await registry.Find(@event.InstrumentId, CancellationToken.None)
            ?? throw new UnknownInstrumentException($"No instrument has the number {@event.InstrumentId}.");
        var (code, reason) = outcome switch
        {
            ApplyOutcome.TooLate => (RefusalCodes.TooLate, "It is older than the lateness horizon, so whether it was applied before is no longer known."),
            ApplyOutcome.FromFuture => (RefusalCodes.FromFuture, "Its time is further ahead of its receipt than the tolerance."),
            ApplyOutcome.OutOfRange => (RefusalCodes.OutOfRange, "Its time or its sums are outside what a candle can hold."),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not a refusal."),
        };
        return new(@event.Source, @event.SourceSequence, code, reason, Write(instrument, @event), @event.ReceivedAt);
    }

    private static string Write(Instrument instrument, MarketEvent @event)
    {
        var (price, quantity) = (instrument.PriceScale, instrument.QuantityScale);
        return @event switch
        {
            TradeReceived { Trade: var trade } => JsonSerializer.Serialize(new
            {
                instrument = instrument.Key,
                occurredAt = trade.OccurredAt,
                id = trade.Id,
                price = price.ToDecimal(trade.Price),
                quantity = quantity.ToDecimal(trade.Quantity),
            }),
            BarReceived { Bar: var bar } => JsonSerializer.Serialize(new
            {
                instrument = instrument.Key,
                interval = bar.Interval.ToString(),
                openTime = bar.OpenTime,
                open = price.ToDecimal(bar.Open),
                high = price.ToDecimal(bar.High),
                low = price.ToDecimal(bar.Low),
                close = price.ToDecimal(bar.Close),
                volume = quantity.ToDecimal(bar.Volume),
            }),
            _ => throw new ArgumentException("Quotes are never refused.", nameof(@event)),
        };
    }
}
