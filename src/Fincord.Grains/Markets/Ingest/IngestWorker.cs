using Fincord.Contracts.Markets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Grains.Markets.Ingest;

/// <summary>
/// The consumer of the event log: each partition in a loop of its own. When something fails (the store, an instrument) the partition begins
/// again at its committed offset after a pause that doubles up to five seconds; instruments pass over what they have.
/// </summary>
internal sealed partial class IngestWorker(
    IEventLog log, IMarketStore store, IGrainFactory grains, Refusals refusals, IngestProgress progress,
    TimeProvider time, IOptions<MarketOptions> options, ILogger<IngestWorker> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, log.PartitionCount).Select(partition => Run(partition, stoppingToken)));

    private async Task Run(int partition, CancellationToken stopping)
    {
        var pause = FirstPause;
        while (!stopping.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await new PartitionIngest(partition, log, store, grains, refusals, progress, time, options.Value, logger).Run(stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                if (time.GetElapsedTime(began) > LongestPause) pause = FirstPause;
                LogRestart(exception, partition, pause);
                await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Ingest of partition {Partition} failed; it begins again at the committed offset in {Pause}.")]
    private partial void LogRestart(Exception exception, int partition, TimeSpan pause);
}
