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
        var outcomes = result.NotApplied.ToDictionary(refused => refused.LogOffset, refused => refused.Outcome);
        var refused = new List<QuarantinedRecord>();
        var (source, tally) = ("", new SourceTally());
        foreach (var (offset, @event) in events)
        {
            if (offset <= result.SeenUntil) continue;
            if (@event.Source != source)
            {
                if (tally != default) progress.Count(source, tally);
                (source, tally) = (@event.Source, default);
            }
            // What the result does not name was applied.
            var outcome = outcomes.GetValueOrDefault(offset, ApplyOutcome.Applied);
            tally = outcome switch
            {
                ApplyOutcome.Applied => tally with { Applied = tally.Applied + 1 },
                ApplyOutcome.Duplicate => tally with { Duplicates = tally.Duplicates + 1 },
                _ => tally with { Quarantined = tally.Quarantined + 1 },
            };
            if (outcome is not (ApplyOutcome.Applied or ApplyOutcome.Duplicate)) refused.Add(await Describe(@event, outcome));
        }
        if (tally != default) progress.Count(source, tally);
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
