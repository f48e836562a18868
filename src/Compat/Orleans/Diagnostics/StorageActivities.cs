using System.Diagnostics;
using Orleans.Diagnostics;

namespace Orleans.Runtime;

/// <summary>The activities of operations on stored states. They are null while nobody listens.</summary>
internal static class StorageActivities
{
    public static Activity? Start(StorageOperation operation, GrainId grainId, StateName name)
    {
        var activity = ActivitySources.Storage.StartActivity(NameOf(operation), ActivityKind.Client);
        if (activity is not { IsAllDataRequested: true }) return activity;
        activity.SetTag("orleans.grain.id", grainId.ToString());
        activity.SetTag("orleans.storage.provider", name.Provider);
        activity.SetTag("orleans.storage.state.name", name.State);
        activity.SetTag("orleans.storage.state.type", name.Type);
        return activity;
    }

    private static string NameOf(StorageOperation operation) => operation switch
    {
        StorageOperation.Read => "read storage",
        StorageOperation.Write => "write storage",
        _ => "clear storage",
    };
}
