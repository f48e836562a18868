using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Microsoft.Extensions.Logging;

namespace Fincord.Connectors.Files;

/// <summary>
/// Feeds one file into the event log. The file is known by its content, and the instrument knows how far that has come: what was logged before,
/// by this process or an earlier one, is passed over, so a replay that was cut off goes on and a second one changes nothing.
/// </summary>
internal sealed partial class FileReplay(
    MarketFile file, ReplayRequest request, IEventLog log, IInstrumentRegistry registry, IQuarantine quarantine, IIngestProgress progress,
    IGrainFactory grains, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>Runs to the file's end and waits until all of it is in candles; then tells the counts in one line.</summary>
    public async Task<string> Run(CancellationToken cancellation)
    {
        var instrument = await registry.Register(InstrumentDefinition.FromKey(request.Key), Now(), cancellation);
        var partition = log.PartitionOf(instrument.Id);
        await progress.WaitUntil(partition, log.EndOffset(partition), cancellation);
        var position = await grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(instrument.Id)).GetSourcePosition(file.Source);
        var before = progress.TallyOf(file.Source);
        var counts = await Feed(instrument, position, cancellation);
        await progress.WaitUntil(partition, log.EndOffset(partition), cancellation);
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
            rejected += batch.Rejected.Length;
            var now = Now();
            var events = batch.Trades.Where(trade => trade.SourceSequence > position)
                .Select(MarketEvent (trade) => new TradeReceived(instrument.Id, file.Source, now, trade))
                .Concat(batch.Bars.Where(bar => bar.SourceSequence > position)
                    .Select(MarketEvent (bar) => new BarReceived(instrument.Id, file.Source, now, bar)))
                .ToList();
            seen += batch.Trades.Length + batch.Bars.Length - events.Count;
            if (batch.Rejected.Length > 0)
                await Keep(() => quarantine.Add([.. batch.Rejected.Select(record => record.ToQuarantine(file.Source, now))], cancellation), cancellation);
            await foreach (var due in pace.Release(events, cancellation)) await Keep(() => log.Append(due, cancellation), cancellation);
        }
        return (records, rejected, seen);
    }

    /// <summary>Tries until it is kept: a full disk holds a replay up, it loses nothing.</summary>
    private async Task Keep(Func<Task> write, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRetry(exception, request.Path, Retry);
                await Task.Delay(Retry, time, cancellation);
            }
        }
    }

    private Timestamp Now() => Timestamp.FromDateTimeOffset(time.GetUtcNow());

    [LoggerMessage(LogLevel.Error, "The replay of {Path} cannot write; it tries again in {Pause}.")]
    private partial void LogRetry(Exception exception, string path, TimeSpan pause);
}
