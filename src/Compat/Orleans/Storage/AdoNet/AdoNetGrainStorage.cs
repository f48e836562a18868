using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// Keeps states in the table OrleansStorage of a database, one row each, as Orleans' own provider does: with the same columns, hashes and
/// versions, and with the SQL that the database holds in OrleansQuery. The version is the ETag.
/// </summary>
internal sealed class AdoNetGrainStorage(
    string name, string serviceId, AdoNetGrainStorageOptions options, IGrainStorageSerializer serializer, ILogger<AdoNetGrainStorage> logger)
    : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    private readonly AdoNetDatabase _database = new(
        $"The storage '{name}'", options.Invariant, options.ConnectionString, options.DataSource);

    private readonly IStorageHasherPicker _hashers = options.HashPicker ?? new StorageHasherPicker([new OrleansDefaultHasher()]);

    private string _read = "";
    private string _write = "";
    private string _clear = "";

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe($"{nameof(AdoNetGrainStorage)}-{name}", options.InitStage, Start);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var rows = await Run(
            _read, stateName, grainId, grainState, static _ => { },
            static row => (Payload: row["PayloadBinary"] as byte[], ETag: ETagOf(row["Version"])), cancellationToken);
        if (rows.Count > 1) throw new InvalidOperationException($"State '{stateName}' of {grainId} has {rows.Count} rows.");
        var (payload, etag) = rows.SingleOrDefault();
        var state = payload is null ? default : serializer.Deserialize<T>(new(payload));
        (grainState.State, grainState.ETag, grainState.RecordExists) = (state ?? Activator.CreateInstance<T>(), etag, payload is not null);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        // Now, not when a connection is free: until then the grain may have gone on.
        var payload = serializer.Serialize(grainState.State).ToArray();
        grainState.ETag = await Change(
            _write, stateName, grainId, grainState, command => command.Add("PayloadBinary", payload), cancellationToken);
        grainState.RecordExists = true;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        if (grainState is { RecordExists: false, ETag: null })
        {
            await ReadStateAsync(stateName, grainId, grainState, cancellationToken);
            if (!grainState.RecordExists) return;
        }
        var etag = await Change(_clear, stateName, grainId, grainState, static _ => { }, cancellationToken);
        (grainState.State, grainState.RecordExists) = (Activator.CreateInstance<T>(), false);
        grainState.ETag = options.DeleteStateOnClear ? null : etag;
    }

    private async Task Start(CancellationToken cancellation)
    {
        var queries = await _database.ReadQueries(cancellation);
        _read = queries.Require("ReadFromStorageKey");
        _write = queries.Require("WriteToStorageKey");
        _clear = queries.Require(options.DeleteStateOnClear ? "DeleteStorageKey" : "ClearStorageKey");
    }

    // The new version; none, or the known one again, says that somebody else has changed the row.
    private async Task<string> Change<T>(
        string sql, string stateName, GrainId grainId, IGrainState<T> state, Action<DbCommand> bind, CancellationToken cancellation)
    {
        var etag = state.ETag;
        int? version = etag is null ? null : int.Parse(etag, NumberStyles.None, CultureInfo.InvariantCulture);
        var rows = await Run(
            sql, stateName, grainId, state,
            command =>
            {
                command.Add("GrainStateVersion", version);
                bind(command);
            },
            static row => ETagOf(row[0]), cancellation);
        return rows.SingleOrDefault() is { } changed && changed != etag
            ? changed
            : throw new InconsistentStateException(
                $"State '{stateName}' of {grainId} has changed in the storage '{name}': it is not version {etag ?? "none"} any more.",
                storedEtag: null, etag);
    }

    private async Task<List<TRow>> Run<TRow, TState>(
        string sql, string stateName, GrainId grainId, IGrainState<TState> state, Action<DbCommand> bind, Func<DbDataReader, TRow> map,
        CancellationToken cancellation)
    {
        var key = AdoNetGrainKey.Of(grainId);
        var storedName = GenericStateName.Trim(stateName);
        var hasher = _hashers.PickHasher(serviceId, name, storedName, grainId, state)
            ?? throw new OrleansConfigurationException($"The HashPicker of the storage '{name}' has no hasher for state '{storedName}' of {grainId}.");
        try
        {
            return await _database.Read(
                sql,
                command =>
                {
                    command.Add("GrainIdHash", hasher.Hash(key.HashBytes));
                    command.Add("GrainIdN0", key.N0);
                    command.Add("GrainIdN1", key.N1);
                    command.Add("GrainTypeHash", hasher.Hash(Encoding.UTF8.GetBytes(storedName)));
                    command.Add("GrainTypeString", storedName);
                    command.Add("GrainIdExtensionString", key.Extension);
                    command.Add("ServiceId", serviceId);
                    bind(command);
                },
                map, cancellation);
        }
        catch (DbException failure)
        {
            logger.LogError(failure, "The storage {Name} failed with state {StateName} of {GrainId}.", name, stateName, grainId);
            throw;
        }
    }

    private static string? ETagOf(object version) =>
        version is DBNull ? null : Convert.ToInt32(version, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
