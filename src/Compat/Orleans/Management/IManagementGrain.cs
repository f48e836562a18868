namespace Orleans.Runtime;

/// <summary>Tells what is in memory: <c>GetGrain&lt;IManagementGrain&gt;(0)</c>.</summary>
public interface IManagementGrain : IGrainWithIntegerKey
{
    /// <summary>The silos and their states.</summary>
    Task<Dictionary<SiloAddress, SiloStatus>> GetHosts(bool onlyActive = false);

    /// <summary>How many activations each grain class has.</summary>
    Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics();

    /// <summary>All activations, or those of the classes and silos that are named.</summary>
    Task<DetailedGrainStatistic[]> GetDetailedGrainStatistics(string[]? types = null, SiloAddress[]? hostsIds = null);

    /// <summary>The grains of this type that are in memory.</summary>
    ValueTask<List<GrainId>> GetActiveGrains(GrainType type);

    /// <summary>Where the grain is in memory; null when it is not.</summary>
    ValueTask<SiloAddress?> GetActivationAddress(IAddressable reference);

    /// <summary>How many activations there are.</summary>
    Task<int> GetTotalActivationCount();

    /// <summary>
    /// Deactivates what was idle for this long, and waits for the end. Idleness is known to a quantum of the collection: zero collects all
    /// that has nothing to do, without what is kept alive.
    /// </summary>
    Task ForceActivationCollection(TimeSpan ageLimit);
}

/// <summary>How many activations a grain class has on a silo.</summary>
[GenerateSerializer, Immutable]
public sealed class SimpleGrainStatistic
{
    /// <summary>The class and its assembly.</summary>
    [Id(0)]
    public string GrainType { get; init; } = "";

    /// <summary>The silo.</summary>
    [Id(1)]
    public SiloAddress SiloAddress { get; init; } = null!;

    /// <summary>How many.</summary>
    [Id(2)]
    public int ActivationCount { get; init; }

    /// <summary>All three.</summary>
    public override string ToString() => $"SimpleGrainStatistic: GrainType={GrainType} Silo={SiloAddress} NumActivations={ActivationCount}";
}

/// <summary>An activation.</summary>
[GenerateSerializer, Immutable]
public sealed class DetailedGrainStatistic
{
    /// <summary>The class and its assembly.</summary>
    [Id(0)]
    public string GrainType { get; init; } = "";

    /// <summary>The silo.</summary>
    [Id(1)]
    public SiloAddress SiloAddress { get; init; } = null!;

    /// <summary>The grain.</summary>
    [Id(2)]
    public GrainId GrainId { get; init; }
}

/// <summary>The state of a silo.</summary>
public enum SiloStatus
{
    /// <summary>Unknown.</summary>
    None = 0,

    /// <summary>Not yet part of the cluster.</summary>
    Created = 1,

    /// <summary>About to be part of the cluster.</summary>
    Joining = 2,

    /// <summary>Runs grains.</summary>
    Active = 3,

    /// <summary>Ends after its grains.</summary>
    ShuttingDown = 4,

    /// <summary>Ends at once.</summary>
    Stopping = 5,

    /// <summary>Has ended.</summary>
    Dead = 6,
}
