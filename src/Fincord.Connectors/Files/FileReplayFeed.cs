using Fincord.Contracts.Markets;
using Microsoft.Extensions.Hosting;

namespace Fincord.Connectors.Files;

/// <summary>
/// Replays files side by side once the process has started. Files that cannot be read keep it from starting (<see cref="MarketFileException"/>);
/// they are looked at before anything else starts, so that nothing has to be stopped again.
/// </summary>
internal sealed class FileReplayFeed(
    IReadOnlyList<ReplayRequest> requests, TextWriter output, EventFeed feed, IIngestProgress progress, TimeProvider time,
    IHostApplicationLifetime lifetime) : BackgroundService, IHostedLifecycleService
{
    private readonly List<MarketFile> _files = [];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var request in requests) _files.Add(await MarketFile.OpenAsync(request.Path, cancellationToken));
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
