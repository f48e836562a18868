namespace Orleans.Runtime;

/// <summary>An activation, as its grain sees it.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    /// <summary>The grain's identity.</summary>
    GrainId GrainId { get; }

    /// <summary>This activation's own identity.</summary>
    ActivationId ActivationId { get; }

    /// <summary>Where this activation is.</summary>
    GrainAddress Address { get; }

    /// <summary>Runs work in turns of this activation.</summary>
    IWorkItemScheduler Scheduler { get; }

    /// <summary>A reference to the grain.</summary>
    GrainReference GrainReference { get; }

    /// <summary>The grain object, once it is made.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation; scoped ones live as long as it does.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>The stages of this activation's life; join them in the constructor.</summary>
    IGrainLifecycle ObservableLifecycle { get; }

    /// <summary>Completes when the activation has ended.</summary>
    Task Deactivated { get; }

    /// <summary>Ends the activation after its current calls.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}

/// <summary>Runs work in turns of an activation, in order of arrival; what comes after its end is dropped.</summary>
public interface IWorkItemScheduler
{
    /// <summary>Runs this in a turn of its own.</summary>
    void QueueAction(Action action);

    /// <summary>Runs this in a turn of its own.</summary>
    void QueueAction(Action<object> action, object state);

    /// <summary>Runs a task that was not started yet in a turn of its own.</summary>
    void QueueTask(Task task);
}

/// <summary>Tells which activation the code that asks belongs to.</summary>
public interface IGrainContextAccessor
{
    /// <summary>The activation whose turn this is; null outside of grains.</summary>
    IGrainContext GrainContext { get; }
}

internal sealed class GrainContextAccessor : IGrainContextAccessor
{
    public IGrainContext GrainContext => Activation.Current!;
}
