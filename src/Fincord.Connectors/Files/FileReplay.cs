using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>
/// Feeds one file into the event log. The file is known by its content, and the instrument knows how far that has come: what was logged before,
/// by this process or an earlier one, is passed over, so a replay that was cut off goes on and a second one changes nothing.
/// </summary>
internal sealed class FileReplay(MarketFile file, ReplayRequest request, EventFeed feed, IIngestProgress progress, TimeProvider time)
{
    /// <summary>Runs to the file's end and waits until all of it is in candles; then tells the counts in one line.</summary>
    public async Task<string> Run(CancellationToken cancellation)
    {
        var (instrument, position) = await feed.Join(InstrumentDefinition.FromKey(request.Key), file.Source, cancellation);
        var before = progress.TallyOf(file.Source);
        var counts = await Feed(instrument, position, cancellation);
        await feed.Drained(instrument.Id, cancellation);
        var after = progress.TallyOf(file.Source);
        return $"Replayed {request.Path} as {instrument.Key}: {counts.Records:N0} records, {after.Applied - before.Applied:N0} applied, " +
            $"{after.Duplicates - before.Duplicates:N0} duplicates, {counts.Rejected + after.Quarantined - before.Quarantined:N0} quarantined, " +
            $"{counts.Seen:N0} seen before.";
    }

    private async Task<(long Records, long Rejected, long Seen)> Feed(Instrument instrument, long position, CancellationToken cancellation)
    {
        var (records, rejected, seen) = (0L, 0L, 0L);
        var pace = new ReplayPace(request.Speed, time);
        await foreach (var batch in file.ReadAsync(instrument, cancellation))
        {
            records += batch.Trades.Length + batch.Bars.Length + batch.Rejected.Length;
            // Quarantine comes before the log, so what lies before the position has been there.
            var now = feed.Now;
            var quarantined = batch.Rejected.Where(record => record.Ordinal > position).Select(record => record.ToQuarantine(file.Source, now)).ToList();
            if (quarantined.Count > 0) await feed.Quarantine(quarantined, cancellation);
            rejected += quarantined.Count;
            var events = batch.Trades.Where(trade => trade.SourceSequence > position)
                .Select(MarketEvent (trade) => new TradeReceived(instrument.Id, file.Source, now, trade))
                .Concat(batch.Bars.Where(bar => bar.SourceSequence > position)
                    .Select(MarketEvent (bar) => new BarReceived(instrument.Id, file.Source, now, bar)))
                .ToList();
            seen += batch.Trades.Length + batch.Bars.Length + batch.Rejected.Length - events.Count - quarantined.Count;
            await foreach (var due in pace.Release(events, cancellation)) await feed.Append(due, cancellation);
        }
        return (records, rejected, seen);
    }
}
