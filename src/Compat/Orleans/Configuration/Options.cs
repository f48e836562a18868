using System.Diagnostics;
using Orleans.Runtime;

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
    private TimeSpan _responseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a caller waits for an answer: 30 s by default; <see cref="ResponseTimeoutWithDebugger"/> under a debugger.</summary>
    public TimeSpan ResponseTimeout
    {
        get => Debugger.IsAttached ? ResponseTimeoutWithDebugger : _responseTimeout;
        set => _responseTimeout = value;
    }

    /// <summary>How long a caller waits for an answer under a debugger: 30 min by default.</summary>
    public TimeSpan ResponseTimeoutWithDebugger { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether a call whose caller waits no more when its turn comes is left out: by default it is.</summary>
    public bool DropExpiredMessages { get; set; } = true;

    /// <summary>Whether a caller's timeout cancels the token among the arguments: by default it does not.</summary>
    public bool CancelRequestOnTimeout { get; set; }

    /// <summary>The largest message in bytes, 100 MB by default. Nothing is sent over a network here, so no message is too large.</summary>
    public int MaxMessageBodySize { get; set; } = 100 * 1024 * 1024;
}

/// <summary>How calls of a silo wait.</summary>
public class SiloMessagingOptions : MessagingOptions
{
    /// <summary>How often a call that met an activation at its end is passed on to the next: twice by default. After that it is rejected.</summary>
    public int MaxForwardCount { get; set; } = 2;

    /// <summary>A warning is logged when an activation has more requests than this; 0, the default, for no limit.</summary>
    public int MaxEnqueuedRequestsSoftLimit { get; set; }

    /// <summary>
    /// A call is refused with <see cref="LimitExceededException"/> when its activation has more requests than this already; 0, the default,
    /// for no limit.
    /// </summary>
    public int MaxEnqueuedRequestsHardLimit { get; set; }

    /// <summary><see cref="MaxEnqueuedRequestsSoftLimit"/> for activations of stateless workers.</summary>
    public int MaxEnqueuedRequestsSoftLimit_StatelessWorker { get; set; }

    /// <summary><see cref="MaxEnqueuedRequestsHardLimit"/> for activations of stateless workers.</summary>
    public int MaxEnqueuedRequestsHardLimit_StatelessWorker { get; set; }

    /// <summary>
    /// How long one request may keep an activation from all others: 2 h by default. Then the activation is given up, and calls go to a new one.
    /// </summary>
    public TimeSpan MaxRequestProcessingTime { get; set; } = TimeSpan.FromHours(2);
}

/// <summary>How calls of a client wait.</summary>
public class ClientMessagingOptions : MessagingOptions;

/// <summary>How turns are watched.</summary>
public class SchedulingOptions
{
    /// <summary>The default of <see cref="TurnWarningLengthThreshold"/>.</summary>
    public static readonly TimeSpan DEFAULT_TURN_WARNING_THRESHOLD = TimeSpan.FromSeconds(1);

    /// <summary>A turn that keeps its thread for longer than this is logged and counted: 1 s by default.</summary>
    public TimeSpan TurnWarningLengthThreshold { get; set; } = DEFAULT_TURN_WARNING_THRESHOLD;
}

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
