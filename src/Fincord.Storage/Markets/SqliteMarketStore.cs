using System.Collections.Immutable;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Storage.Sqlite;

namespace Fincord.Storage.Markets;

/// <summary>The market store in SQLite. Commits of many instruments that come together share a transaction.</summary>
internal sealed class SqliteMarketStore(SqliteDatabase database) : IMarketStore
{
    /// <inheritdoc/>
    public Task Commit(MarketCommit commit, CancellationToken cancellation)
    {
        // On the caller's thread: the writer has enough to do.
        var checkpoint = commit.Checkpoint.ToBytes();
        return database.Commit(
            connection =>
            {
                CandleTable.Write(connection, commit.InstrumentId, commit.Candles);
                connection.Prepare("INSERT OR REPLACE INTO instrument_checkpoint (instrument_id, log_offset, checkpoint) VALUES (?, ?, ?)")
                    .Bind(commit.InstrumentId.Value).Bind(commit.Checkpoint.LogOffset).Bind(checkpoint).Execute();
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<InstrumentCheckpoint?> LoadCheckpoint(InstrumentId id, CancellationToken cancellation) =>
        database.Read(
            connection =>
            {
                var row = connection.Prepare("SELECT checkpoint FROM instrument_checkpoint WHERE instrument_id = ?").Bind(id.Value);
                try
                {
                    return row.Step() ? CheckpointMapping.ToCheckpoint(row.Blob()) : null;
                }
                catch (InvalidDataException failure)
                {
                    throw new StorageException(StorageCodes.Corrupt, $"The checkpoint of instrument {id} in {connection.Path} is damaged: {failure.Message}", failure);
                }
                finally
                {
                    row.Reset();
                }
            },
            cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<Candle>> ReadCandles(
        InstrumentId id, CandleInterval interval, Timestamp from, Timestamp to, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.Read(connection => CandleTable.Read(connection, id, interval, from, to, limit), cancellation);
    }

    /// <inheritdoc/>
    public Task<ImmutableDictionary<int, long>> LoadLogOffsets(CancellationToken cancellation) =>
        database.Read(
            connection =>
            {
                var offsets = ImmutableDictionary.CreateBuilder<int, long>();
                var rows = connection.Prepare("SELECT partition, log_offset FROM log_offset");
                while (rows.Step()) offsets.Add((int)rows.Int64(), rows.Int64());
                return offsets.ToImmutable();
            },
            cancellation);

    /// <summary>
    /// Moves the committed offset of a log partition. When it returns, a power cut, too, finds it and every commit before it:
    /// the log may then let go of the events before it.
    /// </summary>
    public Task CommitLogOffset(int partition, long offset, CancellationToken cancellation) =>
        database.Commit(
            connection => connection.Prepare("INSERT OR REPLACE INTO log_offset (partition, log_offset) VALUES (?, ?)").Bind(partition).Bind(offset).Execute(),
            cancellation,
            flush: true);

    /// <summary>The offset of the last event applied, of each instrument that has a checkpoint.</summary>
    public Task<ImmutableArray<(InstrumentId Id, long LogOffset)>> LoadAppliedOffsets(CancellationToken cancellation) =>
        database.Read(
            connection =>
            {
                var applied = ImmutableArray.CreateBuilder<(InstrumentId, long)>();
                var rows = connection.Prepare("SELECT instrument_id, log_offset FROM instrument_checkpoint");
                while (rows.Step()) applied.Add((new(rows.Int64()), rows.Int64()));
                return applied.DrainToImmutable();
            },
            cancellation);
}
