using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Grains.Markets;
using Fincord.Grains.Tests.Storage;
using Fincord.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.TestingHost;

namespace Fincord.Grains.Tests.Markets;

/// <summary>A silo with the market's grains on real storage in a folder; the store may be made to fail.</summary>
internal sealed class MarketCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private MarketCluster(InProcessTestCluster cluster) => _cluster = cluster;

    public IServiceProvider Services => _cluster.GetSiloServiceProvider();

    public IClusterClient Client => _cluster.Client;

    public FaultyMarketStore Store => (FaultyMarketStore)Services.GetRequiredService<IMarketStore>();

    public static Task<MarketCluster> Start(TempFolder folder, bool ingests = false, Action<IServiceCollection>? services = null) =>
        Start(folder.Path, ingests, services);

    public static async Task<MarketCluster> Start(string folder, bool ingests, Action<IServiceCollection>? services)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddMemoryStreams(MarketStreams.Provider);
            silo.Services.AddStorage(storage => storage.DataFolder = folder);
            silo.Services.Replace(ServiceDescriptor.Singleton<IMarketStore>(
                provider => new FaultyMarketStore(provider.GetRequiredService<LocalStorage>().MarketStore)));
            silo.Services.AddMarketGrains();
            if (ingests) silo.Services.AddMarketIngest();
            services?.Invoke(silo.Services);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    public async Task<(InstrumentId Id, IInstrumentGrain Grain)> Register(string key)
    {
        var instrument = await Services.GetRequiredService<IInstrumentRegistry>().Register(Sample.Definition(key), Sample.Noon, default);
        return (instrument.Id, GrainOf(instrument.Id));
    }

    public IInstrumentGrain GrainOf(InstrumentId id) => _cluster.Client.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(id));

    public Task Deactivate(IGrain grain) => _cluster.DeactivateAsync(grain);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}

/// <summary>The real store, but for commits that a test makes fail.</summary>
internal sealed class FaultyMarketStore(IMarketStore inner) : IMarketStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<InstrumentId, long> _durable = [];
    private readonly List<(InstrumentId Id, long Offset, TaskCompletionSource Reached)> _waiting = [];
    private int _failures;

    public void FailNext(int commits) => Volatile.Write(ref _failures, commits);

    /// <summary>Waits for the commit that makes an event durable; it may have been before this store was opened.</summary>
    public async Task UntilDurable(InstrumentId id, long offset)
    {
        var committed = UntilCommitted(id, offset);
        if (await inner.LoadCheckpoint(id, default) is { } stored && stored.LogOffset >= offset) return;
        await committed;
    }

    private Task UntilCommitted(InstrumentId id, long offset)
    {
        lock (_lock)
        {
            if (_durable.GetValueOrDefault(id, -1) >= offset) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((id, offset, reached));
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    public async Task Commit(MarketCommit commit, CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref _failures) >= 0) throw new IOException("The disk is full.");
        await inner.Commit(commit, cancellation);
        lock (_lock)
        {
            _durable[commit.InstrumentId] = commit.Checkpoint.LogOffset;
            foreach (var (id, offset, reached) in _waiting)
                if (id == commit.InstrumentId && offset <= commit.Checkpoint.LogOffset) reached.TrySetResult();
        }
    }

    public Task<InstrumentCheckpoint?> LoadCheckpoint(InstrumentId id, CancellationToken cancellation) => inner.LoadCheckpoint(id, cancellation);

    public Task<ImmutableArray<Candle>> ReadCandles(
        InstrumentId id, CandleInterval interval, Timestamp from, Timestamp to, int limit, CancellationToken cancellation) =>
        inner.ReadCandles(id, interval, from, to, limit, cancellation);

    public Task<ImmutableDictionary<int, long>> LoadLogOffsets(CancellationToken cancellation) =>
        inner.LoadLogOffsets(cancellation);

    public Task CommitLogOffset(int partition, long offset, CancellationToken cancellation) => inner.CommitLogOffset(partition, offset, cancellation);
}
