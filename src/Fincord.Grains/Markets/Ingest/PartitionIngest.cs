using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Microsoft.Extensions.Logging;

namespace Fincord.Grains.Markets.Ingest;

/// <summary>
/// Carries one log partition to its instruments, from the committed offset on. Saving overlaps with applying: a round of saves starts when
/// it is due, and the offset reached before it is committed when it is over, so that what is before the committed offset is durable in
/// every instrument. One instance serves until an instrument fails; the next one begins at the committed offset again.
/// </summary>
internal sealed partial class PartitionIngest(
    int partition, IEventLog log, IMarketStore store, IGrainFactory grains, Refusals refusals, IngestProgress progress,
    TimeProvider time, MarketOptions options, ILogger logger)
{
    private readonly Dictionary<InstrumentId, MarketBatchBuilder> _batches = [];
    private readonly List<MarketBatchBuilder> _chunk = [];
    private Task _saving = Task.CompletedTask;
    private long _position;
    private long _committed;

    /// <summary>Runs until <paramref name="stopping"/>, then saves and commits what was applied. Throws when an instrument or the log fails.</summary>
    public async Task Run(CancellationToken stopping)
    {
        _position = _committed = (await store.LoadLogOffsets(stopping)).GetValueOrDefault(partition);
        progress.MoveTo(partition, _position);
        using var untilStop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            await Carry(untilStop.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await _saving;
            await Save(_position);
        }
        finally
        {
            await untilStop.CancelAsync();
            await _saving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Carry(CancellationToken stopping)
    {
        var saveDue = Task.Delay(options.FlushInterval, time, stopping);
        var reading = Read(stopping);
        while (true)
        {
            await Task.WhenAny(reading, saveDue);
            stopping.ThrowIfCancellationRequested();
            if (saveDue.IsCompleted)
            {
                await _saving;          // a store slower than the market holds the market up here, so memory stays bounded
                _saving = Save(_position);
                saveDue = Task.Delay(options.FlushInterval, time, stopping);
            }
            if (!reading.IsCompleted) continue;
            var events = await reading;
            reading = Read(events[^1].Offset + 1, stopping);
            await Apply(events);
        }
    }

    private Task<IReadOnlyList<LoggedEvent>> Read(CancellationToken stopping) => Read(_position, stopping);

    private Task<IReadOnlyList<LoggedEvent>> Read(long offset, CancellationToken stopping) =>
        log.Read(partition, offset, options.IngestBatchSize, stopping).AsTask();

    private async Task Apply(IReadOnlyList<LoggedEvent> events)
    {
        foreach (var logged in events)
        {
            if (!_batches.TryGetValue(logged.Event.InstrumentId, out var batch)) _batches.Add(logged.Event.InstrumentId, batch = new());
            if (batch.Events.Count == 0) _chunk.Add(batch);
            batch.Add(logged);
        }
        await Task.WhenAll(_chunk.Select(Apply));
        _chunk.Clear();
        _position = events[^1].Offset + 1;
        progress.MoveTo(partition, _position);
    }

    private async Task Apply(MarketBatchBuilder batch)
    {
        var result = await InstrumentOf(batch.Events[0].Event.InstrumentId).Ingest(batch.Build());
        await refusals.Settle(batch.Events, result);
        batch.Applied();
    }

    private async Task Save(long position)
    {
        var now = time.Now();
        await Task.WhenAll(_batches.Where(batch => batch.Value.After >= 0).Select(batch => Save(batch.Key, batch.Value.After, now)).ToList());
        if (position == _committed) return;
        await store.CommitLogOffset(partition, position, CancellationToken.None);
        await log.Release(partition, position, CancellationToken.None);
        _committed = position;
        LogCommitted(partition, position);
    }

    private async Task Save(InstrumentId id, long given, Timestamp now)
    {
        var durable = await InstrumentOf(id).Flush(now);
        if (durable < given) throw new LogGapException($"Instrument {id} saved up to offset {durable}, it had been given {given}.");
    }

    private IInstrumentGrain InstrumentOf(InstrumentId id) => grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(id));

    [LoggerMessage(LogLevel.Debug, "Partition {Partition} is durable up to offset {Offset}.")]
    private partial void LogCommitted(int partition, long offset);
}
