using System.Collections.Concurrent;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Schemas.Markets;
using Fincord.Storage.Sqlite;

namespace Fincord.Storage.Markets;

/// <summary>
/// The catalogue of instruments in SQLite, all of it also in memory, since every event asks for its instrument's scales.
/// The memory is right because this process is the only one that writes.
/// </summary>
internal sealed class SqliteInstrumentRegistry : IInstrumentRegistry, IInstrumentScales
{
    private const string All =
        "SELECT i.id, a.key, i.name, i.type, i.currency, i.price_scale, i.quantity_scale "
        + "FROM instrument i JOIN instrument_alias a ON a.instrument_id = i.id AND a.valid_to IS NULL";

    private readonly SqliteDatabase _database;
    private readonly ConcurrentDictionary<InstrumentId, Instrument> _byId = [];
    private readonly ConcurrentDictionary<InstrumentKey, Instrument> _byKey = [];

    // By key, made when somebody lists; null after a registration.
    private readonly Lock _gate = new();
    private Instrument[]? _sorted;

    private SqliteInstrumentRegistry(SqliteDatabase database) => _database = database;

    /// <summary>The catalogue in a database.</summary>
    public static async Task<SqliteInstrumentRegistry> Open(SqliteDatabase database)
    {
        var registry = new SqliteInstrumentRegistry(database);
        foreach (var instrument in await database.Read(LoadAll, CancellationToken.None)) registry.Remember(instrument);
        return registry;
    }

    /// <inheritdoc/>
    public async Task<Instrument> Register(InstrumentDefinition definition, Timestamp now, CancellationToken cancellation)
    {
        if (_byKey.TryGetValue(definition.Key, out var known)) return known;
        Instrument? registered = null;
        // The event log is flushed with every append: a power cut must not leave it events of a number that is then given to another instrument.
        await _database.Commit(connection => registered = FindOrInsert(connection, definition, now), cancellation, flush: true);
        return Remember(registered!);
    }

    /// <inheritdoc/>
    public Task<Instrument?> Find(InstrumentKey key, CancellationToken cancellation) => Task.FromResult(_byKey.GetValueOrDefault(key));

    /// <inheritdoc/>
    public Task<Instrument?> Find(InstrumentId id, CancellationToken cancellation) => Task.FromResult(_byId.GetValueOrDefault(id));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Instrument>> List(InstrumentKey? after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var sorted = Sorted();
        var start = after is { } key ? FirstAfter(sorted, key) : 0;
        return Task.FromResult<IReadOnlyList<Instrument>>(sorted[start..Math.Min(sorted.Length, start + Math.Min(limit, sorted.Length - start))]);
    }

    /// <inheritdoc/>
    public Task<int> Count(CancellationToken cancellation) => Task.FromResult(_byKey.Count);

    /// <inheritdoc/>
    public InstrumentScales Of(InstrumentId id) => _byId.TryGetValue(id, out var instrument)
        ? new(instrument.PriceScale, instrument.QuantityScale)
        : throw new UnknownInstrumentException($"There is no instrument {id}.");

    private Instrument Remember(Instrument instrument)
    {
        lock (_gate)
        {
            var remembered = _byId.GetOrAdd(instrument.Id, instrument);
            if (_byKey.TryAdd(remembered.Key, remembered)) _sorted = null;
            return remembered;
        }
    }

    private Instrument[] Sorted()
    {
        lock (_gate) return _sorted ??= [.. _byKey.Values.OrderBy(instrument => instrument.Key)];
    }

    private static int FirstAfter(Instrument[] sorted, InstrumentKey key)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].Key.CompareTo(key) <= 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static Instrument FindOrInsert(SqliteConnection connection, InstrumentDefinition definition, Timestamp now)
    {
        // Two registrations of a new key may wait for the writer at once: the second finds the first one's.
        var found = connection.Prepare(All + " WHERE a.key = ?").Bind(definition.Key.Value);
        var existing = found.Step() ? ReadInstrument(found) : null;
        found.Reset();
        if (existing is not null) return existing;

        connection.Prepare("INSERT INTO instrument (name, type, currency, price_scale, quantity_scale, registered_at) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(definition.Name).Bind((long)definition.Type).Bind(definition.Currency)
            .Bind(definition.PriceScale.Digits).Bind(definition.QuantityScale.Digits).Bind(now.Nanoseconds).Execute();
        var id = connection.LastInsertRowId;
        connection.Prepare("INSERT INTO instrument_alias (key, instrument_id, valid_from) VALUES (?, ?, ?)")
            .Bind(definition.Key.Value).Bind(id).Bind(now.Nanoseconds).Execute();
        return new(new(id), definition);
    }

    private static List<Instrument> LoadAll(SqliteConnection connection)
    {
        var instruments = new List<Instrument>();
        var rows = connection.Prepare(All);
        while (rows.Step()) instruments.Add(ReadInstrument(rows));
        return instruments;
    }

    private static Instrument ReadInstrument(SqliteStatement row) => new(
        new(row.Int64()),
        new(InstrumentKey.Parse(row.Text()), row.Text(), (InstrumentType)row.Int64(), row.Text(), new((int)row.Int64()), new((int)row.Int64())));
}
