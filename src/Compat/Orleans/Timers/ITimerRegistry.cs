using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>Registers timers for classes that are no <see cref="IGrainBase"/>.</summary>
public interface ITimerRegistry
{
    /// <summary>Registers a timer of this activation.</summary>
    IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options);
}

internal sealed class TimerRegistry : ITimerRegistry
{
    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options) =>
        new GrainTimer((Activation)grainContext, cancellation => callback(state, cancellation), options);
}
