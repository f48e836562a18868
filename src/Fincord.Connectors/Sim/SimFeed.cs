using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Connectors.Sim;

/// <summary>
/// Feeds the simulated market into the event log at the speed of the clock, after some hours of its past, so that charts are not empty.
/// A later process goes on where an earlier one stopped.
/// </summary>
internal sealed partial class SimFeed(
    SimMarket market, IEventLog log, IInstrumentRegistry registry, IIngestProgress progress, IGrainFactory grains, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<SimFeed> logger) : BackgroundService
{
    private static readonly TimeSpan History = TimeSpan.FromHours(6);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.UntilStarted(stoppingToken);
        var feeds = new Dictionary<InstrumentKey, (InstrumentId Id, long Position)>();
        foreach (var instrument in market.Instruments)
            feeds.Add(instrument.Key, await Register(instrument, stoppingToken));
        var since = new Timestamp(Math.Max((Now() - History).Nanoseconds, feeds.Values.Min(feed => feed.Position)));
        await foreach (var batch in new SimConnector(market, time).ReadAsync(since, stoppingToken))
        {
            var now = Now();
            var events = batch.Select(happening => (Happening: happening, Feed: feeds[happening.Instrument.Key]))
                .Where(item => item.Happening.OccurredAt.Nanoseconds > item.Feed.Position)
                .Select(item => item.Happening.ToMarketEvent(item.Feed.Id, now))
                .ToList();
            await Append(events, stoppingToken);
        }
    }

    private async Task<(InstrumentId Id, long Position)> Register(SimInstrument simulated, CancellationToken cancellation)
    {
        var instrument = await registry.Register(simulated.Definition, Now(), cancellation);
        var partition = log.PartitionOf(instrument.Id);
        await progress.WaitUntil(partition, log.EndOffset(partition), cancellation);
        var position = await grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(instrument.Id)).GetSourcePosition(SimConnector.Source);
        return (instrument.Id, position);
    }

    private async Task Append(IReadOnlyList<MarketEvent> events, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await log.Append(events, cancellation);
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRetry(exception, Retry);
                await Task.Delay(Retry, time, cancellation);
            }
        }
    }

    private Timestamp Now() => Timestamp.FromDateTimeOffset(time.GetUtcNow());

    [LoggerMessage(LogLevel.Error, "The simulated market cannot be logged; it tries again in {Pause}.")]
    private partial void LogRetry(Exception exception, TimeSpan pause);
}
