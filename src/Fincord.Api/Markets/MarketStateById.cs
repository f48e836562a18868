using Fincord.Domain.Markets;

namespace Fincord.Api.Markets;

/// <summary>The states of many markets at once: a list of quotes asks its grains side by side.</summary>
public sealed class MarketStateById(MarketReader markets, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<InstrumentId, MarketState>(batchScheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<InstrumentId, MarketState>> LoadBatchAsync(
        IReadOnlyList<InstrumentId> keys, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(keys.Select(markets.ReadState));
        return keys.Zip(states).ToDictionary();
    }
}
