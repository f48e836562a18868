using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Grains.Trading;

/// <summary>
/// Finishes after a start what the last stop or crash interrupted: books look at the market again, and accounts ask for what they were not told
/// and send again what was not answered. Afterwards it does the same for those that a failing store or venue stopped, until they go on.
/// </summary>
internal sealed partial class TradingRecovery(
    ITradingStore store, IGrainFactory grains, TradingRepairs repairs, TimeProvider time, IOptions<TradingOptions> options, ILogger<TradingRecovery> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await AskForAll(stoppingToken)) await Task.Delay(options.Value.RetryInterval, time, stoppingToken);
            await foreach (var key in repairs.ReadAll(stoppingToken)) Repair(key, stoppingToken).Ignore();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; the next one goes on.
        }
    }

    private async Task<bool> AskForAll(CancellationToken cancellation)
    {
        try
        {
            foreach (var book in await store.ListActiveBooks(cancellation)) repairs.Ask(book);
            var accounts = (await store.ListActiveAccounts(cancellation)).Concat(await store.ListUntoldAccounts(cancellation)).Distinct();
            foreach (var account in accounts) repairs.Ask(account);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRecovered(exception, "What was interrupted");
            return false;
        }
    }

    private async Task Repair(string key, CancellationToken cancellation)
    {
        try
        {
            if (GrainKeys.IsAccount(key)) await grains.GetGrain<IAccountGrain>(key).Recover();
            else await grains.GetGrain<IPaperBookGrain>(key).Wake();
        }
        catch (Exception exception)
        {
            LogNotRecovered(exception, key);
            repairs.Ask(key);
            await Task.Delay(options.Value.RetryInterval, time, cancellation);      // what fails for long is not tried all the time
        }
        finally
        {
            repairs.End(key);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{What} was not recovered; it is tried again.")]
    private partial void LogNotRecovered(Exception exception, string what);
}
