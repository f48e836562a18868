using Orleans.Runtime;

namespace Orleans;

/// <summary>The base class of grains. Code of one activation never runs in parallel with itself, so its fields need no locks.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly Activation _activation;

    /// <summary>Joins the activation that is being made; throws <see cref="InvalidOperationException"/> outside of one.</summary>
    protected Grain()
        : this(Activation.Current ?? throw new InvalidOperationException("A grain is created by calling it: only an activation can make it."))
    {
    }

    /// <summary>Joins this activation.</summary>
    protected Grain(IGrainContext grainContext) => _activation = (Activation)grainContext;

    /// <summary>The activation that this object is the grain of.</summary>
    public IGrainContext GrainContext => _activation;

    /// <summary>A reference to this grain, to hand to others.</summary>
    public GrainReference GrainReference => _activation.GrainReference;

    /// <summary>The text of this grain's identity.</summary>
    public string IdentityString => _activation.GrainId.ToString();

    /// <summary>The text of the silo's address.</summary>
    public string RuntimeIdentity => _activation.Silo.Address.ToString();

    /// <summary>Makes references to grains.</summary>
    protected IGrainFactory GrainFactory => _activation.Silo.GrainFactory;

    /// <summary>The services of this activation.</summary>
    protected internal IServiceProvider ServiceProvider => _activation.ActivationServices;

    /// <summary>Deactivates this activation after the current calls; queued calls go to a new one.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps this activation for at least this long; zero cancels that, <see cref="Timeout.InfiniteTimeSpan"/> keeps it for ever.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => _activation.DelayDeactivation(timeSpan);

    /// <summary>Called before the first call; when it throws, the activation is discarded and waiting calls fail with its exception.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called after the last call. Best effort: never after a crash, and bounded by the deactivation timeout.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
