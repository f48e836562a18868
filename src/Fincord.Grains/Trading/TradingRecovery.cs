using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Grains.Trading;

/// <summary>
/// Finishes after a start what the last stop or crash interrupted: books look at the market again, and accounts ask for what they were not told
/// and send again what was not answered.
/// </summary>
internal sealed partial class TradingRecovery(ITradingStore store, IGrainFactory grains, ILogger<TradingRecovery> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var book in await store.ListActiveBooks(stoppingToken)) await Try(() => grains.GetGrain<IPaperBookGrain>(book).Wake(), book);
        var accounts = (await store.ListActiveAccounts(stoppingToken)).Concat(await store.ListUntoldAccounts(stoppingToken)).Distinct();
        foreach (var account in accounts) await Try(() => grains.GetGrain<IAccountGrain>(GrainKeys.Account(account)).Recover(), account);
    }

    private async Task Try(Func<Task> recover, object what)
    {
        try
        {
            await recover();
        }
        catch (Exception exception)
        {
            LogNotRecovered(exception, what);
        }
    }

    [LoggerMessage(LogLevel.Error, "{What} was not recovered; it is tried again when it is next asked for.")]
    private partial void LogNotRecovered(Exception exception, object what);
}
