using Fincord.Domain.Markets;
using Microsoft.Extensions.Hosting;

namespace Fincord.Connectors.Sim;

/// <summary>
/// Feeds the simulated market into the event log at the speed of the clock, after some hours of its past, so that charts are not empty.
/// A later process goes on where an earlier one stopped.
/// </summary>
internal sealed class SimFeed(SimMarket market, EventFeed feed, TimeProvider time, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan History = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.UntilStarted(stoppingToken);
        var joined = new Dictionary<InstrumentKey, (Instrument Instrument, long Position)>();
        foreach (var instrument in market.Instruments)
            joined.Add(instrument.Key, await feed.Join(instrument.Definition, SimConnector.Source, stoppingToken));
        var since = new Timestamp(Math.Max((feed.Now - History).Nanoseconds, joined.Values.Min(one => one.Position)));
        await foreach (var batch in new SimConnector(market, time).ReadAsync(since, stoppingToken))
        {
            var now = feed.Now;
            await feed.Append(
                [.. from happening in batch
                    let known = joined[happening.Instrument.Key]
                    where happening.OccurredAt.Nanoseconds > known.Position
                    select happening.ToMarketEvent(known.Instrument.Id, now)], stoppingToken);
        }
    }
}
