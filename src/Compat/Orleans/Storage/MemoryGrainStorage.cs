using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps states in memory, as JSON, so that nobody shares an object with the store.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    private readonly ConcurrentDictionary<(string StateName, GrainId GrainId), Row> _rows = new();
    private readonly Lock _gate = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = _rows.GetValueOrDefault((stateName, grainId));
        (grainState.ETag, grainState.RecordExists) = (stored?.ETag, stored?.Json is not null);
        grainState.State = stored?.Json is { } json ? JsonSerializer.Deserialize<T>(json, Json) : Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.ETag = Replace(stateName, grainId, grainState.ETag, JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json));
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Remove(stateName, grainId, grainState.ETag);
        (grainState.ETag, grainState.RecordExists, grainState.State) = (null, false, Activator.CreateInstance<T>());
        return Task.CompletedTask;
    }

    private string Replace(string stateName, GrainId grainId, string? knownTag, byte[] json)
    {
        lock (_gate)
        {
            var stored = Expect(stateName, grainId, knownTag);
            var next = (stored?.Version ?? 0) + 1;
            _rows[(stateName, grainId)] = new(next, json);
            return Tag(next);
        }
    }

    private void Remove(string stateName, GrainId grainId, string? knownTag)
    {
        lock (_gate)
        {
            Expect(stateName, grainId, knownTag);
            _rows.TryRemove((stateName, grainId), out _);
        }
    }

    private Row? Expect(string stateName, GrainId grainId, string? knownTag)
    {
        var stored = _rows.GetValueOrDefault((stateName, grainId));
        if (stored?.ETag == knownTag) return stored;
        throw new InconsistentStateException($"State '{stateName}' of {grainId} has changed in the store.", stored?.ETag, knownTag);
    }

    private static string Tag(long version) => version.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(long Version, byte[] Json)
    {
        public string ETag => Tag(Version);
    }
}
