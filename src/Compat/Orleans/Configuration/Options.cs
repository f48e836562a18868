namespace Orleans.Configuration;

/// <summary>Names of the cluster.</summary>
public class ClusterOptions
{
    /// <summary>The cluster: silos with the same name find each other.</summary>
    public string ClusterId { get; set; } = "default";

    /// <summary>The service: its stored data outlives clusters.</summary>
    public string ServiceId { get; set; } = "default";
}

/// <summary>How calls wait.</summary>
public abstract class MessagingOptions
{
    /// <summary>How long a caller waits for an answer: 30 s by default.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How calls of a silo wait.</summary>
public class SiloMessagingOptions : MessagingOptions
{
    /// <summary>How often a call that met an activation at its end is passed on to the next: twice by default. After that it is rejected.</summary>
    public int MaxForwardCount { get; set; } = 2;
}

/// <summary>How calls of a client wait.</summary>
public class ClientMessagingOptions : MessagingOptions;

/// <summary>When activations end.</summary>
public class GrainCollectionOptions
{
    /// <summary>How long an activation may be idle: 15 min by default.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for: every minute by default.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The age for classes, by their full names.</summary>
    public Dictionary<string, TimeSpan> ClassSpecificCollectionAge { get; set; } = [];

    /// <summary>How long an activation may take: 30 s by default.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a deactivation may take: 30 s by default.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How the memory store works.</summary>
public class MemoryGrainStorageOptions;
