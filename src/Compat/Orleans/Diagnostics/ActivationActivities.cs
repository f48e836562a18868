using System.Diagnostics;
using Orleans.Diagnostics;

namespace Orleans.Runtime;

/// <summary>The activities of an activation's life. They are null while nobody listens.</summary>
internal static class ActivationActivities
{
    /// <summary>The activation, as a part of the call that made it when the call carries a trace.</summary>
    public static Activity? Activating(Activation activation, RequestContextData? context)
    {
        if (!ActivitySources.Lifecycle.HasListeners()) return null;
        var caller = ActivityContext.TryParse(ValueOf("traceparent"), ValueOf("tracestate"), isRemote: true, out var parsed) ? parsed : default;
        if (ActivitySources.Lifecycle.StartActivity("activate grain", ActivityKind.Internal, caller) is not { } activity) return null;
        Identify(activity, activation, activation.Class.GrainType.ToString());
        activity.SetTag("orleans.activation.cause", "new");
        return activity;

        string? ValueOf(string name) => context?.Values.GetValueOrDefault(name) as string;
    }

    /// <summary>The grain's own part of its activation.</summary>
    public static Activity? OnActivate(Activation activation) => Start("execute OnActivateAsync", activation);

    /// <summary>The way to the activation's end; it begins where somebody asks for it.</summary>
    public static Activity? Deactivating(ActivationState state, DeactivationReason reason)
    {
        if (!ActivitySources.Lifecycle.HasListeners()) return null;
        var asking = Activity.Current;
        var activity = ActivitySources.Lifecycle.StartActivity("deactivate grain");
        activity?.SetTag("orleans.grain.state", state is ActivationState.Active ? "Valid" : state.ToString());
        activity?.SetTag("orleans.deactivation.reason", reason);
        // What is done after the request for the end is not a part of it.
        Activity.Current = asking;
        return activity;
    }

    /// <summary>The grain's own part of its deactivation.</summary>
    public static Activity? OnDeactivate(Activation activation, Activity? deactivating, DeactivationReason reason)
    {
        var activity = Start("execute OnDeactivateAsync", activation, deactivating?.Context ?? default);
        activity?.SetTag("orleans.deactivation.reason", reason.ToString());
        return activity;
    }

    private static Activity? Start(string name, Activation activation, ActivityContext parent = default)
    {
        if (ActivitySources.Lifecycle.StartActivity(name, ActivityKind.Internal, parent) is not { } activity) return null;
        Identify(activity, activation, activation.Class.QualifiedName);
        return activity;
    }

    // What the grain does itself is under the name of its class, the rest under that of its type.
    private static void Identify(Activity activity, Activation activation, string type)
    {
        if (!activity.IsAllDataRequested) return;
        activity.SetTag("orleans.grain.id", activation.GrainId.ToString());
        activity.SetTag("orleans.grain.type", type);
        activity.SetTag("orleans.silo.id", activation.Silo.Address.ToString());
        activity.SetTag("orleans.activation.id", activation.ActivationId.ToString());
    }
}
