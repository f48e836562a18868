using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Orleans.Runtime;

/// <summary>
/// What a cluster does to calls, streams and activations and one process alone does not: each message becomes bytes on its way, streams take
/// their time and deliver again, activations end when nobody expects it. A test mode, switched on by <see cref="Variable"/>, whose value is
/// the seed: the decisions about one grain or subscription are the same in every run with the same seed, whatever happens to the others.
/// </summary>
internal sealed class ClusterConditions(int seed)
{
    /// <summary>The environment variable that switches the mode on; an integer.</summary>
    public const string Variable = "FINCORD_CLUSTER_CONDITIONS";

    // Of so many calls that leave an activation with nothing to do, one is its last.
    private const int CallsOfAnActivation = 16;

    // After so many deliveries of a subscription, it goes back.
    private const int DeliveriesUntilRewind = 8;

    private readonly ConcurrentDictionary<string, int> _decisions = new(StringComparer.Ordinal);

    /// <summary>How many events come again at most.</summary>
    public const int LongestRewind = 3;

    /// <summary>From the publishing of an event to its first delivery: how often the memory streams of a cluster are polled.</summary>
    public static readonly TimeSpan StreamDelay = TimeSpan.FromMilliseconds(100);

    public int Seed => seed;

    /// <summary>The mode that the environment asks for; null for none.</summary>
    public static ClusterConditions? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } seed
        ? new(int.Parse(seed, CultureInfo.InvariantCulture))
        : null;

    /// <summary>Whether this activation, which could be collected as idle, ends now.</summary>
    public bool Deactivates(GrainId grain) => Draw($"activation of {grain}", CallsOfAnActivation) == 0;

    /// <summary>How many of the events that a subscription had last come again now.</summary>
    public int Rewinds(StreamId stream, GrainId? consumer)
    {
        var subscription = $"subscription of {consumer?.ToString() ?? "a client"} to {stream}";
        return Draw(subscription, DeliveriesUntilRewind) == 0 ? 1 + Draw(subscription, LongestRewind) : 0;
    }

    // The n-th number of a subject, drawn from the seed, its name and n alone.
    private int Draw(string subject, int below)
    {
        var n = _decisions.AddOrUpdate(subject, 1, static (_, before) => before + 1);
        return (int)(unchecked((uint)StableHash.Compute(Encoding.UTF8.GetBytes($"{seed} {subject} {n}"))) % (uint)below);
    }
}
