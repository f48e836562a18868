using System.Diagnostics;

namespace Orleans.Diagnostics;

/// <summary>The names of the activity sources.</summary>
public static class ActivitySources
{
    /// <summary>Calls of the application's grains.</summary>
    public const string ApplicationGrainActivitySourceName = "Microsoft.Orleans.Application";

    /// <summary>Calls of the runtime's own grains.</summary>
    public const string RuntimeActivitySourceName = "Microsoft.Orleans.Runtime";

    /// <summary>Activations and deactivations.</summary>
    public const string LifecycleActivitySourceName = "Microsoft.Orleans.Lifecycle";

    /// <summary>Operations on stored states.</summary>
    public const string StorageActivitySourceName = "Microsoft.Orleans.Storage";

    /// <summary>All of them, for listeners that know the wildcard.</summary>
    public const string AllActivitySourceName = "Microsoft.Orleans.*";

    private static readonly ActivitySource Application = new(ApplicationGrainActivitySourceName, "1.2.0");
    private static readonly ActivitySource Runtime = new(RuntimeActivitySourceName, "2.1.0");

    internal static ActivitySource Lifecycle { get; } = new(LifecycleActivitySourceName, "1.1.0");

    internal static ActivitySource Storage { get; } = new(StorageActivitySourceName, "1.1.0");

    internal static ActivitySource Of(IGrainCallContext call) =>
        call.Request.GetInterfaceType().Namespace?.StartsWith(nameof(Orleans), StringComparison.Ordinal) == true ? Runtime : Application;

    /// <summary>The activity failed in this way.</summary>
    internal static void Fail(this Activity activity, string? description, Exception failure)
    {
        activity.SetStatus(ActivityStatusCode.Error, description);
        activity.SetTag("exception.type", failure.GetType().FullName);
        activity.SetTag("exception.message", failure.Message);
    }
}
