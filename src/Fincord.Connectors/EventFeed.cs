using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Microsoft.Extensions.Logging;

namespace Fincord.Connectors;

/// <summary>What every feed does: register its instruments, go on behind what it has told before, and append until it is kept.</summary>
internal sealed partial class EventFeed(
    IEventLog log, IInstrumentRegistry registry, IQuarantine quarantine, IIngestProgress progress, IGrainFactory grains, TimeProvider time,
    ILogger<EventFeed> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Now.</summary>
    public Timestamp Now => Timestamp.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The instrument, registered when it is new, and the last sequence of the source that is in its candles, all of the log considered.</summary>
    public async Task<(Instrument Instrument, long Position)> Join(InstrumentDefinition definition, string source, CancellationToken cancellation)
    {
        var instrument = await registry.Register(definition, Now, cancellation);
        await Drained(instrument.Id, cancellation);
        return (instrument, await grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(instrument.Id)).GetSourcePosition(source));
    }

    /// <summary>Waits until what the log holds of an instrument is in its candles.</summary>
    public Task Drained(InstrumentId id, CancellationToken cancellation)
    {
        var partition = log.PartitionOf(id);
        return progress.WaitUntil(partition, log.EndOffset(partition), cancellation);
    }

    /// <summary>Appends events to the log; when there is no room it waits and tries again, so that nothing is lost.</summary>
    public Task Append(IReadOnlyList<MarketEvent> events, CancellationToken cancellation) => Keep(() => log.Append(events, cancellation), cancellation);

    /// <summary>Puts records into quarantine, as persistently as <see cref="Append"/>.</summary>
    public Task Quarantine(IReadOnlyList<QuarantinedRecord> records, CancellationToken cancellation) =>
        Keep(() => quarantine.Add(records, cancellation), cancellation);

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
                LogRetry(exception, Pause);
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A feed cannot write; it tries again in {Pause}.")]
    private partial void LogRetry(Exception exception, TimeSpan pause);
}
