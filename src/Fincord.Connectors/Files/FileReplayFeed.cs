using Fincord.Contracts.Markets;
using Microsoft.Extensions.Hosting;

namespace Fincord.Connectors.Files;

/// <summary>Replays files side by side once the process has started. Files that cannot be read keep it from starting (<see cref="MarketFileException"/>).</summary>
internal sealed class FileReplayFeed(
    IReadOnlyList<ReplayRequest> requests, TextWriter output, EventFeed feed, IIngestProgress progress, TimeProvider time,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly List<MarketFile> _files = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var request in requests) _files.Add(await MarketFile.OpenAsync(request.Path, cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.UntilStarted(stoppingToken);
        await Task.WhenAll(_files.Zip(requests, (file, request) => Replay(file, request, stoppingToken)));
    }

    private async Task Replay(MarketFile file, ReplayRequest request, CancellationToken stopping)
    {
        try
        {
            await output.WriteLineAsync(await new FileReplay(file, request, feed, progress, time).Run(stopping));
        }
        catch (MarketFileException exception)
        {
            // What came before the damage is kept; the process goes on serving it.
            await Console.Error.WriteLineAsync($"fincord: {exception.Message}");
        }
    }
}
