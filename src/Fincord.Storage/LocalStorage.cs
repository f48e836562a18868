using Fincord.Storage.Markets;
using Fincord.Storage.Sqlite;
using Fincord.Storage.Trading;
using Microsoft.Extensions.Logging;

namespace Fincord.Storage;

/// <summary>All that a process keeps in its data folder, opened together, and closed in the order that loses nothing.</summary>
internal sealed class LocalStorage : IDisposable
{
    private const string Remedy = "Restore both from one backup, or remove both.";

    private readonly DataFolder _folder;
    private readonly SqliteDatabase _market;
    private readonly IDisposable _trading;

    private LocalStorage(DataFolder folder, SqliteDatabase market, ITradingDatabase trading, IDisposable tradingConnection, SqliteInstrumentRegistry registry, SegmentEventLog eventLog)
    {
        (_folder, _market, _trading, Instruments, EventLog) = (folder, market, tradingConnection, registry, eventLog);
        TradingStore = new(trading);
        AccountFigures = new(trading);
        RiskStore = new(trading);
        Halts = new(trading);
        InstrumentActions = new(trading);
        Settlements = new(trading);
        MarketStore = new(market);
        Quarantine = new(folder.Combine("quarantine"));
    }

    public SegmentEventLog EventLog { get; }

    public SqliteInstrumentRegistry Instruments { get; }

    public SqliteMarketStore MarketStore { get; }

    public JsonLinesQuarantine Quarantine { get; }

    public TradingStore TradingStore { get; }

    public AccountFigures AccountFigures { get; }

    public RiskStore RiskStore { get; }

    public HaltTable Halts { get; }

    public InstrumentActionStore InstrumentActions { get; }

    public SettlementStore Settlements { get; }

    /// <summary>Opens everything; throws <see cref="StorageException"/> with one clear sentence when something is in the way.</summary>
    public static async Task<LocalStorage> Open(StorageOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        // Closed in reverse when a later one does not open.
        var opened = new Stack<IDisposable>();
        try
        {
            var folder = Keep(DataFolder.Open(options.DataFolder));
            var market = Keep(MarketDatabase.Open(folder.Combine("market.db"), time));
            var (trading, tradingConnection) = await OpenTrading(options, folder, time);
            Keep(tradingConnection);
            var registry = await SqliteInstrumentRegistry.Open(market);
            var eventLog = Keep(new SegmentEventLog(
                folder.Combine("events"), options.Partitions, options.SegmentBytes, registry, loggers.CreateLogger<SegmentEventLog>()));
            var storage = new LocalStorage(folder, market, trading, tradingConnection, registry, eventLog);
            await storage.CheckLogFitsStore();
            return storage;
        }
        catch
        {
            while (opened.TryPop(out var part)) part.Dispose();
            throw;
        }

        T Keep<T>(T part)
            where T : IDisposable
        {
            opened.Push(part);
            return part;
        }
    }

    /// <summary>Finishes what is queued, then closes files and databases, then lets go of the folder.</summary>
    public void Dispose()
    {
        EventLog.Dispose();
        Quarantine.Dispose();
        _trading.Dispose();
        _market.Dispose();
        _folder.Dispose();
    }

    private static async Task<(ITradingDatabase Database, IDisposable Connection)> OpenTrading(StorageOptions options, DataFolder folder, TimeProvider time)
    {
        if (!string.IsNullOrWhiteSpace(options.PostgreSql))
        {
            var server = await PostgreSqlTradingDatabase.Open(options.PostgreSql, time, CancellationToken.None);
            return (server, server);
        }
        var file = SqliteTradingDatabase.Open(folder.Combine("trading.db"), time);
        return (new SqliteTradingDatabase(file), file);
    }

    // Log and store belong together; one of them lost, or restored from an older copy, must not pass unnoticed. With a log that is too short,
    // new events would get offsets that count as applied and silently go nowhere; with a store that is too old, events would be missing.
    private async Task CheckLogFitsStore()
    {
        var committed = await MarketStore.LoadLogOffsets(CancellationToken.None);
        for (var partition = 0; partition < EventLog.PartitionCount; partition++)
        {
            var (next, first) = (committed.GetValueOrDefault(partition), EventLog.FirstOffset(partition));
            if (next < first) throw new StorageException(
                StorageCodes.EventsReleased,
                $"The event log in {_folder.Path} begins at offset {first} of partition {partition}, but market.db has applied it only up to {next}. {Remedy}");
        }
        foreach (var (partition, next) in committed) CheckReaches(partition, next);
        foreach (var (id, applied) in await MarketStore.LoadAppliedOffsets(CancellationToken.None)) CheckReaches(EventLog.PartitionOf(id), applied + 1);
    }

    private void CheckReaches(int partition, long next)
    {
        var end = partition < EventLog.PartitionCount ? EventLog.EndOffset(partition) : 0;
        if (next > end) throw new StorageException(
            StorageCodes.LogBehindStore,
            $"The event log in {_folder.Path} ends at offset {end} of partition {partition}, but market.db has applied it up to {next}. {Remedy}");
    }
}
