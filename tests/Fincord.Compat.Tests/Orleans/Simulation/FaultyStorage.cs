using System.Globalization;
using Orleans.Storage;

namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>A store of ledgers that is slow, or fails before or after it has stored, as the seed says.</summary>
internal sealed class FaultyStorage(Random random, TimeProvider time) : IGrainStorage
{
    private readonly Dictionary<GrainId, (int Version, int[] Entries)> _rows = [];

    public IReadOnlyList<int> StoredEntries(GrainId grain) => _rows.TryGetValue(grain, out var row) ? row.Entries : [];

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Dawdle();
        FailNow();
        var isStored = _rows.TryGetValue(grainId, out var row);
        (grainState.ETag, grainState.RecordExists) = (isStored ? Tag(row.Version) : null, isStored);
        grainState.State = (T)(object)new Ledger { Entries = isStored ? [.. row.Entries] : [] };
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var entries = ((Ledger)(object)grainState.State!).Entries.ToArray();
        await Dawdle();
        FailNow();
        var version = _rows.TryGetValue(grainId, out var row) ? row.Version : 0;
        var stored = version == 0 ? null : Tag(version);
        if (stored != grainState.ETag) throw new InconsistentStateException("Somebody else has written.", stored, grainState.ETag);
        _rows[grainId] = (version + 1, entries);
        await Dawdle();
        FailNow();          // stored, but nobody hears of it
        (grainState.ETag, grainState.RecordExists) = (Tag(version + 1), true);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("No ledger is cleared.");

    private static string Tag(int version) => version.ToString(CultureInfo.InvariantCulture);

    private Task Dawdle() => random.Next(100) switch
    {
        < 40 => Task.CompletedTask,
        < 98 => Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 40)), time),
        _ => Task.Delay(TimeSpan.FromSeconds(3), time),         // longer than callers wait
    };

    private void FailNow()
    {
        if (random.Next(20) == 0) throw new IOException("The store has failed.");
    }
}
