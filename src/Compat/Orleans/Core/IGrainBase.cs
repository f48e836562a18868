using Orleans.Runtime;

namespace Orleans;

/// <summary>What every grain class has; implement it directly to do without the base class <see cref="Grain"/>.</summary>
public interface IGrainBase
{
    /// <summary>The activation that this object is the grain of.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Called before the first call; when it throws, the activation is discarded and waiting calls fail with its exception.</summary>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Called after the last call. Best effort: never after a crash, and bounded by the deactivation timeout.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
