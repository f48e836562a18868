using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>What is done with a stored state.</summary>
internal enum StorageOperation
{
    Read,
    Write,
    Clear,
}

/// <summary>Measures the operations on stored states, and counts those that failed.</summary>
internal sealed class StorageInstruments(Meter meter)
{
    private readonly Histogram<double>[] _latency =
        [.. Names.Select(name => meter.CreateHistogram<double>($"orleans-storage-{name}-latency", "ms"))];

    private readonly Counter<int>[] _errors = [.. Names.Select(name => meter.CreateCounter<int>($"orleans-storage-{name}-errors"))];

    private static string[] Names => ["read", "write", "clear"];

    /// <summary>When an operation begins, in ticks of <see cref="Stopwatch"/>; zero while nobody measures it.</summary>
    public long Begin(StorageOperation operation) => _latency[(int)operation].Enabled ? Stopwatch.GetTimestamp() : 0;

    public void Succeeded(StorageOperation operation, long began, StateName name)
    {
        if (began != 0) _latency[(int)operation].Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds, TagsOf(name));
    }

    public void Failed(StorageOperation operation, StateName name)
    {
        if (_errors[(int)operation].Enabled) _errors[(int)operation].Add(1, TagsOf(name));
    }

    private static TagList TagsOf(StateName name) =>
        new() { { "provider_type_name", name.Provider }, { "state_name", name.State }, { "state_type", name.Type } };
}

/// <summary>What metrics and traces call a stored state.</summary>
/// <param name="Provider">The class of its store.</param>
/// <param name="State">Its own name.</param>
/// <param name="Type">Its type.</param>
internal sealed record StateName(string Provider, string State, string Type);
