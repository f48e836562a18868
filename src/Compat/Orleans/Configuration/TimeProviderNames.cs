namespace Orleans.Runtime;

/// <summary>
/// The keys under which parts of the runtime look for a <see cref="TimeProvider"/> of their own; without one they use that of the host.
/// </summary>
public static class TimeProviderNames
{
    /// <summary>The clock of idle activations.</summary>
    public const string ActivationManagement = "Orleans.ActivationManagement";

    /// <summary>The clock of grain timers.</summary>
    public const string Grains = "Orleans.Grains";

    /// <summary>The clock of response timeouts.</summary>
    public const string Messaging = "Orleans.Messaging";
}
