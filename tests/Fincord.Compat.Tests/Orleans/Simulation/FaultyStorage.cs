using System.Globalization;
using Orleans.Storage;

namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>
/// A store that is slow, or fails before or after it has stored, as the seed says. It keeps copies of states, which nobody else changes.
/// </summary>
internal sealed class FaultyStorage(Random random, TimeProvider time, Func<object, object> copy) : IGrainStorage
{
    private readonly Dictionary<GrainId, (int Version, object? State)> _rows = [];

    /// <summary>The stored state of a grain; null when there is none.</summary>
    public T? Stored<T>(GrainId grain)
        where T : class => _rows.TryGetValue(grain, out var row) ? (T?)row.State : null;

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Dawdle();
        FailNow();
        var row = _rows.GetValueOrDefault(grainId);
        (grainState.ETag, grainState.RecordExists) = (TagOf(row.Version), row.State is not null);
        grainState.State = row.State is null ? Activator.CreateInstance<T>() : (T)copy(row.State);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Store(grainId, grainState, copy(grainState.State!));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Store(grainId, grainState, state: null);

    private async Task Store<T>(GrainId grainId, IGrainState<T> grainState, object? state)
    {
        await Dawdle();
        FailNow();
        var version = _rows.GetValueOrDefault(grainId).Version;
        if (TagOf(version) != grainState.ETag)
            throw new InconsistentStateException("Somebody else has written.", TagOf(version), grainState.ETag);
        _rows[grainId] = (version + 1, state);
        await Dawdle();
        FailNow();          // stored, but nobody hears of it
        (grainState.ETag, grainState.RecordExists) = (TagOf(version + 1), state is not null);
    }

    private static string? TagOf(int version) => version == 0 ? null : version.ToString(CultureInfo.InvariantCulture);

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
