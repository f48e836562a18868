using Fincord.Grains.Tests.Storage;

namespace Fincord.Grains.Tests.Trading;

/// <summary>Tests on a silo with accounts and a market of 99.90 to 100.10, on SQLite unless a subclass names a PostgreSQL database.</summary>
public abstract class TradingClusterTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private string? _database;

    private protected TradingCluster Cluster { get; private set; } = null!;

    private protected virtual (long Bid, long Ask) Market => (9_990, 10_010);

    public async ValueTask InitializeAsync()
    {
        _database = await CreateDatabase();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null) await Cluster.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the PostgreSQL database that the accounts are in; null for SQLite.</summary>
    protected virtual Task<string?> CreateDatabase() => Task.FromResult<string?>(null);

    /// <summary>Starts a silo on storage that may be of an earlier one.</summary>
    private protected virtual Task<TradingCluster> StartCluster(string folder, string? database) => TradingCluster.Start(folder, database);

    /// <summary>Ends the silo, and starts another one on the same storage.</summary>
    private protected async Task Restart()
    {
        await Cluster.DisposeAsync();
        await Start();
    }

    private protected async Task Start()
    {
        Cluster = await StartCluster(_folder.Path, _database);
        await Cluster.Quote(Market.Bid, Market.Ask);
    }
}
